import os
for _ in range(4):
    os.fork()
print(41)
