# Tests that can leave nothing behind in the process that runs them, told by their syntax: they import only what computes, set no attribute, and
# name nothing that reaches further than their own names. What is in doubt is not plain.
import ast

_COMPUTING = frozenset((
    "abc", "array", "bisect", "cmath", "collections", "copy", "datetime", "fractions", "functools", "heapq", "itertools", "math", "numbers",
    "operator", "random", "re", "statistics", "string", "textwrap", "time", "typing"))
_REACHING = frozenset((
    "open", "exec", "eval", "compile", "globals", "locals", "vars", "getattr", "setattr", "delattr", "input", "breakpoint", "help", "exit", "quit",
    "register", "dispatch_table", "get_type_hints", "ForwardRef", "update_wrapper", "wraps", "total_ordering", "update_abstractmethods", "attrgetter", "methodcaller", "get_field", "Formatter", "vformat",
    "gi_frame", "cr_frame", "ag_frame", "gi_code", "cr_code", "ag_code", "f_back", "f_globals", "f_locals", "f_builtins", "tb_frame", "tb_next", "with_traceback"))
_STANDARD = getattr(sys, "stdlib_module_names", None)  # not known before Python 3.10, where therefore nothing is plain
_SPECIAL = frozenset(("__name__", "__init__", "__eq__", "__lt__", "__repr__", "__len__", "__getitem__", "__iter__"))


def _is_plain_name(name):
    return not name.startswith("__") or name in _SPECIAL


def _is_plain_attribute(name):
    # A module's own imports are its attributes too.
    return not name.startswith("_") and name not in _REACHING and (name not in _STANDARD or name in _COMPUTING)


def _is_plain_import(module, names):
    root = (module or "").split(".")[0]
    return (root in _COMPUTING and all(map(_is_plain_attribute, module.split("."))) or module in SUBMISSION_MODULES) and all(map(_is_plain_attribute, names))


def _is_plain_node(node):
    kind = type(node)
    if kind is ast.Name:
        return _is_plain_name(node.id) and node.id not in _REACHING
    if kind is ast.Attribute:
        return type(node.ctx) is ast.Load and _is_plain_attribute(node.attr)
    if kind is ast.Import:
        return all(_is_plain_import(alias.name, []) for alias in node.names)
    if kind is ast.ImportFrom:
        return not node.level and _is_plain_import(node.module, [alias.name for alias in node.names if alias.name != "*"])
    if kind in (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
        return _is_plain_name(node.name)
    return kind is not ast.MatchClass


def is_plain(tree):
    return _STANDARD is not None and all(map(_is_plain_node, ast.walk(tree)))
