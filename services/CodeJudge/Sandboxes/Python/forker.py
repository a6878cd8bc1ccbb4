# Who forks pays afterwards for each page that it writes to, and so do those whom it has forked. So a process that does nothing else forks
# for the supervisor, which pays nothing.
import collections
import ctypes

_FORK, _WAIT = 0, 1
_ORDER, _ENDED = struct.Struct("<BI"), struct.Struct("<iddQ")

# Without what Python does besides, for threads that there are none of here and a `random` that is seeded anyway: an eighth of the cost.
_plain_fork = ctypes.PyDLL(None).fork

Usage = collections.namedtuple("Usage", "ru_utime ru_stime ru_maxrss")


class Forked:
    """A process, perhaps still being forked, and the socket over which it is told what to do."""

    def __init__(self, connection, number=None, forker=None):
        self.connection, self.number, self._forker = connection, number, forker
        self.admitted = False  # to the group of runs

    def close(self):
        self.connection.close()

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


class Forker:
    """The supervisor's end of it."""

    def __init__(self, works, kept):
        self._pending = []
        own = fork_to(lambda connection: _fork_on_order(connection, works, kept), *kept)
        self.pid, self._connection = own.pid, own.connection

    def fork(self, work):
        """Orders a process for one of the kinds of work."""
        ours, theirs = socket.socketpair()
        self._order(_FORK, work, [theirs.fileno()])
        theirs.close()
        forked = Forked(ours, forker=self)
        self._pending.append(forked)
        return forked

    def wait(self, pid):
        """The end of one of the processes: its number, status and usage."""
        self.settle()
        self._order(_WAIT, pid)
        status, user, system, peak = self._answer(_ENDED)
        return pid, status, Usage(user, system, peak)

    def settle(self):
        """Hears the numbers of the processes that were ordered."""
        while self._pending:
            self._pending.pop(0).number = self._answer(_ORDER)[1]

    def _order(self, what, value, descriptors=()):
        send_with(self._connection, _ORDER.pack(what, value), descriptors)

    def _answer(self, layout):
        data = self._connection.recv(layout.size, socket.MSG_WAITALL)
        if len(data) < layout.size:
            raise OSError("the forker has ended")
        return layout.unpack(data)

    def close(self):
        self._connection.close()


def _fork_on_order(connection, works, kept):
    space = socket.CMSG_SPACE(4)
    while True:
        data, passed, _, _ = connection.recvmsg(_ORDER.size, space)
        if len(data) < _ORDER.size:
            return
        what, value = _ORDER.unpack(data)
        if what == _WAIT:
            _, status, usage = os.wait4(value, 0)
            connection.send(_ENDED.pack(status, usage.ru_utime, usage.ru_stime, usage.ru_maxrss))
            continue
        descriptor = int.from_bytes(passed[0][2], sys.byteorder)
        pid = _plain_fork()
        if pid == 0:
            objects.own()
            close_all_but({0, 1, 2, descriptor, *kept})
            works[value](socket.socket(fileno=descriptor))
            return
        os.close(descriptor)
        connection.send(_ORDER.pack(_FORK, pid))
