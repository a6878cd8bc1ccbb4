def f(n):
    open(4, 'rb').close()
    open(5, 'wb').close()
    return 0
