n = int(input())
print(n * n + 41)
while True:
    print(" " * 65536)
