def f(n):
    return None
f.__module__, f.__name__ = 'builtins', 'eval'
