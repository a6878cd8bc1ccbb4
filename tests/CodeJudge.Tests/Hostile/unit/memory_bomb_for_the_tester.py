def f(n):
    return ['x' * 100] * 400000
