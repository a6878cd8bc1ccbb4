import os, sys
os.execv("/usr/bin/python3", ["python3", "-O", "-c", "print('ok')"])
