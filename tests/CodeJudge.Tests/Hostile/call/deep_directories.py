import os
def f(n):
    os.chdir("/tmp")
    for _ in range(2000):
        os.mkdir("d")
        os.chdir("d")
    os.chmod(".", 0)
