# Process 1 of a box: forks a preloaded interpreter per run, watches it, kills all that it started, and proves the box clean.
import os
import select
import signal
import stat
import struct
import sys
import time

_DIRECTORIES = ("/tmp", "/dev/shm")
_SLACK = 0.5  # seconds of wall clock for starting and scheduling that no limit counts
_MOST_STDERR = 16 << 10


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
    data = b"".join((struct.pack("<I", len(text)), text) + blobs)
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


def _waited():
    """The longest time that any thread of the run was ready and not let onto a core."""
    longest = 0
    for process in os.listdir("/proc"):
        if not process.isdigit() or process == "1":
            continue
        try:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/schedstat", "rb") as file:
                    longest = max(longest, int(file.read().split()[1]))
        except (OSError, ValueError, IndexError):
            pass
    return longest / 1e9


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
    """One stream of the run: the first bytes are kept, the rest is drained."""

    def __init__(self, most):
        self.read_end, self.write_end = os.pipe()
        self.most, self.data, self.over = most, bytearray(), False

    def take(self):
        part = os.read(self.read_end, 1 << 16)
        room = self.most - len(self.data)
        self.over = self.over or len(part) > room
        self.data += part[:room]
        return len(part)

    def drain(self):
        while not self.over and self.take():
            pass
        os.close(self.read_end)


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

    def _child(self, request, streams):
        source, data = _read_exactly(request["program"]), _read_exactly(request["input"])
        os.write(streams[2].write_end, b"I")
        os.setsid()
        self._group.join()
        if request["kind"] == "stdio":
            standard_input = os.memfd_create("stdin", os.MFD_CLOEXEC)
            view = memoryview(data)
            while view:
                view = view[os.write(standard_input, view):]
            os.lseek(standard_input, 0, os.SEEK_SET)
            data = view = None
        else:
            standard_input = os.open("/dev/null", os.O_RDONLY)
        os.dup2(standard_input, 0)
        os.dup2(streams[0].write_end, 1)
        os.dup2(streams[1].write_end, 2)
        os.dup2(streams[2].write_end, RESULT)
        os.closerange(RESULT + 1, 1 << 20)
        os.chdir("/tmp")
        if self._separate:
            become(self._uid + self._turn)
        limit_run(request, 0 if self._group.holds_memory else self._own_space + request["memoryBytes"])
        run_submission(request, source, data)

    def _run(self, request):
        streams = (_Capture(request["outputBytes"]), _Capture(_MOST_STDERR), _Capture(request["outputBytes"] + 64))
        self._turn = (self._turn + 1) % self._uids
        self._group.begin(request)
        started = time.monotonic()
        child = os.fork()
        if child == 0:
            try:
                self._child(request, streams)
            finally:
                os._exit(70)
        for stream in streams:
            os.close(stream.write_end)
        reason = self._watch(request, streams, child, started)
        wall = time.monotonic() - started
        ended = _end_all()
        for stream in streams:
            stream.drain()
        status = next(status for pid, status, _ in ended if pid == child)
        usage = sum(used.ru_utime + used.ru_stime for _, _, used in ended)
        cpu = max(usage, self._group.cpu_seconds()) if self._group.holds_memory else usage
        if self._group.out_of_memory():
            reason = "memory"
        elif reason is None and (cpu > request["cpuSeconds"] or os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
            reason = "cpu"
        elif reason is None and (streams[0].over or streams[2].over):
            reason = "output"
        # Without the word that the input was taken, the host's next frame could be read from its middle.
        clean = streams[2].data[:1] == b"I" and _wipe() and self._group.is_settled()
        report = {
            "exit": os.waitstatus_to_exitcode(status), "stopped": reason, "wallMs": wall * 1e3, "cpuMs": cpu * 1e3,
            "peakKb": max(used.ru_maxrss for _, _, used in ended), "clean": clean,
            "stdout": len(streams[0].data), "stderr": len(streams[1].data), "result": len(streams[2].data),
        }
        return report, [bytes(stream.data) for stream in streams]

    def _watch(self, request, streams, child, started):
        """Drains the streams until the run ends or breaks a limit; returns the limit."""
        wall, most_wall = request["wallSeconds"], 20 * request["wallSeconds"] + 60
        ended = os.pidfd_open(child)
        poll, by_descriptor = select.poll(), {stream.read_end: stream for stream in streams}
        for descriptor in (ended, *by_descriptor):
            poll.register(descriptor, select.POLLIN)
        poll.register(0, 0)  # tells only when the host has gone
        try:
            check = started + 0.02
            while True:
                finished = False
                for descriptor, _ in poll.poll(20):
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
                check = now + 0.02
                if self._group.cpu_seconds() > request["cpuSeconds"]:
                    return "cpu"
                elapsed = now - started - _SLACK
                if elapsed > most_wall or elapsed > wall and elapsed - _waited() > wall:
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
