import inspect
def f(n):
    return inspect.stack()[1].frame.f_locals
