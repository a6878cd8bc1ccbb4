import os
def f(n):
    os.setresuid(0, 0, 0)
    return "root"
