n = int(input())
print(n * n + 41)
raise SystemExit(3)
