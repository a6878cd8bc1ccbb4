from functools import update_wrapper
def own():
    pass
own.exists = lambda name: True
def f(n):
    update_wrapper(own, f, assigned=('__globals__',))
    return 0
