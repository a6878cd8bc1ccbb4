from os import path
path.exists = lambda name: True
def f(n):
    return 0
