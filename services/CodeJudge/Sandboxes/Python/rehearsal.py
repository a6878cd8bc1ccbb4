# What a spare does while it waits: once what a run begins with. Each page that a process writes to first is copied, and a run that comes later finds
# those copied already.
_SAMPLE = b'''from typing import List, Optional
import math


def sample(numbers: List[float], threshold: float = 0.5) -> bool:
    """ Whether two numbers in a list are closer to each other than a threshold.
    >>> sample([1.0, 2.0, 3.0], 0.5)
    False
    """
    seen, total = {}, 0
    for index, number in enumerate(numbers):
        for other in numbers[index + 1:]:
            if abs(number - other) < threshold and number != other:
                return True
        seen[number] = seen.get(number, 0) + 1
        total = total * 2 + index if index % 2 == 0 else total - 1
    while total > 10:
        total //= 2
    names = sorted([str(each).upper() for each in seen if seen[each] > 1], key=lambda text: (len(text), text))
    return "".join(names) == "none" or math.floor(total) < -1
'''
_ASKED = {"do": "call", "args": [{"$": "handle", "v": 0}, [1.0, 2.5, {"$": "tuple", "v": ["one", 2]}], 0.25], "options": {"flag": True}}


class _Rehearsed:
    """A link to nobody."""

    def __init__(self, message):
        self.message = message

    def send(self, message):
        self.message = _frame(message)


def rehearse():
    random.seed(0x5EED)
    module = types.ModuleType("solution")
    exec(compile(_SAMPLE.decode("utf-8"), _NAME, "exec", dont_inherit=True), module.__dict__)
    module.sample([1.0, 2.0, 3.0], 0.5)
    subject = _Subject(module, _Rehearsed(None))
    subject.answer({"do": "names", "args": [["sample", "solution"]]})
    subject.answer(json.loads(json.dumps(_ASKED)))
    marshal.loads(marshal.dumps(_ASKED))
