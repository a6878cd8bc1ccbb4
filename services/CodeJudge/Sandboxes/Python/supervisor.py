# Process 1 of a box: has each run played by processes forked from a preloaded interpreter, watches it, kills all that it started, and
# proves the box clean.
import os
import signal
import struct
import sys
import time


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


class Supervisor:
    def __init__(self, config):
        self._separate, self._uid, self._turn = config["separateUsers"], config["uid"], 0
        self._uids = config["uids"] - 2  # the last is the warm tester's
        self._group = ControlGroup("/judge/cgroup") if config["controlGroup"] else NoControlGroup()
        self._group.try_to_join()
        with open("/proc/self/statm", "rb") as file:
            self._own_space = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        keeps = self._separate and self._group.holds_memory
        self._household = Household(keeps, self._group, self._be_part, self._uid + config["uids"] - 1, self._own_space)

    def serve(self):
        _send({"python": sys.version.split()[0]})
        while True:
            request = json.loads(read_exactly(*struct.unpack("<I", read_exactly(4))))
            if not self._run(request):
                read_exactly(1)  # who asks for another run hears why there is none
                _send({"clean": False})
                os._exit(0)
            self._household.admit_spare()

    def _be_part(self, connection):
        be_part(connection, self._group, self._separate, self._own_space)

    def _run(self, request):
        """Runs a request and reports it; whether the box is clean again."""
        self._turn = (self._turn + 2) % self._uids
        self._group.begin(request)
        play = Play(request, self._household, self._group, self._uid + self._turn)
        reason = play.run()
        wall = time.monotonic() - play.started
        # The host need not wait for the end of what nothing depends on any more.
        early = play.decided_peak(reason)
        if early:
            self._report(request, play, reason, wall, [], early)
        ended = self._household.end(play.processes)
        for process in play.processes:
            process.drain()
        if not early:
            self._report(request, play, reason, wall, ended, max(used.ru_maxrss for _, _, used in ended))
        self._household.prepare(request)
        # Without the word that the input was taken, the host's next frame could be read from its middle.
        return all(process.has_its_input for process in play.processes) and wipe() and self._group.is_settled()

    def _report(self, request, play, reason, wall, ended, peak):
        """Tells the host how a run went; `ended` is empty where its processes have yet to be ended."""
        cpu = play.cpu_seconds(ended)
        reason = self._why(request, play, reason, ended, cpu)
        subject = play.subject
        kept = kept_files(subject.folder, subject.part["keep"])
        report = {
            "exit": subject.exit(ended) if ended else -signal.SIGKILL, "stopped": reason, "wallMs": wall * 1e3, "cpuMs": cpu * 1e3,
            "peakKb": peak, "undecided": play.is_undecided(reason),
            "dropped": subject.output.dropped, "cut": subject.output.cut,
            "stdout": len(subject.output.data), "stderr": len(subject.errors.data), "result": len(subject.said()),
            "notStarted": next((process.start.data.decode() for process in play.processes if process.start.data), None),
            "kept": [{"name": name, "length": len(content)} for name, content in kept],
        }
        blobs = [bytes(subject.output.data), bytes(subject.errors.data), subject.said()]
        if request["tester"]:
            status, result, errors = play.tester_report(ended)
            report["tester"] = {"exit": status, "result": len(result), "stderr": len(errors)}
            blobs += [result, errors]
        _send(report, *blobs, *(content for _, content in kept))

    def _why(self, request, play, reason, ended, cpu):
        """The limit that ended the run, if one did."""
        signals = [process.signal(ended) for process in play.processes] if ended else []
        if self._group.out_of_memory():
            return "memory"
        if self._group.host_out_of_memory(signal.SIGKILL in signals and reason is None):
            return "host"
        if reason is None and (cpu > request["cpuSeconds"] or signal.SIGXCPU in signals):
            return "cpu"
        if reason is None and (play.subject.output.over or play.subject.result.over):
            return "output"
        return reason


def main():
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    config = json.loads(sys.argv[1])
    # Here, for who judges may be held to a share of all cores, which does not say which.
    cores = sorted(os.sched_getaffinity(0))
    if config["core"] is not None and len(cores) == config["cores"]:
        os.sched_setaffinity(0, {cores[config["core"] % len(cores)]})
    _preload()
    open_streams()
    confine_everything()
    supervisor = Supervisor(config)
    gc.collect()
    gc.disable()
    gc.freeze()
    supervisor.serve()


main()
