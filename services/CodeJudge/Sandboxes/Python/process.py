# One of the processes that a run starts: its streams, and its part of the request.
import fcntl
import marshal

_SUBJECT, _TESTER = "/tmp/work", "/tmp/test"  # working directories of executed commands
_MOST_STDERR = 16 << 10
_TAKEN = 1 + 8  # what a process says first: that it has its input, and how much CPU time it had used by then


class _Capture:
    """One stream of the run: the first bytes are kept, what else is allowed is counted and dropped, and beyond it is over."""

    def __init__(self, kept, allowed=0):
        self.read_end, self.write_end = os.pipe()
        self.kept, self.allowed, self.data = kept, max(kept, allowed), bytearray()
        self.dropped, self.cut, self.over = 0, False, False  # cut: not only white space was dropped

    def take(self):
        part = os.read(self.read_end, 1 << 16)
        room = self.kept - len(self.data)
        self.data += part[:room]
        if len(part) > room:
            rest = part[room:]
            self.dropped += len(rest)
            self.cut = self.cut or not rest.isspace()
            self.over = len(self.data) + self.dropped > self.allowed
        return len(part)

    def drain(self):
        while not self.over and self.take():
            pass
        os.close(self.read_end)


class Process:
    def __init__(self, role, request, uid):
        most, kept, allowed = request["outputBytes"], request["keptBytes"], request["allowedBytes"]
        self.role, self.part, self.uid = role, request[role], uid
        self.folder = _TESTER if role == "tester" else _SUBJECT
        self.output = _Capture(0) if role == "tester" else _Capture(kept, allowed)
        self.errors, self.result = _Capture(_MOST_STDERR), _Capture(most + 64 + _TAKEN)
        self.start = _Capture(300)  # says why a command could not be executed; closed, and so out of reach, once it is
        self.link, self.forked = (), None

    @property
    def pid(self):
        return self.forked.pid

    @property
    def streams(self):
        return self.output, self.errors, self.result, self.start

    @property
    def input_size(self):
        return self.part["program"] + self.part["input"] + sum(file["length"] for file in self.part["files"])

    @property
    def has_its_input(self):
        return self.result.data[:1] == b"I" and len(self.result.data) >= _TAKEN

    @property
    def has_begun(self):
        return len(self.result.data) > _TAKEN

    @property
    def used_before(self):
        """Seconds of CPU time that are not the run's."""
        return struct.unpack_from("<d", self.result.data, 1)[0] if self.has_its_input else 0.0

    def said(self):
        """What it wrote as its result."""
        return bytes(self.result.data[:1] + self.result.data[_TAKEN:])

    def status(self, ended):
        return next(status for pid, status, _ in ended if pid == self.pid)

    def exit(self, ended):
        return os.waitstatus_to_exitcode(self.status(ended))

    def signal(self, ended):
        return os.WTERMSIG(self.status(ended)) if os.WIFSIGNALED(self.status(ended)) else None

    def peak(self):
        """KiB of memory that it has had at most, or 0 when it has ended."""
        try:
            with open(f"/proc/{self.pid}/status", "rb") as file:
                return next((int(line.split()[1]) for line in file if line.startswith(b"VmHWM:")), 0)
        except OSError:
            return 0

    def drain(self):
        for stream in self.streams:
            stream.drain()

    def give_part(self, connection, request, own_input=None):
        """Tells the other end what to be. It reads its input from the host's stream, if that is not given here."""
        message = marshal.dumps((self.role, self.uid, self.folder, own_input is not None, request))
        give(connection, message, [*(stream.write_end for stream in self.streams), *self.link])
        if own_input is not None:
            connection.sendall(own_input)
        for descriptor in (*(stream.write_end for stream in self.streams), *self.link):
            os.close(descriptor)


def two_pipes():
    """What joins a submission and its tests: the descriptors that each reads from and writes to."""
    (subject_reads, tester_writes), (tester_reads, subject_writes) = os.pipe(), os.pipe()
    return (subject_reads, subject_writes), (tester_reads, tester_writes)


def be_part(connection, group, separate, own_space):
    """Waits for a part of a run and plays it; never returns."""
    os.setsid()
    spare_others()
    told, joined = take(connection, 6), False
    if told and not told[0]:
        group.join()
        rehearse()
        told, joined = take(connection, 6), True
    if told is None:
        os._exit(0)
    role, uid, folder, own_input, request = marshal.loads(told[0])
    output, errors, result, start, *link = told[1]
    part, kind = request[role], request[role]["kind"]
    source = connection.fileno() if own_input else 0
    program, data = read_exactly(part["program"], source), read_exactly(part["input"], source)
    files = [(file["name"], read_exactly(file["length"], source)) for file in part["files"]]
    os.write(result, b"I" + struct.pack("<d", time.process_time()))
    if not joined:
        group.join()
    if request["interactive"]:
        descriptors = [*link, errors, result]
    else:
        descriptors = [_standard_input(data if kind in ("stdio", "execute") else None), output, errors, result, *link]
    # Out of the way first: one that is copied may have a number that another is copied to.
    for target, descriptor in enumerate([fcntl.fcntl(descriptor, fcntl.F_DUPFD, 64) for descriptor in descriptors]):
        os.dup2(descriptor, target)
    start = fcntl.fcntl(start, fcntl.F_DUPFD_CLOEXEC, 64)
    close_all_but({*range(len(descriptors)), start})
    os.chdir("/tmp")
    if separate:
        become(uid)
    executes = kind == "execute"
    limit_run(request, 0 if group.holds_memory else own_space + request["memoryBytes"], executes)
    if executes:
        execute(part, folder, files, start)
        os._exit(71)
    os.close(start)
    if kind == "tester":
        run_tests(data)
    else:
        run_submission(request, part, program, data if kind == "call" else None)


def _standard_input(data):
    if data is None:
        return os.open("/dev/null", os.O_RDONLY)
    descriptor, view = os.memfd_create("stdin", os.MFD_CLOEXEC), memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
