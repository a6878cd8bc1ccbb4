import os
def f(n):
    if os.fork():
        return 0
    return n * n
