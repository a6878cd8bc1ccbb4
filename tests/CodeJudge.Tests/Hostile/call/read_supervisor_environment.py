def f(n):
    return open("/proc/1/environ", "rb").read().decode()
