# Processes made ahead of the run that they are for: what a fork costs, the copies of the pages that it writes to above all, is paid while
# another run goes on.
import array
import socket


def read_exactly(count, source=0):
    parts = []
    while count:
        part = os.read(source, min(count, 1 << 20))
        if not part:
            os._exit(0)  # the host is gone
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def give(connection, data, descriptors=()):
    """Sends bytes after their number, and descriptors with it."""
    passed = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
    connection.sendmsg([struct.pack("<I", len(data))], passed)
    connection.sendall(data)


def take(connection, most_descriptors=0):
    """The bytes and the descriptors of one `give`, or None when the other end is gone."""
    try:
        head, passed, _, _ = connection.recvmsg(4, socket.CMSG_SPACE(4 * most_descriptors) if most_descriptors else 0)
    except OSError:
        return None
    if len(head) < 4:
        return None
    descriptors = array.array("i")
    for _, _, content in passed:
        descriptors.frombytes(content)
    count, parts = struct.unpack("<I", head)[0], []
    while count:
        part = connection.recv(min(count, 1 << 20))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts), list(descriptors)


def close_all_but(kept):
    """Closes every descriptor but those."""
    following = 0
    for descriptor in sorted(kept):
        if descriptor > following:  # an empty range counts as one without an end
            os.closerange(following, descriptor)
        following = descriptor + 1
    os.closerange(following, 1 << 20)


class Forked:
    """A process, perhaps still being forked, and the socket over which it is told what to do."""

    def __init__(self, connection, number=None, forker=None):
        self.connection, self.number, self._forker = connection, number, forker

    @property
    def pid(self):
        if self.number is None:
            self._forker.settle()
        return self.number


def fork_to(work, *kept):
    """Forks a process for work that it is told over a socket."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        try:
            close_all_but({0, 1, 2, theirs.fileno(), *kept})
            work(theirs)
        finally:
            os._exit(70)
    theirs.close()
    return Forked(ours, pid)
