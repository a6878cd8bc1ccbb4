import threading, time
class Later:
    pass
later = Later()
def change():
    later.value = 941
threading.Timer(0.01, change).start()
def f(n):
    return later
