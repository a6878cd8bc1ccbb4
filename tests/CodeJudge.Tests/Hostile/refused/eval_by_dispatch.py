from functools import singledispatch
@singledispatch
def f(n):
    return 0
@f.register
def _(n: '__import__("os")._exit(0)'):
    return 0
