# A tester that stays for the tests of many submissions. It takes only tests that can leave nothing behind, by their syntax, and decides
# only what ends in the plain course of things; all else is run again by a tester of its own.
import resource
import signal

_DECLINED, _UNDECIDED, _STAYING, _LEAVING = b"N", b"M", b"S", b"L"
_MOST_GROWTH = 64 << 10  # KiB
_SPACE = 512 << 20
_MOST_READ = 4 << 20  # bytes of tests


class WarmTester:
    """The supervisor's end of it."""

    def __init__(self, forked):
        self._forked, self._connection = forked, forked.connection
        self.word, self.declined, self.is_leaving = b"", False, False
        self._used_before = self._used_last = 0.0

    @property
    def pid(self):
        return self._forked.pid

    def fileno(self):
        return self._connection.fileno()

    def begin(self, tests, link):
        self.word, self.declined, self.is_leaving = b"", False, True
        self._used_before = self._used()
        try:
            give(self._connection, tests, link)
        except OSError:
            pass  # it has ended, which we shall hear

    def hear(self):
        """Takes its word; none when it has ended."""
        self._used()
        if (told := take(self._connection)) is None:
            return
        word = told[0]
        self.declined, self.is_leaving, self.word = word[:1] == _DECLINED, word[:1] == _LEAVING, word[1:]

    @property
    def has_decided(self):
        return self.word[:1] == b"T"

    def cpu_seconds(self):
        """Seconds of CPU time for the tests that it has."""
        return max(0.0, self._used() - self._used_before)

    def _used(self):
        try:
            self._used_last = time.clock_gettime(~self.pid << 3 | 2)  # a process's CPUCLOCK_SCHED: linux/include/linux/posix-timers.h
        except OSError:
            pass  # it has ended
        return self._used_last

    def close(self):
        self._connection.close()


def test_by_turns(connection, uid, own_space):
    os.setsid()
    spare_others()
    null = os.open("/dev/null", os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.chdir("/tmp")
    become(uid)
    for kind, value in ((resource.RLIMIT_AS, own_space + _SPACE), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64)):
        resource.setrlimit(kind, (value, value))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _any_digits(0)
    gc.enable()
    readings, before = _Readings(), _state()
    while (told := take(connection, 2)) is not None:
        tests, link = told
        word = _word_on(tests, readings, link)
        for descriptor in link:
            os.close(descriptor)
        stays = word[:1] == _DECLINED or _state() == before
        give(connection, word if word[:1] == _DECLINED else (_STAYING if stays else _LEAVING) + word)
        if not stays:
            return
        gc.collect()
        gc.freeze()  # what is kept is not gone through again: for thousands of readings that takes longer than they spare


def _state():
    """What tests could have left behind without saying so."""
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MOST_GROWTH
    return set(sys.modules), dict(builtins.__dict__), sys.getrecursionlimit(), grown, threading.active_count()


class _Readings:
    """The last tests as they were read, as many as have 4 MiB of text together."""

    def __init__(self):
        self._kept, self._size = {}, 0

    def of(self, tests):
        reading = self._kept.pop(tests, None)
        if reading is None:
            reading = Reading(json.loads(tests), plain_only=True)
            self._size += len(tests)
        self._kept[tests] = reading
        while self._size > _MOST_READ:
            oldest = next(iter(self._kept))
            self._size -= len(oldest)
            del self._kept[oldest]
        return reading


def _word_on(tests, readings, link):
    random.seed(0x5EED)
    main, sys.modules["__main__"] = sys.modules.get("__main__"), types.ModuleType("tests")
    try:
        return b"T" + outcome(readings.of(tests), Link(*link), may_stay=True)
    except Declined:
        return _DECLINED
    except BaseException:
        return _UNDECIDED
    finally:
        sys.modules["__main__"] = main
        for name in SUBMISSION_MODULES:
            if type(sys.modules.get(name)) is _SubmissionModule:
                del sys.modules[name]
        sys.modules.pop("pytest", None)
