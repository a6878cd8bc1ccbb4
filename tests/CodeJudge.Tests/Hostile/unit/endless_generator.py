def f(n):
    def numbers():
        while True:
            yield 941
    return numbers()
