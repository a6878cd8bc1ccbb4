# How values cross between the tests' process and the submission's: JSON of exact built-in types, some others as tagged copies, the rest as
# handles. No pickling: reading a message makes data and nothing else.
import collections
import datetime
import decimal
import fractions
import json
import os
import struct

_MOST_MESSAGE, _MOST_DEPTH, _LEAST_READ, _SURE_ROOM = 64 << 20, 150, 4 << 10, 4096
_SIMPLE = {type(None), bool, int, str}


class NotPlain(Exception):
    pass


class Gone(Exception):
    """The other process ended, or broke the protocol."""


# Types whose values are copied: name, type, how a value becomes plain, how plain becomes a value.
_COPIES = {
    "tuple": (tuple, list, tuple), "set": (set, list, set), "frozenset": (frozenset, list, frozenset),
    "bytes": (bytes, bytes.hex, bytes.fromhex), "bytearray": (bytearray, bytearray.hex, bytearray.fromhex),
    "complex": (complex, lambda value: [value.real, value.imag], lambda parts: complex(*parts)),
    "range": (range, lambda value: [value.start, value.stop, value.step], lambda parts: range(*parts)),
    "decimal": (decimal.Decimal, str, decimal.Decimal), "fraction": (fractions.Fraction, str, fractions.Fraction),
    "deque": (collections.deque, list, collections.deque),
    "date": (datetime.date, datetime.date.isoformat, datetime.date.fromisoformat),
    "datetime": (datetime.datetime, datetime.datetime.isoformat, datetime.datetime.fromisoformat),
    "time": (datetime.time, datetime.time.isoformat, datetime.time.fromisoformat),
    "timedelta": (datetime.timedelta, lambda value: [value.days, value.seconds, value.microseconds], lambda parts: datetime.timedelta(*parts)),
}
_MAPS = {"dict": dict, "Counter": collections.Counter, "OrderedDict": collections.OrderedDict, "defaultdict": dict}
_NAMES = {kind: name for name, (kind, _, _) in _COPIES.items()}
_MAP_NAMES = {dict: "dict", collections.Counter: "Counter", collections.OrderedDict: "OrderedDict", collections.defaultdict: "defaultdict"}
MUTABLE = (list, dict, set, bytearray, collections.deque, *_MAP_NAMES)


def encode(value, other, depth=0):
    """What JSON can write; `other` says what stands for a value that is no plain data."""
    if depth > _MOST_DEPTH:
        raise NotPlain("the value is nested too deeply")
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind is float:
        return value if value - value == 0 else {"$": "float", "v": float.__repr__(value)}
    if kind is list:
        return [encode(item, other, depth + 1) for item in value]
    if kind in _MAP_NAMES:
        return {"$": _MAP_NAMES[kind], "v": [[encode(key, other, depth + 1), encode(item, other, depth + 1)] for key, item in value.items()]}
    name = _NAMES.get(kind)
    if name is None and issubclass(kind, tuple) and type(getattr(kind, "_fields", None)) is tuple:
        name, value = "tuple", tuple(tuple.__iter__(value))
    if name is not None:
        return {"$": name, "v": encode(_COPIES[name][1](value), other, depth + 1)}
    return other(value)


def decode(value, other):
    """The value that was encoded; `other` reads what is no plain data."""
    if type(value) is list:
        return [decode(item, other) for item in value]
    if type(value) is not dict:
        return value
    name, body = value["$"], value.get("v")
    if name == "float":
        return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[body]
    if name in _MAPS:
        return _MAPS[name]({decode(key, other): decode(item, other) for key, item in body})
    if name in _COPIES:
        return _COPIES[name][2](decode(body, other))
    return other(value)


def merge(target, source):
    """Makes a container equal to another of its type, keeping the containers in it that others may hold too."""
    if type(target) is list:
        if len(target) == len(source):
            source = [_merged(old, new) for old, new in zip(target, source)]
        target[:] = source
    elif type(target) is bytearray:
        target[:] = source
    else:
        if isinstance(target, dict):
            source = {key: _merged(target[key], item) if key in target else item for key, item in source.items()}
        target.clear()
        if type(target) is collections.deque:
            target.extend(source)
        else:
            target.update(source)


def _merged(old, new):
    if type(old) in MUTABLE and (type(old) is type(new) or isinstance(old, dict) and isinstance(new, dict)):
        merge(old, new)
        return old
    return new


def _frame(message):
    data = json.dumps(message).encode()
    return struct.pack("<I", len(data)) + data


class Link:
    """The two pipes between the processes: frames of JSON."""

    def __init__(self, read, write):
        self._read, self._write, self._held, self.gone = read, write, bytearray(), False

    def send(self, message):
        self._put(_frame(message))

    def send_most(self, messages):
        """Sends the last of a list and as many before it as any pipe has room for, and takes them off; what was sent, in the same order."""
        sent = [messages.pop()]
        data = _frame(sent[0])
        while messages:
            frame = _frame(messages[-1])
            if len(data) + len(frame) > _SURE_ROOM:
                break
            data += frame
            sent.append(messages.pop())
        self._put(data)
        return sent[::-1]

    def _put(self, data):
        try:
            while data:
                data = data[os.write(self._write, data):]
        except OSError:
            self._end()

    def receive(self):
        length = struct.unpack("<I", self._exactly(4))[0]
        if length > _MOST_MESSAGE:
            self._end()
        try:
            return json.loads(self._exactly(length).decode())
        except (ValueError, RecursionError):
            self._end()

    def _exactly(self, count):
        while len(self._held) < count:
            part = os.read(self._read, min(max(count - len(self._held), _LEAST_READ), 1 << 20))
            if not part:
                self._end()
            self._held += part
        data = self._held[:count]
        del self._held[:count]
        return data

    def _end(self):
        self.gone = True
        raise Gone("the submission's process ended before the tests did") from None
