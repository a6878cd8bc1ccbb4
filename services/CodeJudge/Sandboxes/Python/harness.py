# What happens in the forked process of one run. The submission shares this process, so nothing here is secret and nothing here decides:
# the answer goes back as plain data and is compared outside the box.
import atexit
import builtins
import gc
import json
import os
import random
import struct
import sys
import threading
import time
import types

RESULT = 3  # the descriptor on which a run reports
_NAME = "solution.py"
_MOST_NODES, _DEEPEST, _MOST_BITS = 2_000_000, 200, 400_000
_LONG = 0.05  # seconds of CPU time after which no further call is begun


class _NotPlain(Exception):
    pass


class _TooLarge(Exception):
    pass


def _plain(value, most):
    """JSON of exact built-in types: a subclass with its own __eq__ or __iter__ is no answer."""
    pieces, size, nodes = [], 0, 0

    def put(text):
        nonlocal size
        size += len(text)
        if size > most:
            raise _TooLarge
        pieces.append(text)

    def walk(item, depth):
        nonlocal nodes
        nodes += 1
        if nodes > _MOST_NODES:
            raise _TooLarge
        if depth > _DEEPEST:
            raise _NotPlain("the result is nested too deeply")
        kind = type(item)
        if item is None:
            put("null")
        elif kind is bool:
            put("true" if item else "false")
        elif kind is int:
            if item.bit_length() > _MOST_BITS:
                raise _NotPlain("the result holds an integer of more than 120,000 digits")
            put(int.__repr__(item))
        elif kind is float:
            text = float.__repr__(item)
            if text in ("inf", "-inf", "nan"):
                raise _NotPlain("the result holds a number that is not finite")
            put(text)
        elif kind is str:
            put(_text(item))
        elif kind is list or kind is tuple:
            put("[")
            for index, element in enumerate(item):
                if index:
                    put(",")
                walk(element, depth + 1)
            put("]")
        elif kind is dict:
            put("{")
            for index, (key, element) in enumerate(item.items()):
                if index:
                    put(",")
                # JSON has only text keys, so an expected {"1": 2} must be reachable from {1: 2}.
                if type(key) is int:
                    key = int.__repr__(key)
                elif type(key) is not str:
                    raise _NotPlain(f"the result holds a key of type {type(key).__name__[:60]}")
                put(_text(key))
                put(":")
                walk(element, depth + 1)
            put("}")
        else:
            raise _NotPlain(f"the result holds a value of type {kind.__name__[:60]}")

    walk(value, 0)
    return "".join(pieces)


def _text(value):
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise _NotPlain("the result holds half of a surrogate pair") from None
    return json.encoder.encode_basestring_ascii(value)


def _bytes(text):
    return text.encode("utf-8", "backslashreplace")


def _report(tag, text=""):
    data = tag + _bytes(text)
    while data:
        data = data[os.write(RESULT, data):]


def _explain(error):
    try:
        text = str(error)[:300]
    except BaseException:
        text = "(its text cannot be read)"
    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == _NAME:
            line = step.tb_lineno
        step = step.tb_next
    where = f" (line {line})" if line is not None else ""
    return f"{type(error).__name__[:60]}: {text}{where}" if text else f"{type(error).__name__[:60]}{where}"


def _compile(source):
    try:
        return compile(source.decode("utf-8"), _NAME, "exec", dont_inherit=True)
    except SyntaxError as error:
        where = f" (line {error.lineno})" if error.lineno else ""
        _report(b"S", f"{type(error).__name__}: {error.msg}{where}"[:300])
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        _report(b"S", _explain(error))
    os._exit(1)


def open_streams():
    """Makes the standard streams once per box: they name descriptors, which each run fills anew."""
    builtins_open = builtins.open
    sys.stdin = sys.__stdin__ = builtins_open(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = sys.__stdout__ = builtins_open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = sys.__stderr__ = builtins_open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _finish(code):
    """Ends like an interpreter does, but without taking its memory apart piece by piece."""
    threading._shutdown()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr, sys.__stdout__):
        try:
            stream.flush()
        except BaseException:  # a stream of the submission's own making
            pass
    os._exit(code)


def _exit_code(error):
    if error.code is None:
        return 0
    if type(error.code) is int:
        return error.code & 0xFF
    return 1


# Python 3.11 and later refuse to convert long integers; the tests' values may be long.
_any_digits = getattr(sys, "set_int_max_str_digits", lambda most: None)
_usual_digits = getattr(sys, "get_int_max_str_digits", lambda: 0)()


