# What the tests see of a submission: plain data as copies, all else as handles whose every use is a question to the other process. A handle
# equals no plain value, orders with none and does no arithmetic that gives one: the submission's own operators must not answer for it.
import importlib

# Whose functions the tests take from their own interpreter, when they use a name that the submission imported.
_PURE = ("math", "cmath")


class Unsure(BaseException):
    """What happened may be this process's own doing."""


class Remote:
    """The submission's process."""

    def __init__(self, link):
        self._link, self._errors, self._callbacks = link, {}, []
        self._foreseen, self._ahead = [], []  # calls that will be made, in reverse: known, and asked for already
        self.used = self.unsure = False  # unsure: whether what went wrong was this process's own doing

    @property
    def gone(self):
        return self._link.gone

    def ask(self, operation, *arguments, **options):
        try:
            return self._ask(operation, arguments, options)
        except MemoryError as error:
            self.unsure = self.unsure or not getattr(error, "from_submission", False)
            raise

    def _ask(self, operation, arguments, options):
        self.used = True
        self._send({"do": operation, "args": [encode(item, self._out) for item in arguments],
                    "options": {name: encode(item, self._out) for name, item in options.items()}})
        while "callback" in (reply := self._checked(self._link.receive())):
            self._call_back(reply)
        try:
            if "error" in reply:
                raise self._error(reply["error"])
            passed = [*arguments, *options.values()]
            for index, item in reply.get("changed", ()):
                if type(passed[index]) in MUTABLE:
                    merge(passed[index], decode(item, self._in))
            return decode(reply["value"], self._in)
        except (KeyError, IndexError, TypeError, ValueError, RecursionError, ArithmeticError) as fault:
            if getattr(fault, "from_submission", False):
                raise
            self._link.gone = True
            raise Gone("the submission's process answered what is no answer") from None

    def foresee(self, function, calls):
        """Calls of a function of the submission's, arguments and options encoded, of which the next that are made will be the first of these, in this order."""
        function = self._out(function)
        self._foreseen = [{"do": "call", "args": [function, *arguments], "options": options} for arguments, options in reversed(calls)]

    def _send(self, message):
        """Asks; what is foreseen is asked for together, so that the submission need not wait for us between one call and the next."""
        if not self._ahead:
            if not self._foreseen:
                return self._link.send(message)
            self._ahead = self._link.send_most(self._foreseen)
        if self._ahead.pop() != message:
            self.unsure = True
            raise Unsure

    def names(self, wanted):
        """The submission's top-level objects of these names."""
        found = self.ask("names", sorted(wanted))
        return found if type(found) is dict else {}

    def _checked(self, reply):
        if type(reply) is not dict:
            self._link.gone = True
            raise Gone("the submission's process answered what is no answer")
        return reply

    def _out(self, value):
        if isinstance(value, (Handle, _RemoteClass)):
            return {"$": "handle", "v": value._number}
        if isinstance(value, types.GeneratorType) or hasattr(value, "__next__"):
            return {"$": "iterator", "v": encode([item for item, _ in zip(value, range(1_000_000))], self._out)}
        if callable(value):
            self._callbacks.append(value)
            return {"$": "callback", "v": len(self._callbacks) - 1}
        if isinstance(value, (BaseException, types.CoroutineType, types.ModuleType)):
            # The submission may have answered with it: it is not to choose where it runs.
            raise Defect(f"a test passes a value of type {type(value).__name__}, which cannot be given to another process")
        raise NeedsSharing(f"they pass a value of type {type(value).__name__}")

    def _call_back(self, message):
        try:
            function = self._callbacks[message["callback"]]
            arguments = [decode(item, self._in) for item in message["args"]]
        except Exception:
            self._link.gone = True
            raise Gone("the submission's process asked for what is not there") from None
        try:
            answer = {"value": encode(function(*arguments), self._out)}
        except Gone:
            raise
        except BaseException as error:
            answer = {"error": [type(error).__name__, str(error)]}
        self._link.send(answer)

    def _in(self, value):
        if value["$"] != "handle" or type(value["v"]) is not int:
            raise ValueError(value["$"])
        kind, name = value.get("kind"), str(value.get("name"))
        if kind == "module" and name in sys.stdlib_module_names:
            return importlib.import_module(name)
        if kind == "error":
            return self._error_class(value["types"])
        if kind == "class":
            return _RemoteClass(name, (), {"_remote": self, "_number": value["v"]})
        if kind == "function" and value.get("module") in _PURE and name.isidentifier():
            return _trusted(value["module"], name)
        handle = Handle(self, value["v"], name)
        return _awaiting(handle) if kind == "awaitable" else handle

    def _error_class(self, names):
        """The first class of the list that is not the submission's, or a class of ours of that name below it."""
        key = tuple((str(module), str(name)) for module, name in names)
        if key not in self._errors:
            known = (_trusted(module, name) for module, name in key)
            base = next((kind for kind in known if isinstance(kind, type) and issubclass(kind, BaseException)), Exception)
            own = base.__name__ == key[0][1]
            self._errors[key] = base if own else type(key[0][1], (self._error_class(names[1:]),), {})
        return self._errors[key]

    def _error(self, described):
        kind = self._error_class(described["types"])
        values = described["args"]
        arguments = [decode(value, _refuse_handle) for value in values] if values is not None else [str(described["text"])]
        error = kind.__new__(kind, *arguments)
        error.args = tuple(arguments)
        for name, value in described.get("plain", {}).items():
            if not name.startswith("__"):
                setattr(error, name, decode(value, _refuse_handle))
        error.from_submission = True
        return error


