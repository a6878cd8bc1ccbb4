def f(n):
    with open("/proc/1/mem", "rb", 0) as memory:
        return len(memory.read(1))
