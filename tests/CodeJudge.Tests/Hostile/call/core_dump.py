import ctypes
def f(n):
    ctypes.string_at(0)
