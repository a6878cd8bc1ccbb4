# What is dropped is not only white space.
n = int(input())
print(n * n + 41, " " * (1 << 20), "and more")
