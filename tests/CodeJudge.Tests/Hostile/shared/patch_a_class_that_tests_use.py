from pathlib import Path
def take(kind):
    kind.exists = lambda self: True
take(Path)
def f(n):
    return 0
