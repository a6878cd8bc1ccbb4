import os
def f(n):
    while True:
        os.write(3, b"x" * 65536)
