import os
for root, _, names in os.walk("/tmp"):
    for name in names:
        print(open(os.path.join(root, name)).read())
