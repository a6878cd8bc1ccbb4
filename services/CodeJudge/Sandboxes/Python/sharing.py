# The process that a submission and its tests share. It runs the tests' code and decides nothing that another process can decide: what an
# assertion compares goes there as plain data, and what was written as a constant beside it never came here.
import base64
import marshal
import operator


class _Hidden:
    """Stands for a constant of the tests' that is compared elsewhere."""


def _not_plain(value):
    raise NotPlain(type(value).__name__)


class _SharedTally:
    """Tells what became of each test."""

    def __init__(self, link):
        self._send, self.seen = link.send, set()

    def unit(self, name):
        return _Unit(self, name)

    def record(self, name, error):
        if isinstance(error, (Defect, Gone)):
            raise error
        self.seen.add(name)
        self._send({"unit": name, "why": None if error is None else _why(error)})

    def skip(self, name):
        self._send({"skipped": name})


class _Assertions:
    """What the tests' assertions were made into."""

    def __init__(self, link):
        self._link = link

    def holds(self, number, name, *operands):
        """The comparisons in an assertion; `name` lists them."""
        return self._ask(number, operands, {}, lambda operands, _: all(
            compare(each, left, right) for each, left, right in zip(name.split(), operands, operands[1:])))

    def require(self, number, value):
        if not self._ask(number, (value,), {}, lambda operands, _: bool(operands[0])):
            raise AssertionError

    def method(self, number, name, case, *operands, **options):
        """An assertion of unittest's."""
        def here(operands, options):
            try:
                if name in _EQUALITIES:
                    return same(*operands[:2])
                if name in _COMPARING:
                    return compare(_COMPARING[name], *operands[:2])
                if name not in ("assertTrue", "assertFalse", "assertIsNone", "assertIsNotNone", "assertIsInstance", "assertNotIsInstance") and holds_own(operands):
                    return False
                getattr(case, name)(*operands, **options)
                return True
            except AssertionError:
                return False

        if not self._ask(number, operands, options, here):
            raise AssertionError

    def mock(self, number, name, mock, *arguments, **options):
        """An assertion about the calls of a mock."""
        target = mock if _is_mock(mock) else getattr(mock, "mock", None)
        if not _is_mock(target):
            raise AssertionError
        calls = [(call.args, call.kwargs) for call in target.call_args_list]

        def here(arguments, options):
            if name in _CALLED_WITH and holds_own(calls):
                found = [call for call in calls if same(call, (arguments, options))]
                return len(calls) == 1 and found == calls if name == "assert_called_once_with" else bool(found) if name == "assert_any_call" else same(calls[-1], (arguments, options))
            try:
                getattr(type(target), name)(target, *arguments, **options)
                return name in _CALLED_WITH or name in _COUNTED or not holds_own(calls)
            except AssertionError:
                return False

        plain = (name in _CALLED_WITH or name in _COUNTED) and target._spec_signature is None
        if not self._ask(number, arguments, options, here, [[list(args), kwargs] for args, kwargs in calls] if plain else None):
            raise AssertionError

    def _ask(self, number, operands, options, here, beside=()):
        """The other process's answer; where an operand is no plain data, or `beside` is none, that of this one, which is given the constants for it."""
        question = {"check": number}
        try:
            if beside is None:
                raise NotPlain
            question["operands"] = [None if item is _Hidden else encode(item, _not_plain) for item in operands]
            question["options"] = {key: encode(item, _not_plain) for key, item in options.items() if item is not _Hidden}
            question["beside"] = encode(list(beside), _not_plain)
        except (NotPlain, RecursionError):
            question = {"check": number, "here": True}
        self._link.send(question)
        answer = self._link.receive()
        if "hidden" in answer:
            hidden = {key: decode(item, _not_plain) for key, item in answer["hidden"]}
            operands = tuple(hidden[index] if item is _Hidden else item for index, item in enumerate(operands))
            holds = here(operands, {key: hidden[key] if item is _Hidden else item for key, item in options.items()})
            self._link.send({"holds": holds is True})
            return holds
        if answer["holds"] is None:
            raise TypeError("the values do not compare")
        return answer["holds"]


