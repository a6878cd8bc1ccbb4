import os
def f(n):
    for entry in os.listdir("/proc/1/fd"):
        os.open(f"/proc/1/fd/{entry}", os.O_RDWR)
