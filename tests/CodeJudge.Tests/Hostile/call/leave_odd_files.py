import os, socket
def f(n):
    os.mkfifo("/tmp/fifo")
    os.symlink("/etc/passwd", "/tmp/link")
    os.symlink("/tmp", "/tmp/loop")
    os.makedirs("/tmp/a/b/c")
    os.chmod("/tmp/a/b", 0)
    socket.socket(socket.AF_UNIX).bind("/tmp/socket")
    open("/tmp/" + "n" * 255, "w").close()
    open(b"/tmp/\xff\xfe", "w").close()
