def f(n):
    return len([bytearray(1 << 20) for _ in range(100000)])
