# Which tests need the submission in their own process: those that put something in the place of what it uses, watch what it does to its process,
# set that process up, or give it objects of their own making. Read from the tests' text alone, so no submission can choose it; the rest is
# found when a test passes such an object, sets such an attribute, or derives from the submission's class.
_MOCKS = frozenset(("mock", "unittest.mock", "pytest_mock"))
_FIXTURES = frozenset(("monkeypatch", "mocker", "capsys", "capfd", "caplog", "recwarn", "tmp_path", "tmpdir"))
_WATCHES = frozenset(("redirect_stdout", "redirect_stderr", "assertLogs", "assertNoLogs", "assertWarns", "assertWarnsRegex", "warns"))
_SETS_UP = frozenset((
    "random.seed", "os.chdir", "os.putenv", "os.unsetenv", "os.mkdir", "os.makedirs", "os.environ.update", "os.environ.setdefault", "os.environ.pop",
    "os.environ.clear", "sys.setrecursionlimit", "locale.setlocale"))


class NeedsSharing(Defect):
    """The tests need the submission in their own process."""


def sharing_need(tree):
    """Why tests must share the submission's process, or None."""
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            imported.update(alias.asname or alias.name for alias in node.names if alias.name.islower())
    return next(filter(None, (_need(node, imported) for node in ast.walk(tree))), None)


def _need(node, imported):
    if isinstance(node, ast.Import):
        return next((f"they import {alias.name}" for alias in node.names if alias.name in _MOCKS or alias.name == "tempfile"), None)
    if isinstance(node, ast.ImportFrom):
        if node.module in _MOCKS or node.module == "tempfile" or node.module == "unittest" and any(alias.name == "mock" for alias in node.names):
            return f"they import from {node.module}"
    elif isinstance(node, ast.arg):
        return f"they use the fixture {node.arg}" if node.arg in _FIXTURES else None
    elif isinstance(node, ast.Name):
        return f"they use {node.id}" if node.id in _WATCHES else None
    elif isinstance(node, ast.Attribute):
        if node.attr in _WATCHES or node.attr == "mock" and isinstance(node.value, ast.Name) and node.value.id == "unittest":
            return f"they use {node.attr}"
        return f"they set {ast.unparse(node)}" if not isinstance(node.ctx, ast.Load) and _root(node) in imported else None
    elif isinstance(node, ast.Subscript):
        return "they set os.environ" if not isinstance(node.ctx, ast.Load) and ast.unparse(node.value) == "os.environ" else None
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name = ast.unparse(node.func)
        return f"they call {name}" if name in _SETS_UP or name.endswith("random.seed") else None
    return None


def _root(node):
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
