# Process 1 of a box: forks a preloaded interpreter per run, watches it, kills all that it started, and proves the box clean.
import fcntl
import os
import select
import signal
import stat
import struct
import sys
import time

_DIRECTORIES = ("/tmp", "/dev/shm")
_LOOK = 0.05  # seconds between two looks at a run that lasts
_SLACK = 0.5  # seconds of wall clock for starting and scheduling that no limit counts
_MOST_STDERR = 16 << 10
_MOST_KEPT, _MOST_KEPT_FILES = 64 << 20, 1000
_SUBJECT, _TESTER = "/tmp/work", "/tmp/test"  # working directories of executed commands


def _read_exactly(count):
    parts = []
    while count:
        part = os.read(0, min(count, 1 << 20))
        if not part:
            os._exit(0)  # the host is gone
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _send(header, *blobs):
    text = json.dumps(header).encode()
    data = memoryview(b"".join((struct.pack("<I", len(text)), text) + blobs))
    while data:
        data = data[os.write(1, data):]


def _preload():
    """What solutions import most: paid for once per box instead of once per run."""
    import bisect, collections, copy, datetime, decimal, fractions, functools, heapq, itertools, math, operator, queue, re  # noqa
    import statistics, string, typing, dataclasses, enum, abc, contextlib, textwrap, cmath, io  # noqa
    import _sitebuiltins

    for name in ("exit", "quit"):
        setattr(builtins, name, _sitebuiltins.Quitter(name, "Ctrl-D (i.e. EOF)"))
    sys.path[:] = [path for path in sys.path if path] + ["/usr/lib/python3/dist-packages"]
    sys.dont_write_bytecode = True
    os.environ.clear()


class _Patience:
    """How long a run has been waiting for something other than a core: what a busy host adds to its time does not count against it."""

    _LONGEST = 2 * _LOOK  # between two looks; beyond it we did not get a core ourselves, and know nothing

    def __init__(self, started):
        self.idle, self._looked = 0.0, started

    def look(self, now):
        passed, self._looked = min(now - self._looked, self._LONGEST), now
        if not self._wants_a_core():
            self.idle += passed

    @staticmethod
    def _wants_a_core():
        for process in os.listdir("/proc"):
            if not process.isdigit() or process == "1":
                continue
            try:
                for task in os.listdir(f"/proc/{process}/task"):
                    with open(f"/proc/{process}/task/{task}/stat", "rb") as file:
                        if file.read().rpartition(b") ")[2][:1] in b"RD":
                            return True
            except OSError:
                pass
        return False


def _remove(directory, depth, budget):
    """Removes what is below an open directory; False when that cannot be done simply."""
    for entry in list(os.scandir(directory)):
        budget[0] -= 1
        if budget[0] < 0 or depth > 16:
            return False
        if entry.is_dir(follow_symlinks=False):
            inner = os.open(entry.name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=directory)
            try:
                if not _remove(inner, depth + 1, budget):
                    return False
            finally:
                os.close(inner)
            os.rmdir(entry.name, dir_fd=directory)
        else:
            os.unlink(entry.name, dir_fd=directory)
    return True


def _wipe():
    """Empties the writable directories and what is written on them: mode, times, attributes."""
    try:
        for path in _DIRECTORIES:
            directory = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
            try:
                if not _remove(directory, 0, [4000]) or os.listdir(directory):
                    return False
                if stat.S_IMODE(os.fstat(directory).st_mode) != 0o1777:
                    os.fchmod(directory, 0o1777)
                for name in os.listxattr(directory):
                    if name.startswith("user."):
                        os.removexattr(directory, name)
                os.utime(directory, (0, 0))
            finally:
                os.close(directory)
        return True
    except OSError:
        return False


def _end_all():
    """Kills every process of this namespace but ourselves, and waits until the kernel says that there is none."""
    rusage = []
    while True:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            pid, status, usage = os.wait4(-1, 0)
            rusage.append((pid, status, usage))
        except ChildProcessError:
            return rusage


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


