def f(n):
    return '{0.__globals__}'.format(f)
