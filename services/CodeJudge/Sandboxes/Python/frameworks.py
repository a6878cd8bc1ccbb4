# What test files expect of their framework: unittest's own loader, and the part of pytest that tests of functions and classes use.
import contextlib
import inspect
import re
import unittest


class _Approx:
    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self._expected, self._rel, self._abs, self._nan = expected, 1e-6 if rel is None else rel, 1e-12 if abs is None else abs, nan_ok

    def __eq__(self, actual):
        return self._near(self._expected, actual)

    def _near(self, expected, actual):
        if isinstance(expected, dict):
            return type(actual) is dict and actual.keys() == expected.keys() and all(self._near(value, actual[key]) for key, value in expected.items())
        if isinstance(expected, (list, tuple)):
            return type(actual) in (list, tuple) and len(actual) == len(expected) and all(map(self._near, expected, actual))
        if type(actual) is bool or not isinstance(actual, (int, float, complex, decimal.Decimal, fractions.Fraction)):
            return False
        if expected != expected:
            return self._nan and actual != actual
        return expected == actual or abs(expected - actual) <= max(self._rel * abs(expected), self._abs)


class _Raised:
    value = type = None

    def match(self, pattern):
        return re.search(pattern, str(self.value)) is not None


@contextlib.contextmanager
def _raises(kinds, match):
    raised = _Raised()
    try:
        yield raised
    except Gone:
        raise
    except kinds as error:
        raised.value, raised.type = error, type(error)
        assert match is None or re.search(match, str(error)), "another message"
        return
    raise AssertionError("nothing was raised")


class _Mark:
    def __getattr__(self, name):
        def mark(*arguments, **options):
            if len(arguments) == 1 and not options and callable(arguments[0]) and name not in ("parametrize", "skipif"):
                return _marked(arguments[0], name, ())
            return lambda target: _marked(target, name, arguments, options)
        return mark


def _marked(target, name, arguments, options=None):
    if isinstance(target, types.FunctionType):
        target.__dict__.setdefault("marks", []).append((name, arguments, options or {}))
    return target


def mini_pytest():
    """A module with the names that tests import from pytest."""
    module = types.ModuleType("pytest")

    def raises(kinds, *call, match=None, **options):
        context = _raises(kinds, match)
        if not call:
            return context
        with context:
            call[0](*call[1:], **options)

    def fixture(*function, **options):
        def mark(function):
            function.is_fixture, function.autouse = True, options.get("autouse", False)
            return function
        return mark(function[0]) if function else mark

    def param(*values, **options):
        return values if len(values) > 1 else values[0]

    def fail(reason=""):
        raise AssertionError(reason)

    def skip(reason="", **options):
        raise unittest.SkipTest(reason)

    def main(*arguments):
        return 0

    for thing in (raises, fixture, param, fail, skip, main):
        setattr(module, thing.__name__, thing)
    module.approx, module.mark = _Approx, _Mark()
    return module


class _Result(unittest.TestResult):
    def __init__(self, tally):
        super().__init__()
        self._tally = tally

    def _end(self, test, error):
        self._tally.record(test.id(), error)

    def addSuccess(self, test):
        self._end(test, None)

    def addError(self, test, error):
        self._end(test, error[1])

    addFailure = addError

    def addSkip(self, test, reason):
        self._tally.skip(test.id())

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self._end(test, error[1])

    def addExpectedFailure(self, test, error):
        self._end(test, None)

    def addUnexpectedSuccess(self, test):
        self._end(test, AssertionError("should have failed"))


def run_framework(space, tally):
    """Runs what a test framework would collect."""
    for name, thing in list(space.items()):
        if isinstance(thing, _RemoteClass):
            continue
        if isinstance(thing, type) and issubclass(thing, unittest.TestCase) and thing.__module__ == "tests":
            unittest.defaultTestLoader.loadTestsFromTestCase(thing).run(_Result(tally))
        elif name.startswith("test") and isinstance(thing, types.FunctionType) and thing.__code__.co_filename != _NAME:
            _run_function(name, thing, space, tally)
        elif name.startswith("Test") and isinstance(thing, type) and thing.__module__ == "tests":
            for method in [method for method in vars(thing) if method.startswith("test")]:
                owner = thing()
                if hasattr(owner, "setup_method"):
                    owner.setup_method()
                _run_function(f"{name}.{method}", getattr(owner, method), space, tally)


def _run_function(name, function, space, tally):
    marks = getattr(function, "marks", [])
    if any(mark == "skip" or mark == "skipif" and arguments[:1] == (True,) for mark, arguments, _ in marks):
        return tally.skip(name)
    rows = [{}]
    for mark, arguments, _ in marks:
        if mark == "parametrize":
            names = [part.strip() for part in arguments[0].split(",")] if isinstance(arguments[0], str) else list(arguments[0])
            rows = [{**row, **dict(zip(names, values if len(names) > 1 else [values]))} for row in rows for values in arguments[1]]
    for index, row in enumerate(rows):
        with contextlib.ExitStack() as stack:
            with tally.unit(f"{name}[{index}]"), _expected_failure(marks):
                given = {wanted: row[wanted] if wanted in row else _fixture(wanted, space, stack) for wanted in _parameters(function)}
                result = function(**given)
                if inspect.isawaitable(result):
                    import asyncio
                    asyncio.run(result)


@contextlib.contextmanager
def _expected_failure(marks):
    """What `xfail` makes of a test: its failure is its success."""
    found = next((options for mark, arguments, options in marks if mark == "xfail" and arguments[:1] != (False,)), None)
    try:
        yield
    except (Gone, unittest.SkipTest):
        raise
    except found.get("raises", Exception) if found is not None else ():
        return
    assert found is None or not found.get("strict"), "should have failed"


def _parameters(function):
    """The parameters that are fixtures; `patch` puts its mocks before them."""
    mocks = [each for each in getattr(function, "patchings", ()) if not each.attribute_name and type(each.new).__name__ == "_SentinelObject"]
    return list(inspect.signature(function).parameters)[len(mocks):]


def _fixture(name, space, stack):
    if name in FIXTURES and name not in space:
        return FIXTURES[name](stack)
    made = space.get(name)
    if not getattr(made, "is_fixture", False):
        raise Defect(f"there is no fixture {name}")
    given = {wanted: _fixture(wanted, space, stack) for wanted in inspect.signature(made).parameters}
    value = made(**given)
    if isinstance(value, types.GeneratorType):
        generator, value = value, next(value)
        stack.callback(lambda: next(generator, None))
    return value
