import os, struct
def f(n):
    os.write(5, struct.pack('<I', 0xFFFFFFF0))
    while True:
        os.write(5, b'x' * 65536)
