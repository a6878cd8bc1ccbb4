n = int(input())
print(f"{n * n + 41}\0")
