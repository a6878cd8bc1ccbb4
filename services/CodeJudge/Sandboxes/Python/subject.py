# The submission's side of its unit tests: does what the tests' process asks for, and answers with plain data and handles. It shares its
# process with the submission, so nothing here decides.
import inspect
import operator

_LINK_READ, _LINK_WRITE = 4, 5


def _call_it(function, *arguments, **options):
    return function(*arguments, **options)


def _await_it(thing):
    async def wait():
        return await thing
    import asyncio  # dear, and seldom needed
    return asyncio.run(wait())


_OPERATIONS = {
    "call": _call_it, "getattr": getattr, "setattr": setattr, "delattr": delattr, "len": len, "iter": iter,
    "next": next, "bool": bool, "str": str, "repr": repr, "getitem": operator.getitem, "setitem": operator.setitem,
    "delitem": operator.delitem, "isinstance": isinstance, "issubclass": issubclass, "await": _await_it, "dir": dir,
    **{name: getattr(operator, name) for name in ("eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul", "truediv", "floordiv", "mod", "neg")},
}


class _Subject:
    def __init__(self, module, link):
        self._module, self._link = module, link
        self._objects, self._numbers = [], {}
        self._operations = {"names": self._names, **_OPERATIONS}

    def serve(self):
        while True:
            self.answer(self._link.receive())

    def answer(self, message):
        try:
            # Text that comes in must be read again as integers of any length.
            arguments = [decode(item, self._local) for item in message["args"]]
            options = {name: decode(item, self._local) for name, item in message.get("options", {}).items()}
            # What the function changes in its arguments, the tests must see: their objects are others.
            watched = [*arguments, *options.values()] if message["do"] == "call" else []
            before = [encode(item, self._handle) if type(item) in MUTABLE else None for item in watched]
            reply = {"value": encode(self._operations[message["do"]](*arguments, **options), self._handle)}
            changed = [[index, after] for index, item in enumerate(watched)
                       if before[index] is not None and (after := encode(item, self._handle)) != before[index]]
            if changed:
                reply["changed"] = changed
        except Gone:
            raise
        except BaseException as error:
            reply = {"error": self._error(error)}
        self._link.send(reply)

    def _names(self, wanted):
        space = self._module.__dict__
        return {name: space[name] for name in wanted if name in space}

    def _error(self, error):
        plain = {}
        for name, value in list(getattr(error, "__dict__", {}).items())[:20]:
            try:
                plain[name] = encode(value, _refuse)
            except Exception:
                pass
        try:
            values = [encode(value, _refuse) for value in error.args]
        except Exception:
            values = None
        return {"types": [[kind.__module__, kind.__name__] for kind in type(error).__mro__], "text": _explain(error), "args": values, "plain": plain}

    def _handle(self, value):
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        handle = {"$": "handle", "v": number, "name": str(getattr(value, "__name__", ""))}
        if type(value) is types.FunctionType:
            handle["kind"] = "function"
        elif isinstance(value, type):
            handle["kind"] = "error" if issubclass(value, BaseException) else "class"
            handle["types"] = [[kind.__module__, kind.__name__] for kind in value.__mro__]
        elif isinstance(value, types.ModuleType):
            handle["kind"] = "module"
        elif inspect.isawaitable(value):
            handle["kind"] = "awaitable"
        elif inspect.isroutine(value):
            handle["kind"] = "function"
        else:
            handle["name"] = type(value).__name__
        handle["module"] = str(getattr(value, "__module__", ""))
        return handle

    def _local(self, value):
        if value["$"] == "handle":
            return self._objects[value["v"]]
        if value["$"] == "iterator":
            return iter(decode(value["v"], self._local))
        if value["$"] == "callback":
            return lambda *arguments: self._call_back(value["v"], arguments)
        raise NotPlain(value["$"])

    def _call_back(self, number, arguments):
        self._link.send({"callback": number, "args": [encode(item, self._handle) for item in arguments]})
        while True:
            message = self._link.receive()
            if "do" in message:  # what was passed is used by the test before it answers
                self.answer(message)
                continue
            if "error" in message:
                raise getattr(builtins, message["error"][0], Exception)(message["error"][1])
            return decode(message["value"], self._local)


def _refuse(value):
    raise NotPlain(type(value).__name__)


def serve_tests(code, module):
    """Runs the program, then answers the tests; never returns."""
    exec(code, module.__dict__)
    _any_digits(0)
    try:
        _Subject(module, Link(_LINK_READ, _LINK_WRITE)).serve()
    except Gone:
        os._exit(0)
