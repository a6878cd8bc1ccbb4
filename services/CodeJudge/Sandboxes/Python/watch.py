# A run's limits, looked at while it lasts. What a busy host adds to its time does not count against it.
import os
import select
import time

_LOOK = 0.05  # seconds between two looks at a run that lasts
_ASK = 0.002  # and between two where the kernel cannot tell when a process ends, and must be asked
_SLACK = 0.5  # seconds of wall clock for starting and scheduling that no limit counts


class _Patience:
    """How long a run has been waiting for something other than a core."""

    _LONGEST = 2 * _LOOK  # between two looks; beyond it we did not get a core ourselves, and know nothing

    def __init__(self, started, household):
        self.idle, self._looked, self._household = 0.0, started, household

    def look(self, now):
        passed, self._looked = min(now - self._looked, self._LONGEST), now
        if not self._wants_a_core():
            self.idle += passed

    def _wants_a_core(self):
        others = {"1", str(self._household.spare_pid)}
        for process in os.listdir("/proc"):
            if not process.isdigit() or process in others:
                continue
            try:
                for task in os.listdir(f"/proc/{process}/task"):
                    with open(f"/proc/{process}/task/{task}/stat", "rb") as file:
                        if file.read().rpartition(b") ")[2][:1] in b"RD":
                            return True
            except OSError:
                pass
        return False


class Watch:
    def __init__(self, request, processes, cpu_seconds, household, started):
        self._processes, self._cpu_seconds, self._started = processes, cpu_seconds, started
        self._wall, self._cpu = request["wallSeconds"], request["cpuSeconds"]
        self._most_wall = 20 * max(self._wall, self._cpu) + 60
        self._patience = _Patience(started, household)

    def until_end_of(self, process, or_begun=False):
        begun = process if or_begun else None
        try:
            ended = os.pidfd_open(process.pid)
        except OSError:  # gVisor's kernel has no such call
            return self.until(None, begun, process.pid)
        try:
            return self.until(ended, begun)
        finally:
            os.close(ended)

    def _streams(self):
        poll, by_descriptor = select.poll(), {stream.read_end: stream for process in self._processes for stream in process.streams}
        for descriptor in by_descriptor:
            poll.register(descriptor, select.POLLIN)
        return poll, by_descriptor

    def _is_over(self):
        return self._processes[0].output.over or self._processes[0].result.over

    def drain(self):
        """Takes what is in the streams now: a pipe holds no more than is taken at once, and who writes without end is not waited for."""
        poll, by_descriptor = self._streams()
        for descriptor, _ in poll.poll(0):
            by_descriptor[descriptor].take()

    def until(self, word, begun=None, asked=None):
        """
        Drains the streams until there is something to read, or a process has ended or begun, or the run breaks a limit; returns the limit.
        Without a word to wait for, the process of which it is asked whether it has ended.
        """
        poll, by_descriptor = self._streams()
        if word is not None:
            poll.register(word, select.POLLIN)
        poll.register(0, 0)  # tells only when the host has gone
        check = time.monotonic() + _LOOK
        while True:
            finished = asked is not None and os.waitid(os.P_PID, asked, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
            for descriptor, _ in poll.poll(int((_LOOK if asked is None else _ASK) * 1e3)):
                if descriptor == word:
                    finished = True
                elif descriptor == 0:
                    os._exit(0)
                elif not by_descriptor[descriptor].take():
                    poll.unregister(descriptor)
            if self._is_over():
                return "output"
            if finished or begun and begun.has_begun:
                return None
            now = time.monotonic()
            if now < check:
                continue
            check = now + _LOOK
            cpu = self._cpu_seconds()
            if cpu > self._cpu:
                return "cpu"
            self._patience.look(now)
            elapsed = now - self._started - _SLACK
            if elapsed > self._most_wall or min(elapsed, self._patience.idle + cpu) > self._wall:
                return "wall"