class _Together:
    def __init__(self, link, module, leave=os._exit):
        self._link, self._module, self._leave = link, module, leave

    def serve(self, source):
        self._prepare(self._link.receive())
        try:
            code = confined_program(source, _NAME)
        except Reaches as word:
            self._refuse(str(word))
        space = self._module.__dict__
        space.update(__judge_writable__=writable_by_submission(self._refuse), __judge_type__=type_for_submission(self._refuse),
                     __judge_class__=class_for_submission(self._refuse))
        exec(code, space)
        _any_digits(0)
        self._link.send({"ready": True})
        tests = self._link.receive()
        del source, code
        try:
            self._run(tests)
        except Defect as defect:
            self._link.send({"defect": str(defect)})
        self._leave(0)

    def _refuse(self, what):
        self._link.send({"refused": what[:200]})
        self._leave(1)

    @staticmethod
    def _prepare(message):
        """Imports what the tests will, while nobody has touched it."""
        for name in message["imports"]:
            try:
                __import__(name)
            except ImportError:
                pass

    def _run(self, tests):
        for name in SUBMISSION_MODULES:
            sys.modules.setdefault(name, self._module)
        sys.modules["pytest"] = mini_pytest()
        tally, checks = _SharedTally(self._link), _Assertions(self._link)
        space = {"__name__": "tests", "__builtins__": builtins}
        try:
            exec(_loaded(tests["prefix"]), space)
        except Exception:
            pass  # what the tests then miss, they will say
        for name in tests["names"]:
            if name in self._module.__dict__ and name not in space and not hasattr(builtins, name):
                space[name] = self._module.__dict__[name]
        space.update(__unit__=tally.unit, __judge_holds__=checks.holds, __judge_require__=checks.require, __judge_method__=checks.method,
                     __judge_mock__=checks.mock, __judge_compare__=compare, __judge_compute__=compute, __judge_hidden__=_Hidden)
        end, beside = {"end": None}, []
        threading.excepthook = lambda told: beside.append(told.exc_value)
        try:
            exec(_loaded(tests["code"]), space)
            if tests["check"] and not tally.seen.intersection(range(tests["inCheck"])):
                space["check"](eval(_loaded(tests["candidate"]), space))
            run_framework(space, tally)
            if failed := next((error for error in beside if isinstance(error, AssertionError)), None):
                end = {"end": _why(failed), "line": None}
        except (Gone, Defect):
            raise
        except BaseException as error:
            # To call it a good end would be to let the submission choose where.
            if isinstance(error, SystemExit) and not error.code and not _passed_submission(error):
                raise Defect("the tests end their process, which they share with the submission") from None
            if isinstance(error, ImportError) and not _passed_submission(error) and error.name not in SUBMISSION_MODULES:
                raise Defect(f"the tests fail by themselves: {_explain(error)}") from None
            end = {"end": _why(error), "line": None if isinstance(error, (NameError, AttributeError)) or _passed_submission(error) else _top_line(error)}
        self._link.send(end)


def _loaded(text):
    return marshal.loads(base64.b64decode(text))


def _passed_submission(error):
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == _NAME:
            return True
        step = step.tb_next
    return False


def _top_line(error):
    """The line at the tests' top level that raised an error."""
    step = error.__traceback__
    while step is not None and step.tb_frame.f_code.co_filename != "tests":
        step = step.tb_next
    return step.tb_lineno if step is not None and step.tb_frame.f_code.co_name == "<module>" else None


def serve_shared(source, module):
    """Runs the program, then the tests beside it; never returns, unless the program raises."""
    link = SealedLink(receive_key(), b"S", b"T")
    try:
        _Together(link, module).serve(source)
    except Gone:
        os._exit(0)
