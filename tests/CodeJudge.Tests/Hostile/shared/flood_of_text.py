def f(n):
    while True:
        print('H[null]' * 1000)
