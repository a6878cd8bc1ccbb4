import os, time
def f(n):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                try:
                    open("/tmp/left", "w").write("still here")
                except OSError:
                    pass
                time.sleep(0.001)
        os._exit(0)
    time.sleep(0.02)
    return None
