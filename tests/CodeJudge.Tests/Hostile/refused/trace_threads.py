import threading
threading.setprofile(lambda *arguments: None)
def f(n):
    return 0
