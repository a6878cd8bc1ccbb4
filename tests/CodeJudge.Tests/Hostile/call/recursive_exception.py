class E(Exception):
    def __str__(self): return str(self)
def f(n):
    raise E
