import sqlite3
def f(n):
    link = sqlite3.connect(':memory:')
    link.enable_load_extension(True)
    return 0
