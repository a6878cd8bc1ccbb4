import typing
names = typing.Counter[str]
names.most_common = lambda self: []
def f(n):
    return 0
