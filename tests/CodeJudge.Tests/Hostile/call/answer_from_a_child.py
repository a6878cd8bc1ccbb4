import os
def f(n):
    if os.fork() == 0:
        return 0
    os._exit(0)
