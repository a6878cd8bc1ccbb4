import os, signal
n = int(input())
print(n * n + 41, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
