# What tests may do with the objects of a submission in whose process they are: its own operators do not answer for values of the tests.
import operator

_COMPARISONS = {
    "Eq": operator.eq, "NotEq": operator.ne, "Lt": operator.lt, "LtE": operator.le, "Gt": operator.gt, "GtE": operator.ge,
    "In": lambda item, items: item in items, "NotIn": lambda item, items: item not in items, "Is": operator.is_, "IsNot": operator.is_not,
}
_ARITHMETIC = {
    "Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "MatMult": operator.matmul, "Div": operator.truediv, "FloorDiv": operator.floordiv,
    "Mod": operator.mod, "Pow": operator.pow, "LShift": operator.lshift, "RShift": operator.rshift, "BitOr": operator.or_, "BitXor": operator.xor,
    "BitAnd": operator.and_,
}
_bases = type.__dict__["__mro__"].__get__
_members = type.__dict__["__dict__"].__get__
_own_types = {}
_MAPS_AND_ROWS = (list, tuple, set, frozenset, collections.deque)
_KEPT_BY_CLASSES = frozenset(("_abc_impl", "_is_protocol", "_is_runtime_protocol"))
_MOCK_ANSWERS = frozenset(("called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls", "return_value", "side_effect"))


def is_own(kind):
    """Whether a class is the submission's, or below one that is: made by its code, or holding a function of it, whatever the class is called."""
    known = _own_types.get(kind) if type(kind) is type else None
    if known is None:
        known = any(
            members.get("__module__") == "solution" or any(isinstance(value, types.FunctionType) and value.__code__.co_filename == _NAME for value in members.values())
            for members in map(_members, _bases(kind)))
        if type(kind) is type:
            _own_types[kind] = known
    return known


def _is_mock(value):
    mock = sys.modules.get("unittest.mock")
    return mock is not None and isinstance(mock, types.ModuleType) and mock.NonCallableMock in _bases(type(value)) and not is_own(type(value))


def _is_any(value):
    """Whether a test means whatever there is: mock.ANY."""
    mock = sys.modules.get("unittest.mock")
    return mock is not None and value is mock.ANY


def _items(value):
    """What a container holds, by the built-in type's own word; nothing for what is none."""
    for base in _MAPS_AND_ROWS:
        if isinstance(value, base):
            return list(base.__iter__(value))
    if isinstance(value, dict):
        return [part for item in dict.items(value) for part in item]
    return list(vars(value).values()) if type(value) is types.SimpleNamespace else []


def holds_own(value, depth=0):
    """Whether an object of the submission's is in a value."""
    if type(value) in _SIMPLE or type(value) is float:
        return False
    return depth > 50 or is_own(type(value)) or any(holds_own(item, depth + 1) for item in _items(value))


def same(left, right):
    """Equality, for which an object of the submission's vouches only against another of its kind."""
    if _is_any(left) or _is_any(right) or not holds_own(left) and not holds_own(right):
        return bool(left == right)
    if is_own(type(left)) or is_own(type(right)):
        return left is right or is_own(type(left)) and is_own(type(right)) and (left == right) is True
    for base in (list, tuple, collections.deque):
        if isinstance(left, base) and isinstance(right, base):
            return len(_items(left)) == len(_items(right)) and all(map(same, _items(left), _items(right)))
    if isinstance(left, dict) and isinstance(right, dict):
        left, right = list(dict.items(left)), list(dict.items(right))
        return len(left) == len(right) and all(any(same(key, other) and same(value, item) for other, item in right) for key, value in left)
    for base in (set, frozenset):
        if isinstance(left, base) and isinstance(right, (set, frozenset)):
            return len(_items(left)) == len(_items(right)) and all(any(same(item, other) for other in _items(right)) for item in _items(left))
    return False


def compare(name, left, right):
    """A comparison in the tests."""
    if name in ("Is", "IsNot") or not holds_own(left) and not holds_own(right):
        return _COMPARISONS[name](left, right)
    if name in ("Eq", "NotEq"):
        return same(left, right) is (name == "Eq")
    if name in ("In", "NotIn"):
        return any(same(left, item) for item in right) is (name == "In")
    if is_own(type(left)) and is_own(type(right)):
        return _COMPARISONS[name](left, right) is True
    raise TypeError("an object of the submission orders with none of the tests'")


def compute(name, left, right):
    """Arithmetic in the tests: where one side is theirs, an object of the submission's gives no value that could pass for one of theirs."""
    result = _ARITHMETIC[name](left, right)
    if is_own(type(left)) != is_own(type(right)) and not is_own(type(result)):
        raise TypeError("arithmetic with an object of the submission gave plain data")
    return result


def writable_by_submission(refuse):
    """The check of each attribute that a submission sets: never a module's, nor that of a class which is not its own."""
    def check(value, name):
        kind = type(value)
        foreign = isinstance(value, type) and not is_own(value)
        if foreign or types.ModuleType in _bases(kind) or _sets_elsewhere(kind) or name in _MOCK_ANSWERS and _is_mock(value):
            refuse(f"setting {getattr(value, '__name__', kind.__name__)}.{name}")
        return value
    return check


def _sets_elsewhere(kind):
    """Whether a class that is not the submission's, nor a mock's, has its own way to set attributes: typing's hand them to other classes."""
    setter = next((_members(base)["__setattr__"] for base in _bases(kind) if "__setattr__" in _members(base)), None)
    return isinstance(setter, types.FunctionType) and not is_own(kind) and setter.__module__ not in ("unittest.mock", "tests")


def class_for_submission(refuse):
    """The check of each class that a submission makes: no private name of another's class, by which that would do what it must not."""
    def check(kind):
        for base in _bases(kind)[1:]:
            if not is_own(base):
                for name in _members(kind):
                    if name.startswith("_") and not name.endswith("_") and name in _members(base) and name not in _KEPT_BY_CLASSES:
                        refuse(f"{name} of {base.__name__}")
        return kind
    return check


def type_for_submission(refuse):
    def ask(value):
        kind = type(value)
        if type in _bases(kind):
            refuse("the type of a type")
        return kind
    return ask
