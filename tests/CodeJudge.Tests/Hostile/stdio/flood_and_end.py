# More than is kept, and within what is allowed: the answer is somewhere in it.
n = int(input())
print("\n".join(str(k) for k in range(2_000_000)))
