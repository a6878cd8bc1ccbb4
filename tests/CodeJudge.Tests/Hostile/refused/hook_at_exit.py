import atexit
atexit.register(print, 'H[null]')
def f(n):
    return 0
