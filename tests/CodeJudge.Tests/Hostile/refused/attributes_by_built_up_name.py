def f(n):
    return getattr(f, '_' * 2 + 'globals' + '_' * 2)
