# The process that judges tests which share another with the submission: it takes the tests apart, keeps their constants, and compares.
_EQUALITIES = frozenset(
    "assertEqual assertListEqual assertTupleEqual assertDictEqual assertSetEqual assertSequenceEqual assertMultiLineEqual".split())
_COMPARING = {
    "assertNotEqual": "NotEq", "assertIn": "In", "assertNotIn": "NotIn", "assertGreater": "Gt", "assertGreaterEqual": "GtE", "assertLess": "Lt",
    "assertLessEqual": "LtE", "assertIs": "Is", "assertIsNot": "IsNot",
}
_METHODS = _EQUALITIES | set(_COMPARING) | set(
    "assertTrue assertFalse assertIsNone assertIsNotNone assertIsInstance assertNotIsInstance assertAlmostEqual assertNotAlmostEqual assertRegex "
    "assertNotRegex assertCountEqual".split())
_CALLED_WITH = frozenset("assert_called_with assert_called_once_with assert_any_call".split())
_COUNTED = {"assert_called": lambda count: count > 0, "assert_called_once": lambda count: count == 1, "assert_not_called": lambda count: count == 0}
_MOCK_METHODS = _CALLED_WITH | set(_COUNTED) | set("assert_has_calls assert_awaited assert_awaited_once assert_awaited_with assert_awaited_once_with assert_not_awaited".split())


class Told(Exception):
    """How a test ended, in the words of the process that ran it."""

    def __init__(self, why):
        super().__init__(why[1])
        self.why = why


class _Check:
    """One assertion: what it asks, and which constants it keeps from the submission's process."""

    def __init__(self, kind, name):
        self.kind, self.name, self.hidden = kind, name, {}


class _Separate(ast.NodeTransformer):
    """Takes assertions apart: what is to be computed stays, what it is compared with goes."""

    def __init__(self):
        self.checks, self._asserting = [], False

    def visit_Assert(self, node):
        value = self._inside(node.test)
        return ast.copy_location(ast.Expr(self._call("require", self._new("require", ""), value)), node)

    def visit_Compare(self, node):
        names = [type(each).__name__ for each in node.ops]
        operands = [node.left, *node.comparators]
        by_identity = any(name in ("Is", "IsNot") for name in names)
        if by_identity and not (len(names) == 1 and any(isinstance(each, ast.Constant) and each.value in (None, True, False) for each in operands)):
            return self.generic_visit(node)
        if self._asserting:
            number = self._new("holds", " ".join(names))
            return ast.copy_location(self._call("holds", number, ast.Constant(" ".join(names)), *self._kept(number, operands)), node)
        self.generic_visit(node)
        if len(names) > 1 or by_identity:
            return node
        return ast.copy_location(self._call("compare", ast.Constant(names[0]), node.left, node.comparators[0]), node)

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return node
        return ast.copy_location(self._call("compute", ast.Constant(type(node.op).__name__), node.left, node.right), node)

    def visit_Call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else None
        if name not in _METHODS and name not in _MOCK_METHODS or any(isinstance(each, ast.Starred) for each in node.args) or any(each.arg is None for each in node.keywords):
            return self.generic_visit(node)
        kind = "method" if name in _METHODS else "mock"
        number = self._new(kind, name)
        owner = self.visit(node.func.value)
        if kind == "method" and name in ("assertIs", "assertIsNot") and not any(isinstance(each, ast.Constant) for each in node.args):
            self.checks[number].name = None  # what is one and the same here is a copy elsewhere
        call = self._call(kind, number, ast.Constant(name), owner, *self._kept(number, node.args))
        call.keywords = [ast.keyword(each.arg, kept) for each, kept in zip(node.keywords, self._kept(number, [each.value for each in node.keywords], [each.arg for each in node.keywords]))]
        return ast.copy_location(call, node)

    def visit_JoinedStr(self, node):
        return node  # its parts are no places for anything but expressions as they were written

    def _visit_body(self, node):
        self.generic_visit(node)
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and type(first.value.value) is str:
            node.body[0] = ast.copy_location(ast.Pass(), first)
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Module = _visit_body

    def _inside(self, node):
        before, self._asserting = self._asserting, True
        try:
            return self.visit(node)
        finally:
            self._asserting = before

    def _new(self, kind, name):
        self.checks.append(_Check(kind, name))
        return len(self.checks) - 1

    def _kept(self, number, operands, keys=None):
        return [self._operand(number, key, operand) for key, operand in zip(keys or range(len(operands)), operands)]

    def _operand(self, number, key, node):
        try:
            value = ast.literal_eval(node)
            encode(value, _refuse)
        except Exception:
            return self._inside(node)
        self.checks[number].hidden[key] = value
        return ast.copy_location(ast.Name("__judge_hidden__", ast.Load()), node)

    @staticmethod
    def _call(name, *arguments):
        return ast.Call(ast.Name(f"__judge_{name}__", ast.Load()), [ast.Constant(each) if type(each) is int else each for each in arguments], [])