def _kept(folder, names):
    """What an executed command left under the names it was to leave: plain files, and none that a link points to."""
    found, room = [], _MOST_KEPT

    def take(directory, name, path):
        nonlocal room
        try:
            descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=directory)
        except OSError:
            return
        try:
            mode = os.fstat(descriptor)
            if stat.S_ISDIR(mode.st_mode) and path.count("/") < 16:
                for entry in sorted(os.listdir(descriptor)):
                    take(descriptor, entry, f"{path}/{entry}")
            elif stat.S_ISREG(mode.st_mode) and mode.st_size <= room and len(found) < _MOST_KEPT_FILES:
                with open(descriptor, "rb", closefd=False) as file:
                    content = file.read(mode.st_size)
                path.encode()
                room -= len(content)
                found.append((path, content))
        except (OSError, UnicodeEncodeError):
            pass
        finally:
            os.close(descriptor)

    if names:
        try:
            directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            return []
        try:
            for name in names:
                take(directory, name, name)
        finally:
            os.close(directory)
    return found


class _Process:
    """One of the processes that a run starts: its part of the request, its streams, and its end of the pipes between two."""

    def __init__(self, part, streams, folder, uid):
        self.part, self.streams, self.folder, self.uid = part, streams, folder, uid
        self.link, self.pid = (), None
        self.start = _Capture(300)  # says why a command could not be executed; closed, and so out of reach, once it is

    def standard_streams(self, data, interactive):
        """Descriptors 0 to 5 of the process."""
        output, errors, result = (stream.write_end for stream in self.streams)
        if interactive:
            return [*self.link, errors, result]
        if data is not None:
            standard_input = os.memfd_create("stdin", os.MFD_CLOEXEC)
            view = memoryview(data)
            while view:
                view = view[os.write(standard_input, view):]
            os.lseek(standard_input, 0, os.SEEK_SET)
        else:
            standard_input = os.open("/dev/null", os.O_RDONLY)
        return [standard_input, output, errors, result, *self.link]


