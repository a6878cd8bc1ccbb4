# Linked lists and binary trees as LeetCode encodes them: a list of values; level by level, with None where a child is missing.


class ListNode:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val, self.left, self.right = val, left, right


def provide_nodes(source, namespace):
    """LeetCode defines these classes for the solutions that name them, in annotations and comments too."""
    for kind in (ListNode, TreeNode):
        if kind.__name__.encode() in source:
            namespace.setdefault(kind.__name__, kind)


def nodes_of(target, arguments, namespace):
    """The arguments, made nodes where the function's annotations say so."""
    kinds = list(getattr(target, "__annotations__", {}).items())
    given = []
    for (_, kind), value in zip(kinds, arguments):
        text = kind if type(kind) is str else repr(kind)
        make = _list_of if "ListNode" in text else _tree_of if "TreeNode" in text else None
        if make is None or type(value) is not list:
            given.append(value)
        elif "List[" in text.replace("typing.", ""):
            given.append([make(item, namespace) for item in value])
        else:
            given.append(make(value, namespace))
    return given + arguments[len(given):]


def _list_of(values, namespace):
    head = None
    for value in reversed(values):
        head = namespace["ListNode"](value, head)
    return head


def _tree_of(values, namespace):
    nodes = [None if value is None else namespace["TreeNode"](value) for value in values]
    children = iter(nodes[1:])
    for node in nodes:
        if node is not None:
            node.left, node.right = next(children, None), next(children, None)
    return nodes[0] if nodes else None


def flat(value):
    """A result that is a node, or a list of them, as it was given."""
    if type(value) is list and value and type(value[0]).__name__ in ("ListNode", "TreeNode"):
        return [flat(item) for item in value]
    kind = type(value).__name__
    values = []
    if kind == "ListNode":
        while value is not None and len(values) < 1_000_000:
            values.append(value.val)
            value = value.next
        return values
    if kind != "TreeNode":
        return value
    queue = [value]
    for node in queue:
        values.append(None if node is None else node.val)
        if node is not None and len(queue) < 1_000_000:
            queue += [node.left, node.right]
    while values and values[-1] is None:
        values.pop()
    return values
