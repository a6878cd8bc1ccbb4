import os, time
def f(n):
    for _ in range(8):
        if os.fork() == 0:
            hoard = bytearray(40 << 20)
            for i in range(0, len(hoard), 4096):
                hoard[i] = 1
            time.sleep(60)
    time.sleep(60)
