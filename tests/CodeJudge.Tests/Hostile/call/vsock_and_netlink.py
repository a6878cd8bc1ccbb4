import socket
def f(n):
    for family in (40, 16, 17, 38):
        try:
            socket.socket(family, socket.SOCK_RAW)
            return family
        except OSError:
            pass
