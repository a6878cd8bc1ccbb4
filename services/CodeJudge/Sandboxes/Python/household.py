# The processes of a box that are there between runs, and the end of those that are not.
import os
import signal

_PART, _TESTS = range(2)  # what a process can be forked for
_MOST_CHARGED = 256 << 10  # bytes of input for which it does not matter whose memory they are, the run's or ours


class Household:
    """
    A forker, a spare that the next run becomes, and a tester that stays. Nothing is kept where a run's own processes cannot be counted, or have
    our user: there each run is ended by ending all.
    """

    def __init__(self, keeps, group, be_part, tester_uid, own_space):
        self._keeps, self._group = keeps, group
        self._works = (be_part, lambda connection: test_by_turns(connection, tester_uid, own_space))
        self._forker = self._spare = self._tester = None

    def _fork(self, work):
        if not self._keeps:
            return fork_to(self._works[work])
        if self._forker is None:
            self._forker = Forker(self._works, self._group.doors)
        return self._forker.fork(work)

    @property
    def spare_pid(self):
        return self._spare.pid if self._spare else None

    def start(self, process, request, own_input=None):
        """Gives a process its part in the run."""
        if self._spare and self._spare.admitted and process.input_size > _MOST_CHARGED:
            self._end(self._spare)
            self._spare = None
        process.forked, self._spare = self._spare or self._fork(_PART), None
        process.give_part(process.forked.connection, request, own_input)
        process.forked.close()

    def prepare(self, request):
        """Makes what the next run will want, if it is like this one."""
        if not self._keeps:
            return
        if self._wants_tester(request) and not self._tester:
            self._tester = WarmTester(self._fork(_TESTS))
        if not self._spare:
            self._spare = self._fork(_PART)

    def admit_spare(self):
        """Has the spare join the group between two runs: the kernel may take milliseconds for that."""
        if self._spare:
            give(self._spare.connection, b"")
            self._spare.admitted = True

    @staticmethod
    def _wants_tester(request):
        return request["tester"] and request["tester"]["warm"]

    def tester_for(self, request):
        """The tester that stays, if there is one and the request has tests for it."""
        return self._tester if self._wants_tester(request) else None

    def dismiss(self, tester):
        """Ends the tester: it is not to be trusted with other tests."""
        self._tester = None
        self._end(tester)

    def _end(self, kept):
        os.kill(kept.pid, signal.SIGKILL)
        self._forker.wait(kept.pid)
        kept.close()

    def end(self, processes):
        """Kills every process of a run, and waits until the kernel says that there is none; what became of each."""
        ended = []
        if self._keeps:
            for process in processes:
                os.kill(process.pid, signal.SIGKILL)
                ended.append(self._forker.wait(process.pid))
            while not self._group.is_empty() and (orphan := _orphan()):
                ended.append(orphan)
            if self._group.is_empty():
                return ended
        kept = {part.pid for part in (self._forker, self._spare, self._tester) if part}
        ended += [entry for entry in _end_all() if entry[0] not in kept]
        for part in (self._forker, self._tester):
            if part:
                part.close()
        self._forker = self._spare = self._tester = None
        return ended


def _orphan():
    """A process of the run that its parent left to us, if one has ended."""
    try:
        pid, status, usage = os.wait4(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    return (pid, status, usage) if pid else None


def _end_all():
    """Kills every process of this namespace but ourselves, and waits until the kernel says that there is none."""
    rusage = []
    while True:
        try:
            os.kill(-1, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            rusage.append(os.wait4(-1, 0))
        except ChildProcessError:
            return rusage
