import os

n = int(input())
os.write(1, f"{n * n + 41}\n".encode())
blank = b" " * (1 << 16)
for _ in range(300):
    os.write(1, blank)
os.write(1, blank)
