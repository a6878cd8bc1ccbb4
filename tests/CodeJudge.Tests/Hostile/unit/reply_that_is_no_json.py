import os, struct
def f(n):
    os.write(5, struct.pack('<I', 3) + b'xyz')
    return 0
