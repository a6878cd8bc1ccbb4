# Runs Python tests against a submission in another process. The tests are trusted; what they are told is not.
SUBMISSION_MODULES = ("solution", "submission", "candidate", "answer", "main", "program", "code", "my_module", "module", "your_module")


class _Tally:
    """What became of each test. A test is a statement with an assertion in it, a test function, or a test method."""

    def __init__(self, remote):
        self.remote, self.ends, self.asserts = remote, {}, 0

    def unit(self, number):
        return _Unit(self, number)

    def met(self):
        self.asserts += 1

    def skip(self, name):
        pass

    def record(self, name, error):
        if isinstance(error, Defect):
            raise error  # unittest takes it for the test's own
        if self.remote.gone and error is None:
            error = Gone("the submission's process ended before the tests did")
        self.ends.setdefault(name, []).append(error)


class _Unit:
    def __init__(self, tally, number):
        self._tally, self._number = tally, number

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if not isinstance(error, unittest.SkipTest) or getattr(error, "from_submission", False):
            self._tally.record(self._number, error)
        else:
            self._tally.skip(self._number)
        return not isinstance(error, (GeneratorExit, Defect))


class _SubmissionModule(types.ModuleType):
    def __init__(self, name, remote):
        super().__init__(name)
        self.__dict__["_remote"] = remote
        self.__dict__["__file__"] = _NAME

    def __setattr__(self, name, value):
        if name.startswith("__"):
            return super().__setattr__(name, value)
        raise NeedsSharing(f"they set {name} of the submission")

    def __getattr__(self, name):
        found = {} if name.startswith("__") else self.__dict__["_remote"].names([name])
        if name not in found:
            raise AttributeError(f"the submission defines no {name}")
        return found[name]


class _Run:
    def __init__(self, reading, link):
        self.reading, self.remote = reading, Remote(link)
        self.tally = _Tally(self.remote)
        self.space = {"__name__": "tests", "__builtins__": builtins}
        self._set_up()

    def _set_up(self):
        for name in SUBMISSION_MODULES:
            sys.modules.setdefault(name, _SubmissionModule(name, self.remote))
        sys.modules["pytest"] = mini_pytest()
        try:
            exec(self.reading.prefix, self.space)
        except MemoryError:
            raise  # ours, and no submission is to answer for it
        except Exception:
            pass  # what the tests then miss, they will say
        for name, value in self.remote.names(self.reading.foreign - set(self.space) - set(dir(builtins)) | self.reading.first).items():
            if not isinstance(value, types.ModuleType) or value.__name__ == name:
                self.space[name] = value
        self.remote.used = False
        threading.excepthook = self._failed_beside
        self.space.update(__unit__=self.tally.unit, __met__=self.tally.met)

    def _failed_beside(self, told):
        if isinstance(told.exc_value, AssertionError):
            self.tally.record("a thread of the tests", told.exc_value)

    def run(self):
        try:
            exec(self.reading.code, self.space)
            self._run_check()
        except (Gone, Defect):
            raise
        except SystemExit as end:
            # A script says by its exit code how it ended; a submission that raises this has ended nothing.
            is_failure = end.code not in (None, 0) or getattr(end, "from_submission", False)
            return self._all(AssertionError() if is_failure else None)
        except BaseException as error:
            # A name that nobody defines is the submission's fault, and so is all that happened after it was asked.
            from_tests = isinstance(error, ImportError) and not getattr(error, "from_submission", False) and error.name not in SUBMISSION_MODULES
            if (from_tests or not self.remote.used) and not isinstance(error, (NameError, AttributeError)) and getattr(error, "name", None) not in SUBMISSION_MODULES:
                raise Defect(f"the tests fail by themselves: {_explain(error)}") from None
            return self._all(error)
        run_framework(self.space, self.tally)
        return self._all(None)

    def _run_check(self):
        if not self.reading.has_check or any(number in self.tally.ends for number in range(self.reading.in_check)):
            return
        candidate = eval(compile(self.reading.candidate, "entryPoint", "eval"), self.space)
        if type(candidate) is Handle and self.reading.foreseen:
            self.remote.foresee(candidate, self.reading.foreseen)
        self.space["check"](candidate)

    def _all(self, aborted):
        """The end of each test: None, or what went wrong."""
        ends = []
        for number in range(self.reading.units):
            errors = self.tally.ends.pop(number, None)
            if errors is not None:
                ends.append(next((error for error in errors if error is not None), None))
            elif aborted is not None:
                ends.append(aborted)
        for errors in self.tally.ends.values():
            ends.append(next((error for error in errors if error is not None), None))
        if aborted is not None and all(end is None for end in ends):
            ends.append(aborted)
        if not ends and self.remote.used and not self.reading.shared and (self.tally.asserts or self.reading.can_fail):
            ends.append(aborted)  # none by itself: all of it is one test
        if not ends:
            raise Defect("the tests hold no test")
        if self.remote.gone and all(end is None for end in ends):
            ends[-1] = Gone("the submission's process ended before the tests did")
        if self.reading.has_asserts and self.tally.asserts == 0 and all(end is None for end in ends):
            if not self.remote.used:
                raise Defect("no assertion of the tests was reached")
            ends[-1] = AssertionError()
        return ends


def _why(error):
    if isinstance(error, Told):
        return error.why
    if type(error) is AssertionError:
        return ["wrong", "an assertion failed"]
    if isinstance(error, Gone):
        return ["gone", str(error)]
    return ["error", _explain(error)]


def outcome(reading, link, may_stay=False):
    """How each test ended, as JSON. The reasons name no line and no value of the tests: they go into the verdict's detail."""
    run = None
    try:
        run = (_SharedRun if reading.shared else _Run)(reading, link)
        ends = run.run()
    except Gone as error:
        ends = [error]
    except Exception as error:
        if run is None or not run.remote.used:
            raise
        ends = [error]
    if may_stay and run is not None and run.remote.unsure:
        raise Unsure
    return json.dumps([None if end is None else _why(end) for end in ends]).encode()


def run_tests(data):
    """Runs one set of tests and reports how each ended; never returns."""
    _report(b"P")
    random.seed(0x5EED)
    gc.enable()
    try:
        _any_digits(0)
        spec = json.loads(data)
        del data
        sys.modules["__main__"] = types.ModuleType("tests")
        _report(b"T" + outcome(Reading(spec), Link(4, 5)))
    except Defect as defect:
        _report(b"N" if isinstance(defect, NeedsSharing) else b"D", str(defect))
    except BaseException as error:
        _report(b"D", f"the tests fail by themselves: {_explain(error)}")
    os._exit(0)
