n = int(input())
print(str(n * n + 41)[:-1])
