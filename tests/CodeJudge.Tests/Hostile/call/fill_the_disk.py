def f(n):
    with open("/tmp/full", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