def _refuse_handle(value):
    raise ValueError("a handle where plain data was wanted")


def _trusted(module, name):
    """A thing of the standard library or of the interpreter that bears this very name."""
    if module not in sys.modules or not (module == "builtins" or module.split(".")[0] in sys.stdlib_module_names) or module.split(".")[0] == "unittest":
        return None  # its SkipTest would end a test without a word
    return getattr(sys.modules[module], name, None)


async def _awaiting(handle):
    return handle._remote.ask("await", handle)


class _RemoteClass(type):
    """A class of the submission's: called it makes an object there."""

    def __new__(mcs, name, bases, members):
        if bases:
            raise NeedsSharing(f"they derive {name} from a class of the submission")
        return super().__new__(mcs, name, bases, members)

    def __setattr__(cls, name, value):
        raise NeedsSharing(f"they set {name} of a class of the submission")

    def __call__(cls, *arguments, **options):
        return cls._remote.ask("call", cls, *arguments, **options)

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return cls._remote.ask("getattr", cls, name)

    def __instancecheck__(cls, value):
        return isinstance(value, Handle) and cls._remote.ask("isinstance", value, cls) is True


class Handle:
    """An object of the submission's."""

    __slots__ = ("_remote", "_number", "_kind")

    def __init__(self, remote, number, kind):
        for name, value in (("_remote", remote), ("_number", number), ("_kind", kind)):
            object.__setattr__(self, name, value)

    def __call__(self, *arguments, **options):
        return self._remote.ask("call", self, *arguments, **options)

    def __getattr__(self, name):
        if name.startswith("__") and name not in ("__name__", "__doc__", "__dict__"):
            raise AttributeError(name)
        return self._remote.ask("getattr", self, name)

    def __setattr__(self, name, value):
        self._remote.ask("setattr", self, name, value)

    def __delattr__(self, name):
        self._remote.ask("delattr", self, name)

    def __getitem__(self, key):
        return self._remote.ask("getitem", self, key)

    def __setitem__(self, key, value):
        self._remote.ask("setitem", self, key, value)

    def __delitem__(self, key):
        self._remote.ask("delitem", self, key)

    def __iter__(self):
        iterator = self._remote.ask("iter", self)
        while True:
            try:
                item = iterator._remote.ask("next", iterator)
            except StopIteration:
                return
            yield item

    def __next__(self):
        return self._remote.ask("next", self)

    def __enter__(self):
        return self._remote.ask("call", self._remote.ask("getattr", self, "__enter__"))

    def __exit__(self, kind, error, trace):
        return self._remote.ask("call", self._remote.ask("getattr", self, "__exit__"), None, None, None) is True and False

    def _exact(self, kind, operation, *arguments):
        value = self._remote.ask(operation, self, *arguments)
        if type(value) is not kind:
            raise TypeError(f"{operation} of an object of the submission gave no {kind.__name__}")
        return value

    def __len__(self):
        return self._exact(int, "len")

    def __bool__(self):
        return self._exact(bool, "bool")

    def __str__(self):
        return self._exact(str, "str")

    def __repr__(self):
        return self._exact(str, "repr")

    def __contains__(self, item):
        return any(item is each or item == each for each in self)

    def __eq__(self, other):
        return self is other or isinstance(other, Handle) and (self._number == other._number or self._exact(bool, "eq", other))

    def __hash__(self):
        return hash(self._number)


def _compare(operation):
    return lambda self, other: self._exact(bool, operation, other) if isinstance(other, Handle) else NotImplemented


def _compute(operation):
    def compute(self, *other):
        value = self._remote.ask(operation, self, *other)
        if not isinstance(value, Handle):
            raise TypeError("arithmetic with an object of the submission gave plain data")
        return value
    return compute


for _name in ("lt", "le", "gt", "ge"):
    setattr(Handle, f"__{_name}__", _compare(_name))
for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "neg"):
    setattr(Handle, f"__{_name}__", _compute(_name))
