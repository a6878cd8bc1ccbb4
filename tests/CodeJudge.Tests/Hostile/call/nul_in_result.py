def f(n):
    return "\0" * 100
