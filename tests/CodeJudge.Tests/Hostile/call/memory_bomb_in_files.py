import os
def f(n):
    for name in range(64):
        with open(f"/dev/shm/{name}", "wb") as file:
            file.write(b"x" * (8 << 20))