class Supervisor:
    def __init__(self, config):
        self._separate, self._uid, self._uids, self._turn = config["separateUsers"], config["uid"], config["uids"], 0
        self._group = ControlGroup("/judge/cgroup") if config["controlGroup"] else NoControlGroup()
        with open("/proc/self/statm", "rb") as file:
            self._own_space = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")

    def serve(self):
        _send({"python": sys.version.split()[0]})
        while True:
            request = json.loads(_read_exactly(*struct.unpack("<I", _read_exactly(4))))
            report, blobs = self._run(request)
            _send(report, *blobs)
            if not report["clean"]:
                os._exit(0)

    def _child(self, request, process):
        part, kind = process.part, process.part["kind"]
        source, data = _read_exactly(part["program"]), _read_exactly(part["input"])
        files = [(file["name"], _read_exactly(file["length"])) for file in part["files"]]
        os.write(process.streams[2].write_end, b"I")
        os.setsid()
        spare_others()
        self._group.join()
        descriptors = process.standard_streams(data if kind in ("stdio", "execute") else None, request["interactive"])
        # Out of the way first: one that is copied may have a number that another is copied to.
        for target, descriptor in enumerate([fcntl.fcntl(descriptor, fcntl.F_DUPFD, 64) for descriptor in descriptors]):
            os.dup2(descriptor, target)
        start = fcntl.fcntl(process.start.write_end, fcntl.F_DUPFD_CLOEXEC, 64)
        os.closerange(len(descriptors), start)
        os.closerange(start + 1, 1 << 20)
        os.chdir("/tmp")
        if self._separate:
            become(process.uid)
        executes = kind == "execute"
        limit_run(request, 0 if self._group.holds_memory else self._own_space + request["memoryBytes"], executes)
        if executes:
            execute(part, process.folder, files, start)
            os._exit(71)
        os.close(start)
        if kind == "tester":
            run_tests(part, data)
        else:
            run_submission(request, part, source, data if kind == "call" else None)

    def _start(self, request, process):
        process.pid = os.fork()
        if process.pid == 0:
            try:
                self._child(request, process)
            finally:
                os._exit(70)
        for stream in (*process.streams, process.start):
            os.close(stream.write_end)
        for descriptor in process.link:
            os.close(descriptor)

    def _run(self, request):
        most = request["outputBytes"]
        self._turn = (self._turn + 2) % self._uids
        uid = self._uid + self._turn
        subject = _Process(request["subject"], (
            _Capture(request["keptBytes"], request["allowedBytes"]), _Capture(_MOST_STDERR), _Capture(most + 64)), _SUBJECT, uid)
        processes, tester = [subject], None
        self._group.begin(request)
        started = time.monotonic()
        if request["tester"]:
            tester = _Process(request["tester"], (_Capture(0), _Capture(_MOST_STDERR), _Capture(most + 64)), _TESTER, uid + 1)
            processes.append(tester)
            (subject_reads, tester_writes), (tester_reads, subject_writes) = os.pipe(), os.pipe()
            subject.link, tester.link = (subject_reads, subject_writes), (tester_reads, tester_writes)
            self._start(request, tester)
            # It has read what is its own once it says so: what comes next on our input is the subject's.
            tester.streams[2].take()
        self._start(request, subject)
        reason = self._watch(request, processes, (tester or subject).pid, started)
        wall = time.monotonic() - started
        ended = _end_all()
        for process in processes:
            for stream in (*process.streams, process.start):
                stream.drain()
        statuses = {pid: status for pid, status, _ in ended}
        usage = sum(used.ru_utime + used.ru_stime for _, _, used in ended)
        cpu = max(usage, self._group.cpu_seconds()) if self._group.holds_memory else usage
        killed = any(os.WIFSIGNALED(statuses[process.pid]) and os.WTERMSIG(statuses[process.pid]) == signal.SIGKILL for process in processes)
        if self._group.out_of_memory():
            reason = "memory"
        elif self._group.host_out_of_memory(killed and reason is None):
            reason = "host"
        elif reason is None and (cpu > request["cpuSeconds"] or any(
                os.WIFSIGNALED(statuses[process.pid]) and os.WTERMSIG(statuses[process.pid]) == signal.SIGXCPU for process in processes)):
            reason = "cpu"
        elif reason is None and (subject.streams[0].over or subject.streams[2].over):
            reason = "output"
        kept = _kept(subject.folder, subject.part["keep"])
        # Without the word that the input was taken, the host's next frame could be read from its middle.
        clean = all(process.streams[2].data[:1] == b"I" for process in processes) and _wipe() and self._group.is_settled()
        report = {
            "exit": os.waitstatus_to_exitcode(statuses[subject.pid]), "stopped": reason, "wallMs": wall * 1e3, "cpuMs": cpu * 1e3,
            "peakKb": max(used.ru_maxrss for _, _, used in ended), "clean": clean,
            "dropped": subject.streams[0].dropped, "cut": subject.streams[0].cut,
            "stdout": len(subject.streams[0].data), "stderr": len(subject.streams[1].data), "result": len(subject.streams[2].data),
            "notStarted": next((process.start.data.decode() for process in processes if process.start.data), None),
            "kept": [{"name": name, "length": len(content)} for name, content in kept],
        }
        blobs = [bytes(stream.data) for stream in subject.streams]
        if tester:
            errors, result = (bytes(stream.data) for stream in tester.streams[1:])
            report["tester"] = {"exit": os.waitstatus_to_exitcode(statuses[tester.pid]), "result": len(result), "stderr": len(errors)}
            blobs += [result, errors]
        return report, blobs + [content for _, content in kept]

    def _watch(self, request, processes, child, started):
        """Drains the streams until the run ends or breaks a limit; returns the limit."""
        wall, patience = request["wallSeconds"], _Patience(started)
        most_wall = 20 * max(wall, request["cpuSeconds"]) + 60
        ended = os.pidfd_open(child)
        streams = processes[0].streams
        poll, by_descriptor = select.poll(), {stream.read_end: stream for process in processes for stream in process.streams}
        for descriptor in (ended, *by_descriptor):
            poll.register(descriptor, select.POLLIN)
        poll.register(0, 0)  # tells only when the host has gone
        try:
            check = started + _LOOK
            while True:
                finished = False
                for descriptor, _ in poll.poll(int(_LOOK * 1e3)):
                    if descriptor == ended:
                        finished = True
                    elif descriptor == 0:
                        os._exit(0)
                    elif not by_descriptor[descriptor].take():
                        poll.unregister(descriptor)
                if streams[0].over or streams[2].over:
                    return "output"
                if finished:
                    return None
                now = time.monotonic()
                if now < check:
                    continue
                check = now + _LOOK
                cpu = self._group.cpu_seconds()
                if cpu > request["cpuSeconds"]:
                    return "cpu"
                patience.look(now)
                elapsed = now - started - _SLACK
                if elapsed > most_wall or min(elapsed, patience.idle + cpu) > wall:
                    return "wall"
        finally:
            os.close(ended)


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    config = json.loads(sys.argv[1])
    _preload()
    open_streams()
    confine_everything()
    supervisor = Supervisor(config)
    gc.collect()
    gc.disable()
    gc.freeze()
    supervisor.serve()


main()
