import os
os.ftruncate(0, 0)
os.write(0, b"0\n")
print(open("/dev/stdin").read())
