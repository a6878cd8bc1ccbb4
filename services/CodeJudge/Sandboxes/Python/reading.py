# What the text of tests says before any submission is asked. One reading serves many submissions: the completions of a prompt have its tests.
import ast

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Defect(BaseException):
    """The tests themselves cannot be run."""


class Declined(BaseException):
    """The tests are not of the kind that may be run here."""


class _Instrument(ast.NodeTransformer):
    """Counts each assertion that is met."""

    def visit_Assert(self, node):
        met = ast.Expr(ast.Call(ast.Name("__met__", ast.Load()), [], []))
        return [ast.copy_location(met, node), node]


def _holds_assert(node):
    return any(isinstance(inner, ast.Assert) for inner in ast.walk(node))


def _can_fail(tree):
    """Whether tests without assertions raise, or end with an exit code. What stands under `if __name__ == ...` is never run."""
    run = [node for node in tree.body if not (isinstance(node, ast.If) and any(isinstance(inner, ast.Name) and inner.id == "__name__" for inner in ast.walk(node.test)))]
    return any(isinstance(node, ast.Raise) or isinstance(node, ast.Attribute) and node.attr == "exit" or isinstance(node, ast.Name) and node.id in ("exit", "quit")
               for part in run for node in ast.walk(part))


def _split(body, count, whole):
    """Makes each statement of a body that asserts a test of its own; how many there are then."""
    for index, node in enumerate(body):
        if isinstance(node, _FUNCTIONS) or not (_holds_assert(node) or whole and isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            continue
        call = ast.Call(ast.Name("__unit__", ast.Load()), [ast.Constant(count)], [])
        body[index] = ast.copy_location(ast.With([ast.withitem(call)], [node]), node)
        count += 1
    return count


def _parse(source, what):
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Defect(f"{what} do not parse: {error}") from None


def _prefix_parts(prefix, entry_point):
    """The prefix's own imports, constants and helpers, and the name of the function that it leaves unfinished."""
    for ending in ("", "\n    pass\n", "\n        pass\n"):
        try:
            body = ast.parse(prefix + ending).body
            break
        except (SyntaxError, ValueError):
            body = []
    defined = [node.name for node in body if isinstance(node, _FUNCTIONS)]
    open_end = defined[-1] if defined and isinstance(body[-1], _FUNCTIONS) else None
    wanted = {entry_point.replace("()", "").split(".")[0]} if entry_point else set()
    parts = [node for node in body if not (isinstance(node, _FUNCTIONS) and node.name in wanted | {open_end})]
    return parts, open_end


def _foreseen_calls(check):
    """
    The calls of its parameter that `check` is bound to make first, as encoded arguments and options: one in each of its leading assertions, with
    nothing but literals.
    """
    parameters = check.args.args
    calls = []
    if len(parameters) != 1:
        return calls
    for node in check.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        call = _only_call(node.test, parameters[0].arg) if isinstance(node, ast.Assert) else None
        if call is None:
            break
        try:
            calls.append(([_encoded_literal(item) for item in call.args], {item.arg: _encoded_literal(item.value) for item in call.keywords}))
        except Exception:
            break
    return calls


def _only_call(test, name):
    """The call of a name in an assertion that surely makes it, once: where it stands alone, or is compared or passed on at once."""
    while not (isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and test.func.id == name):
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            test, others = test.left, test.comparators
        elif isinstance(test, ast.BinOp):
            test, others = test.left, [test.right]
        elif isinstance(test, ast.UnaryOp):
            test, others = test.operand, []
        elif isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and test.args and not test.keywords:
            test, *others = test.args
        else:
            return None
        if any(isinstance(inner, (ast.Name, ast.NamedExpr)) for other in others for inner in ast.walk(other)):
            return None
    return test


def _encoded_literal(node):
    return encode(ast.literal_eval(node), _refuse_handle)


class Reading:
    """Tests, checked and compiled. Those that share the submission's process are taken apart first, by what runs them: they have a tree and no code."""

    def __init__(self, spec, plain_only=False):
        entry_point, self.shared = spec.get("entryPoint"), bool(spec.get("shared"))
        tree = _parse(spec["code"], "the tests")
        self.prefix, open_end = _prefix_parts(spec.get("prefix") or "", entry_point)
        if plain_only and not (is_plain(tree) and all(map(is_plain, self.prefix)) and (entry_point is None or entry_point.isidentifier())):
            raise Declined
        if not self.shared and (need := sharing_need(tree)):
            raise Declined if plain_only else NeedsSharing(need)
        self.entry_point = entry_point or open_end
        self.first = {(self.entry_point or "").replace("()", "").split(".")[0]} - {""}
        self.own = {node.name for node in tree.body if isinstance(node, _FUNCTIONS)}
        self.foreign = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - self.own
        self.has_asserts = _holds_assert(tree)
        self.can_fail = not self.has_asserts and _can_fail(tree)
        check = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "check"), None)
        self.has_check = check is not None
        # Only a tester that stays may be unsure: its tests are run again where the submission was asked for what then was not wanted.
        self.foreseen = _foreseen_calls(check) if check and plain_only else []
        self.in_check = _split(check.body, 0, whole=not _holds_assert(check)) if check else 0
        self.units = _split(tree.body, self.in_check, whole=False)
        if self.shared:
            self.tree = tree
        else:
            self._compile(tree)

    def _compile(self, tree):
        try:
            self.prefix = compile(ast.Module(self.prefix, []), "prefix", "exec")
        except MemoryError:
            raise  # it is no word about the prefix, and what is read is kept
        except Exception:
            self.prefix = ""  # what the tests then miss, they will say
        try:
            self.code = compile(ast.fix_missing_locations(_Instrument().visit(tree)), "tests", "exec")
        except (SyntaxError, ValueError, RecursionError) as error:
            raise Defect(f"the tests do not parse: {error}") from None

    @property
    def candidate(self):
        """What `check` is called with."""
        if not self.entry_point:
            raise Defect("the tests define check(candidate), and nothing says what the candidate is: give entryPoint")
        return self.entry_point
