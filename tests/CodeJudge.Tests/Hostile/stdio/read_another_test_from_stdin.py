import sys
data = sys.stdin.read() * 3
print(data)