class _SharedRun(_Run):
    def _set_up(self):
        self._key, self._skipped = send_key(), set()
        self.remote.used = True  # what goes wrong from here on, the submission had a hand in

    def run(self):
        reading, separate = self.reading, _Separate()
        candidate = reading.candidate if reading.has_check else reading.entry_point or "None"
        tree = ast.fix_missing_locations(separate.visit(reading.tree))
        tests = {
            "code": _dumped(tree, "exec"), "prefix": _dumped(ast.Module(reading.prefix, []), "exec"), "check": reading.has_check, "inCheck": reading.in_check,
            "candidate": _dumped(ast.parse(candidate, mode="eval"), "eval"), "names": sorted(self._names()),
        }
        link = SealedLink(self._key, b"T", b"S")
        try:
            link.send({"imports": sorted(self._imports())})
            self._told(link.receive())
            link.send(tests)
            why = self._listen(link, separate.checks)
        except Gone:
            self.remote._link.gone = True
            raise
        ends = self._all(None if why is None else Told(why))
        return ends + [AssertionError() for _ in self._missing()]

    def _listen(self, link, checks):
        """Answers what the tests ask until they end."""
        while "end" not in (message := self._told(link.receive())):
            if "unit" in message:
                self.tally.record(message["unit"], None if message["why"] is None else Told(message["why"]))
            elif "skipped" in message:
                self._skipped.add(message["skipped"])
            else:
                check = checks[message["check"]]
                self.tally.met()
                if "here" in message or check.name is None:
                    link.send({"hidden": [[key, encode(value, _refuse)] for key, value in check.hidden.items()]})
                    self._told(link.receive())
                else:
                    link.send({"holds": _holds(check, message)})
        if message.get("line") and not self._mentions_submission(message["line"]):
            raise Defect(f"the tests fail by themselves: {message['end'][1]}")
        return message["end"]

    def _mentions_submission(self, line):
        """Whether the tests, up to a line of their top level, use or import anything that may be the submission's."""
        stored = {node.id for node in ast.walk(self.reading.tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
        imported = {(alias.asname or alias.name).split(".")[0] for node in ast.walk(self.reading.tree) if isinstance(node, (ast.Import, ast.ImportFrom))
                    if not _is_of_submission(node) for alias in node.names}
        foreign = self._names() - stored - imported - set(dir(builtins))
        return any(isinstance(node, ast.Name) and node.id in foreign or isinstance(node, (ast.Import, ast.ImportFrom)) and _is_of_submission(node)
                   for node in ast.walk(self.reading.tree) if getattr(node, "lineno", line + 1) <= line)

    @staticmethod
    def _told(message):
        if "refused" in message:
            raise Defect(f"the tests need the submission in their own process, and it names what may not be there: {message['refused']}")
        if "defect" in message:
            raise Defect(message["defect"])
        return message

    def _names(self):
        """What the tests use and do not define: the submission's, if it does."""
        return {node.id for node in ast.walk(self.reading.tree) if isinstance(node, ast.Name)} - self.reading.own | self.reading.first

    def _imports(self):
        found = set()
        for node in ast.walk(self.reading.tree):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.update([node.module] + [f"{node.module}.{alias.name}" for alias in node.names])
        return {name for name in found if name.split(".")[0] in sys.stdlib_module_names}

    def _missing(self):
        """The tests that neither ended nor were skipped."""
        told = {name.partition("[")[0] for name in self._told_names | self._skipped if type(name) is str}
        for node in self.reading.tree.body:
            if isinstance(node, _FUNCTIONS[:2]) and node.name.startswith("test"):
                if node.name not in told:
                    yield node.name
            elif isinstance(node, ast.ClassDef) and (node.name.startswith("Test") or any(ast.unparse(base).endswith("TestCase") for base in node.bases)):
                for inner in node.body:
                    if isinstance(inner, _FUNCTIONS[:2]) and inner.name.startswith("test") and not {f"{node.name}.{inner.name}", f"tests.{node.name}.{inner.name}"} & told:
                        yield inner.name

    def _all(self, aborted):
        self._told_names = set(self.tally.ends)
        return super()._all(aborted)


def _is_of_submission(node):
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return any(name.split(".")[0] in SUBMISSION_MODULES for name in names)


def _dumped(tree, mode):
    try:
        return base64.b64encode(marshal.dumps(compile(ast.fix_missing_locations(tree), "tests", mode))).decode()
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Defect(f"the tests do not parse: {error}") from None


def _holds(check, message):
    """Whether an assertion holds: true, false, or none where its values do not compare."""
    operands = [check.hidden[index] if index in check.hidden else decode(item, _refuse) for index, item in enumerate(message["operands"])]
    options = {**{key: decode(item, _refuse) for key, item in message["options"].items()}, **{key: item for key, item in check.hidden.items() if type(key) is str}}
    try:
        if check.kind == "holds":
            return all(_COMPARISONS[name](left, right) for name, left, right in zip(check.name.split(), operands, operands[1:]))
        if check.kind == "require":
            return bool(operands[0])
        if check.kind == "mock":
            return _called_so(check.name, decode(message["beside"], _refuse), operands, options)
        getattr(unittest.TestCase(), check.name)(*operands, **options)
        return True
    except AssertionError:
        return False
    except Exception:
        return None


def _called_so(name, calls, arguments, options):
    wanted = [arguments, options]
    if name in _COUNTED:
        return _COUNTED[name](len(calls))
    return wanted in calls if name == "assert_any_call" else calls[-1:] == [wanted] and (name == "assert_called_with" or len(calls) == 1)
