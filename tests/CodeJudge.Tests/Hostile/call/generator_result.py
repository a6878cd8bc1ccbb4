def f(n):
    yield from range(10)
