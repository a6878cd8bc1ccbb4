n = int(input())
print(n * n + 41, n)
