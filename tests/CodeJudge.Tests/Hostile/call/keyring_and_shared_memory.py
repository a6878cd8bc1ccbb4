import ctypes
def f(n):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.shmget(0x1234, 4096, 0o1666) >= 0 or libc.semget(0x1234, 1, 0o1666) >= 0 or libc.msgget(0x1234, 0o1666) >= 0:
        return "left"
    if libc.syscall(248, b"user", b"name", b"value", 5, -4) > 0:
        return "left"
