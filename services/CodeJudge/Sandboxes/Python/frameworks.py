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
    if isinstance(target, (types.FunctionType, type)):
        target.marks = [*_marks(target), (name, arguments, options or {})]
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
        if options.get("marks"):
            raise Defect("the tests mark single parameters, which is not here")
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
    with _around(space.get, None, ("setUpModule", "setup_module"), ("tearDownModule", "teardown_module")):
        for name, thing in list(space.items()):
            if isinstance(thing, _RemoteClass):
                continue
            if isinstance(thing, type) and issubclass(thing, unittest.TestCase) and thing.__module__ == "tests":
                unittest.defaultTestLoader.loadTestsFromTestCase(thing).run(_Result(tally))
            elif name.startswith("test") and isinstance(thing, types.FunctionType) and thing.__code__.co_filename != _NAME:
                _run_test(name, lambda: _function(space, thing), _marks(thing), space, tally)
            elif name.startswith("Test") and isinstance(thing, type) and thing.__module__ == "tests":
                _run_class(name, thing, [], space, tally)


@contextlib.contextmanager
def _around(find, subject, before, after):
    """Calls what prepares, and afterwards what clears, where tests have it; it may take what it is for."""
    def call(names):
        for hook in filter(None, map(find, names)):
            hook(*[subject][:len(inspect.signature(hook).parameters)])
    call(before)
    yield
    call(after)


@contextlib.contextmanager
def _function(space, function):
    with _around(space.get, function, ("setup_function",), ("teardown_function",)):
        yield function


@contextlib.contextmanager
def _method(kind, name):
    """A method of a new object: no test has another's."""
    owner = kind()
    method = getattr(owner, name)
    with _around(lambda hook: getattr(owner, hook, None), method, ("setup_method", "setup"), ("teardown_method", "teardown")):
        yield method


def _run_class(name, kind, marks, space, tally):
    marks = [*marks, *_marks(kind)]
    # Those that it inherits too, in the order in which they are written.
    members = {each: getattr(kind, each) for base in reversed(kind.__mro__) for each in vars(base)}
    if any(map(_is_fixture, members.values())):
        raise Defect(f"{name} of the tests has fixtures of its own, which are not here: a module's are")
    with _around(lambda hook: getattr(kind, hook, None), kind, ("setup_class",), ("teardown_class",)):
        for each, thing in members.items():
            if each.startswith("Test") and isinstance(thing, type):
                _run_class(f"{name}.{each}", thing, marks, space, tally)
            elif each.startswith("test") and callable(thing):
                _run_test(f"{name}.{each}", lambda: _method(kind, each), [*marks, *_marks(thing)], space, tally)


def _marks(thing):
    return getattr(thing, "__dict__", {}).get("marks", [])


# No object of the submission's is asked what it is.
def _is_fixture(thing):
    return isinstance(thing, types.FunctionType) and "is_fixture" in vars(thing)


def _run_test(name, begin, marks, space, tally):
    if any(mark == "skip" or mark == "skipif" and arguments[:1] == (True,) for mark, arguments, _ in marks):
        return tally.skip(name)
    rows = [{}]
    for mark, arguments, options in marks:
        if mark == "parametrize":
            if options.get("indirect"):
                raise Defect("the tests give parameters to fixtures, which is not here")
            names = [part.strip() for part in arguments[0].split(",")] if isinstance(arguments[0], str) else list(arguments[0])
            rows = [{**row, **dict(zip(names, values if len(names) > 1 else [values]))} for row in rows for values in arguments[1]]
    always = [each for each, thing in space.items() if _is_fixture(thing) and thing.autouse]
    always += [each for mark, arguments, _ in marks if mark == "usefixtures" for each in arguments]
    for index, row in enumerate(rows):
        # What fixtures find when they clear up is the test's too.
        with tally.unit(f"{name}[{index}]"), contextlib.ExitStack() as stack, _expected_failure(marks):
            fixtures = _Fixtures(space, stack)
            for each in always:
                fixtures.value(each)
            function = stack.enter_context(begin())
            result = function(**{wanted: row[wanted] if wanted in row else fixtures.value(wanted) for wanted in _parameters(function)})
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


class _Fixtures:
    """The fixtures of one test: whoever asks for one of them has the same."""

    def __init__(self, space, stack):
        self._space, self._stack, self._made = space, stack, {}

    def value(self, name):
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name):
        if name in FIXTURES and name not in self._space:
            return FIXTURES[name](self._stack)
        made = self._space.get(name)
        if not _is_fixture(made):
            raise Defect(f"there is no fixture {name}")
        value = made(**{wanted: self.value(wanted) for wanted in inspect.signature(made).parameters})
        if isinstance(value, types.GeneratorType):
            generator, value = value, next(value)
            self._stack.callback(lambda: next(generator, None))
        return value
