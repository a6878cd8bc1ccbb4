# Runs Python tests against a submission in another process. The tests are trusted; what they are told is not.
import ast

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SUBMISSION_MODULES = ("solution", "submission", "candidate", "answer", "main", "program", "code", "my_module", "module", "your_module")


class Defect(BaseException):
    """The tests themselves cannot be run."""


class Declined(BaseException):
    """The tests are not of the kind that may be run here."""


class Unsure(BaseException):
    """What happened may be this process's own doing."""


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


class _Instrument(ast.NodeTransformer):
    """Counts each assertion that is met."""

    def visit_Assert(self, node):
        met = ast.Expr(ast.Call(ast.Name("__met__", ast.Load()), [], []))
        return [ast.copy_location(met, node), node]


def _holds_assert(node):
    return any(isinstance(inner, ast.Assert) for inner in ast.walk(node))


def _split(body, units, whole):
    """Makes each statement of a body that asserts a test of its own."""
    for index, node in enumerate(body):
        if isinstance(node, _FUNCTIONS) or not (_holds_assert(node) or whole and isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            continue
        call = ast.Call(ast.Name("__unit__", ast.Load()), [ast.Constant(len(units))], [])
        units.append(node.lineno)
        body[index] = ast.copy_location(ast.With([ast.withitem(call)], [node]), node)


def _parse(source, what):
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Defect(f"{what} do not parse: {error}") from None


def _prefix_parts(prefix, entry_point):
    """The prefix's own imports, constants and helpers, and the name of the function that it leaves unfinished."""
    for ending in ("", "\n    pass\n", "\n        pass\n"):
        try:
            body = ast.parse(prefix + ending).body
            break
        except (SyntaxError, ValueError):
            body = []
    defined = [node.name for node in body if isinstance(node, _FUNCTIONS)]
    open_end = defined[-1] if defined and isinstance(body[-1], _FUNCTIONS) else None
    wanted = {entry_point.replace("()", "").split(".")[0]} if entry_point else set()
    parts = [node for node in body if not (isinstance(node, _FUNCTIONS) and node.name in wanted | {open_end})]
    return parts, open_end


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
    def __init__(self, spec, link, plain_only):
        self.remote = Remote(link)
        self.tally = _Tally(self.remote)
        self.entry_point = spec.get("entryPoint")
        self.tree = _parse(spec["code"], "the tests")
        parts, open_end = _prefix_parts(spec.get("prefix") or "", self.entry_point)
        if plain_only and not (is_plain(self.tree) and all(map(is_plain, parts)) and (self.entry_point is None or self.entry_point.isidentifier())):
            raise Declined
        if not spec.get("shared") and (need := sharing_need(self.tree)):
            raise Declined if plain_only else NeedsSharing(need)
        self.entry_point = self.entry_point or open_end
        self.units = []
        self.check = next((node for node in self.tree.body if isinstance(node, ast.FunctionDef) and node.name == "check"), None)
        if self.check:
            _split(self.check.body, self.units, whole=not _holds_assert(self.check))
        self.in_check = len(self.units)
        _split(self.tree.body, self.units, whole=False)
        self.has_asserts = _holds_assert(self.tree)
        self.space = {"__name__": "tests", "__builtins__": builtins}
        self._set_up(parts)

    def _set_up(self, parts):
        for name in SUBMISSION_MODULES:
            sys.modules.setdefault(name, _SubmissionModule(name, self.remote))
        sys.modules["pytest"] = mini_pytest()
        module = ast.Module(parts, [])
        try:
            exec(compile(module, "prefix", "exec"), self.space)
        except Exception:
            pass  # what the tests then miss, they will say
        trusted = set(self.space) | set(dir(builtins))
        used = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        own = {node.name for node in self.tree.body if isinstance(node, _FUNCTIONS)}
        first = (self.entry_point or "").replace("()", "").split(".")[0]
        wanted = (used - trusted - own) | ({first} if first else set())
        for name, value in self.remote.names(wanted).items():
            if not isinstance(value, types.ModuleType) or value.__name__ == name:
                self.space[name] = value
        self.remote.used = False
        self.space.update(__unit__=self.tally.unit, __met__=self.tally.met)

    def run(self):
        tree = ast.fix_missing_locations(_Instrument().visit(self.tree))
        try:
            code = compile(tree, "tests", "exec")
        except (SyntaxError, ValueError, RecursionError) as error:
            raise Defect(f"the tests do not parse: {error}") from None
        try:
            exec(code, self.space)
            self._run_check()
        except (Gone, Defect):
            raise
        except BaseException as error:
            # A name that nobody defines is the submission's fault, and so is all that happened after it was asked.
            from_tests = isinstance(error, ImportError) and not getattr(error, "from_submission", False) and error.name not in SUBMISSION_MODULES
            if (from_tests or not self.remote.used) and not isinstance(error, (NameError, AttributeError)) and getattr(error, "name", None) not in SUBMISSION_MODULES:
                raise Defect(f"the tests fail by themselves: {_explain(error)}") from None
            return self._all(error)
        run_framework(self.space, self.tally)
        return self._all(None)

    def _run_check(self):
        if not self.check or any(number in self.tally.ends for number in range(self.in_check)):
            return
        if not self.entry_point:
            raise Defect("the tests define check(candidate), and nothing says what the candidate is: give entryPoint")
        candidate = eval(compile(self.entry_point, "entryPoint", "eval"), self.space)
        self.space["check"](candidate)

    def _all(self, aborted):
        """The end of each test: None, or what went wrong."""
        ends = []
        for number in range(len(self.units)):
            errors = self.tally.ends.pop(number, None)
            if errors is not None:
                ends.append(next((error for error in errors if error is not None), None))
            elif aborted is not None:
                ends.append(aborted)
        for errors in self.tally.ends.values():
            ends.append(next((error for error in errors if error is not None), None))
        if aborted is not None and all(end is None for end in ends):
            ends.append(aborted)
        if not ends:
            raise Defect("the tests hold no test")
        if self.remote.gone and all(end is None for end in ends):
            ends[-1] = Gone("the submission's process ended before the tests did")
        if self.has_asserts and self.tally.asserts == 0 and all(end is None for end in ends):
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


def outcome(spec, link, plain_only=False):
    """How each test ended, as JSON. The reasons name no line and no value of the tests: they go into the verdict's detail."""
    run = None
    try:
        run = (_SharedRun if spec.get("shared") else _Run)(spec, link, plain_only)
        ends = run.run()
    except Gone as error:
        ends = [error]
    except Exception as error:
        if run is None or not run.remote.used:
            raise
        ends = [error]
    if plain_only and run is not None and run.remote.ran_out:
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
        _report(b"T" + outcome(spec, Link(4, 5)))
    except Defect as defect:
        _report(b"N" if isinstance(defect, NeedsSharing) else b"D", str(defect))
    except BaseException as error:
        _report(b"D", f"the tests fail by themselves: {_explain(error)}")
    os._exit(0)