def _arguments(data):
    _any_digits(0)
    try:
        return json.loads(data)
    finally:
        _any_digits(_usual_digits)


def _call(namespace, entry_point, arguments, most):
    """What came of a call, as a tag and its text."""
    entry_point, _, position = entry_point.partition("@")
    # LeetCode writes Solution().name, others Solution.name.
    names = entry_point.replace("()", "").split(".")
    if names[0] not in namespace:
        return b"E" + _bytes(f"NameError: the program defines no {names[0]}")
    target = namespace[names[0]]
    if len(names) > 1:
        target = target()
        for name in names[1:]:
            target = getattr(target, name)
    if "ListNode" in namespace or "TreeNode" in namespace:
        arguments = nodes_of(target, arguments, namespace)
    result = target(*arguments)
    if position:
        result = arguments[int(position)]
    _any_digits(0)
    try:
        return b"R" + _bytes(_plain(flat(result), most))
    except _NotPlain as reason:
        return b"U" + _bytes(str(reason))
    except _TooLarge:
        return b"L"


def _call_new(code, module, source, part, arguments, most):
    """Runs the program in its module, then calls it."""
    try:
        provide_nodes(source, module.__dict__)
        exec(code, module.__dict__)
        return _call(module.__dict__, part["entryPoint"], arguments, most)
    except MemoryError:
        return b"M"
    except SystemExit:
        return b"E" + _bytes("SystemExit: the program ended before it gave a result")
    except BaseException as error:
        return b"E" + _bytes(_explain(error))


def begin_program(source, name):
    """Parses the program, and makes the module that it is to run in."""
    code = _compile(source)
    _report(b"P")
    sys.argv = [_NAME]
    gc.enable()
    return code, _new_module(name)


def _new_module(name):
    random.seed(0x5EED)  # the same request gives the same verdict
    module = types.ModuleType(name)
    module.__file__ = _NAME
    sys.modules["__main__"] = sys.modules[name] = module
    return module


def execute(part, folder, files, start):
    """Becomes the command of one run, in a directory that its user alone can read."""
    os.umask(0o077)
    os.mkdir(folder)
    os.chdir(folder)
    for name, content in files:
        if "/" in name:
            os.makedirs(os.path.dirname(name), exist_ok=True)
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o700)
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view):]
        os.close(descriptor)
    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", **part["environment"]}
    _report(b"P")
    try:
        os.execve(part["command"][0], part["command"], environment)
    except OSError as error:
        os.write(start, f"{part['command'][0]}: {error.strerror}"[:200].encode("utf-8", "replace"))


def _call_each(request, part, code, module, source, calls):
    """
    Several calls, of a program that leaves nothing behind but its module. A call that might have ended otherwise as the first is not
    reported, and none is begun late: both are asked for again.
    """
    most, deepest, began = request["outputBytes"], sys.getrecursionlimit(), time.process_time()
    for index, arguments in enumerate(calls):
        if index:
            module = _new_module("solution")
            sys.setrecursionlimit(deepest)
            _any_digits(_usual_digits)
        answer = _call_new(code, module, source, part, arguments, most)
        if index and answer[:1] in (b"M", b"L"):
            break
        _report(struct.pack("<I", len(answer)) + answer)
        most -= len(answer) + 4
        if most <= 0 or time.process_time() - began > _LONG:
            break
    os._exit(0)


def run_submission(request, part, source, data):
    """Runs one test, or several calls, and never returns."""
    kind = part["kind"]
    code, module = begin_program(source, "__main__" if kind == "stdio" else "solution")
    if kind == "call":
        try:
            arguments = _arguments(data)
        except BaseException as error:
            _report(b"M" if isinstance(error, MemoryError) else b"E" + _bytes(_explain(error)))
            os._exit(1)
        if part["calls"] > 1:
            _call_each(request, part, code, module, source, arguments)
        answer = _call_new(code, module, source, part, arguments, request["outputBytes"])
        _report(answer)
        os._exit(0 if answer[:1] in (b"R", b"U", b"L") else 1)
    del data
    status = 0
    try:
        if kind == "subject":
            serve_tests(code, module)
        if kind == "shared":
            serve_shared(source, module)
        exec(code, module.__dict__)
    except MemoryError:
        _report(b"M")
        status = 1
    except SystemExit as error:
        status = _exit_code(error)
    except BaseException as error:
        _report(b"E", _explain(error))
        status = 1
    if kind != "stdio":
        os._exit(1)
    _finish(status)
