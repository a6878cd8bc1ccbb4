import ctypes
def f(n):
    libc = ctypes.CDLL(None, use_errno=True)
    return "traced" if libc.ptrace(16, 1, 0, 0) == 0 else None
