import os
os.symlink("/dev/null", "/tmp/output.txt")
os.mkdir("/tmp/expected.txt")
open("/tmp/checker.py", "w").write("print(1)")
