# One run: its processes are started, watched and, but for a tester that stays, given to their end.

_GONE = b'["gone"'  # an end that the tester lays to the submission's


class Play:
    def __init__(self, request, household, group, uid):
        self._request, self._household, self._group, self._uid = request, household, group, uid
        self.started = time.monotonic()
        self.subject = Process("subject", request, uid)
        self.processes = [self.subject]
        self._warm, self._tester = household.tester_for(request), None

    def run(self):
        """Until its end, or that of its tests; the limit that it broke, or None."""
        request, tests = self._request, None
        if request["tester"]:
            self.subject.link, link = two_pipes()
            if self._warm:
                tests = read_exactly(request["tester"]["program"] + request["tester"]["input"])
                self._warm.begin(tests, link)
            else:
                self._start_tester(link)
                # It has read what is its own once it says so: what comes next on our input is the subject's.
                self._tester.result.take()
        self._household.start(self.subject, request)
        if self._warm:
            reason = self._watch().until(self._warm.fileno())
            if reason is None:
                self._warm.hear()
            if reason is not None or not self._warm.declined:
                self._let_go(link, reason)
                return reason or self._begun()
            self._warm = None
            self._start_tester(link, tests)
        return self._watch().until_end_of(self._tester or self.subject) or self._begun()

    def _begun(self):
        """Tests that ask nothing may end before the submission has said whether it can be run at all."""
        return None if self.subject.has_begun else self._watch().until_end_of(self.subject, or_begun=True)

    def _let_go(self, link, reason):
        for descriptor in link:
            os.close(descriptor)
        if reason is not None or self._warm.is_leaving:
            self._household.dismiss(self._warm)

    def _start_tester(self, link, tests=None):
        self._tester = Process("tester", self._request, self._uid + 1)
        self._tester.link = link
        self.processes.append(self._tester)
        self._household.start(self._tester, self._request, tests)

    def _watch(self):
        return Watch(self._request, self.processes, self._cpu_so_far, self._household, self.started)

    def _cpu_so_far(self):
        return self._group.cpu_seconds() + self._warm_cpu()

    def _warm_cpu(self):
        return self._warm.cpu_seconds() if self._warm else 0

    def cpu_seconds(self, ended):
        usage = sum(used.ru_utime + used.ru_stime for _, _, used in ended) - sum(process.used_before for process in self.processes)
        return (max(usage, self._group.cpu_seconds()) if self._group.holds_memory else usage) + self._warm_cpu()

    def is_undecided(self, reason):
        """Whether a tester that stays may be at fault for this end: only in the plain course of things does it decide."""
        if not self._warm:
            return False
        if reason == "cpu":
            return self._warm_cpu() > 0.1 * self._request["cpuSeconds"]
        return reason == "wall" or reason is None and not self._warm.has_decided

    def decided_peak(self, reason):
        """KiB of memory that a submission had at most which cannot change its tests' ends any more; 0 where it is gone, or something depends on its end."""
        if reason is not None or not self._warm or not self._warm.has_decided or _GONE in self._warm.word:
            return 0
        self._watch().drain()
        return self.subject.peak()

    def tester_report(self, ended):
        """Its exit code, result and errors."""
        if self._warm:
            return 0, b"IP" + self._warm.word, b""
        return self._tester.exit(ended), self._tester.said(), bytes(self._tester.errors.data)
