# Which programs may share a process with their tests: those that name nothing which reaches out of their own module. What is in doubt may not.
import ast
import string as _string

# Modules that only compute, or whose effects a box confines.
_MODULES = frozenset((
    "__future__ abc array ast asyncio base64 binascii bisect calendar cmath codecs collections colorsys concurrent configparser contextlib copy csv "
    "dataclasses datetime decimal difflib email enum errno filecmp fnmatch fractions ftplib functools getpass glob gzip bz2 lzma hashlib heapq hmac html "
    "http io ipaddress itertools json keyword locale logging math mimetypes numbers operator os pathlib platform pprint queue random re secrets shlex "
    "shutil smtplib socket sortedcontainers sqlite3 ssl stat statistics string struct subprocess sys tarfile tempfile textwrap threading time traceback types "
    "typing unicodedata urllib uuid warnings xml zipfile zlib zoneinfo").split())
# Of these modules, these names.
_ONLY = {
    "os": "path listdir getcwd chdir mkdir makedirs remove unlink rmdir removedirs rename renames replace walk scandir stat lstat environ getenv putenv "
          "unsetenv sep linesep name pathsep curdir pardir extsep altsep devnull getpid urandom cpu_count access F_OK R_OK W_OK X_OK chmod symlink link "
          "readlink utime system popen uname getlogin getuid times fspath fsencode fsdecode PathLike DirEntry stat_result error truncate strerror "
          "get_terminal_size umask",
    "sys": "argv maxsize exit stdin stdout stderr float_info version version_info platform getsizeof getrecursionlimit setrecursionlimit byteorder "
           "executable intern getdefaultencoding getfilesystemencoding maxunicode hash_info int_info implementation",
    "types": "SimpleNamespace MappingProxyType GeneratorType NoneType",
    "traceback": "format_exc print_exc",
    "ast": "literal_eval",
}
_ONLY = {module: frozenset(names.split()) for module, names in _ONLY.items()}

# What runs text as code, takes attributes by a text, walks frames, follows what is executed, or belongs to mocks. `format` and others below
# may be used in one way only.
_WORDS = frozenset((
    "exec eval compile globals locals vars breakpoint help getattr setattr delattr attrgetter methodcaller update_wrapper format_map vformat get_field "
    "get_type_hints evaluate_forward_ref ForwardRef make_dataclass dictConfig fileConfig load_extension enable_load_extension settrace setprofile "
    "settrace_all_threads setprofile_all_threads excepthook unraisablehook displayhook breakpointhook addaudithook meta_path path_hooks path_importer_cache modules get_stack print_stack get_coro "
    "walk_stack walk_tb gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await tb_frame tb_next tb_lasti f_back f_builtins f_code f_globals f_locals "
    "f_trace func_globals func_code with_traceback sys _sys builtins bltns os _os nt posix types inspect gc ctypes importlib marshal pickle copyreg linecache "
    "tokenize traceback dis opcode runpy pkgutil pdb bdb trace unittest mock doctest atexit weakref multiprocessing faulthandler signal "
    "singledispatch singledispatchmethod register mp ForkingPickler "
    "assert_called assert_called_once assert_called_with assert_called_once_with assert_any_call assert_has_calls assert_not_called "
    "assert_awaited assert_awaited_once call_args call_args_list call_count mock_calls method_calls side_effect return_value reset_mock configure_mock "
    "attach_mock mock_add_spec").split())
# Imported under their own name only, and used in one way only: as a decorator of a function or of a class, as the class of a class.
_OF_CLASSES = frozenset("dataclass total_ordering".split())
_ONE_USE = _OF_CLASSES | frozenset("wraps Formatter ABCMeta EnumMeta EnumType NamedTupleMeta".split())
_DOORS = frozenset("exec eval compile globals locals vars breakpoint help setattr delattr".split())
_KEYWORDS = frozenset(("module", "assigned", "updated", "style"))

_DUNDERS = frozenset("__" + name + "__" for name in (
    "init new name main file doc version author all slots post_init len length_hint getitem setitem delitem contains iter next reversed missing call "
    "hash eq ne lt le gt ge add radd iadd sub rsub isub mul rmul imul matmul truediv rtruediv floordiv rfloordiv mod rmod divmod pow rpow neg pos abs "
    "invert and or xor rand ror rxor iand ior ixor lshift rshift int float complex index round trunc floor ceil bool str repr bytes format enter exit "
    "aenter aexit aiter anext await copy deepcopy init_subclass class_getitem getattr future annotations").split())
_TUPLES = frozenset(("_replace", "_asdict", "_fields", "_make"))


class Reaches(Exception):
    """Names what a program that is to share a process names, and may not."""


class _Reading:
    """Reads one program; the first thing that it may not name is raised."""

    def __init__(self, tree):
        self._modules, self._allowed, self._own = {}, set(), set()
        nodes = list(ast.walk(tree))
        for node in nodes:
            self._bind(node)
        for node in nodes:
            self._use(node)
        for node in nodes:
            self._read(node)

    def _bind(self, node):
        """Notes what is imported, and which private names are the program's own."""
        if isinstance(node, ast.Import):
            for alias in node.names:
                self._module(alias.name)
                self._modules[alias.asname or alias.name.split(".")[0]] = alias.name if alias.asname else alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            self._module(node.module or "", node.level)
            for alias in node.names:
                if alias.name == "*":
                    raise Reaches(f"from {node.module} import *")
                self._member(node.module, alias.name)
                if alias.name in _ONE_USE and alias.asname not in (None, alias.name):
                    raise Reaches(f"{alias.name} under another name")
        elif isinstance(node, ast.ClassDef):
            if any(isinstance(inner, (ast.Import, ast.ImportFrom)) for inner in node.body):
                raise Reaches("import in a class")
            self._decorated(node)
            self._own.update(inner.name for inner in node.body if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)))
        elif isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            self._own.add(node.attr)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            self._own.add(node.id)

    def _decorated(self, node):
        """Around anything but the class itself, these would set what another's class has."""
        for decorator in reversed(node.decorator_list):
            function = decorator.func if isinstance(decorator, ast.Call) and not decorator.args else decorator
            if _called(function) not in _OF_CLASSES:
                return
            self._allowed.add(id(function))

    def _module(self, name, level=0):
        parts = name.split(".")
        if level or parts[0] not in _MODULES or any(part in _WORDS or part.startswith("_") or part in ("config", "process") for part in parts[1:]):
            raise Reaches(f"import {'.' * level}{name}")

    def _member(self, module, name):
        if module in _ONLY and name not in _ONLY[module] or name.startswith("_") or name in _WORDS or name in ("Formatter", "config", "process"):
            raise Reaches(f"{module}.{name}")

    def _use(self, node):
        """Notes the places where words with one use are used in that way."""
        if isinstance(node, ast.Attribute):
            self._allowed.add(id(node.value) if isinstance(node.value, ast.Name) and node.value.id != "type" else None)
        elif isinstance(node, ast.Call):
            name, plain = _called(node.func), not node.keywords and not any(isinstance(argument, ast.Starred) for argument in node.args)
            if name == "type" and plain and len(node.args) == 1:
                self._allowed.add(id(node.func))
            elif name in ("isinstance", "issubclass"):
                self._allowed.update(id(argument) for argument in node.args if isinstance(argument, ast.Name) and argument.id == "type")
            elif name == "getattr" and len(node.args) > 1 and isinstance(node.args[1], ast.Constant) and type(node.args[1].value) is str:
                self._attribute(node.args[1].value, None)
                self._allowed.add(id(node.func))
            elif name == "Formatter" and len(node.args) <= 2 and isinstance(node.func, ast.Attribute) and self._root(node.func) == "logging":
                self._allowed.add(id(node.func))
        elif isinstance(node, ast.keyword) and node.arg == "metaclass":
            self._allowed.add(id(node.value))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.decorator_list:
            # Around anything but a function it would rename a class.
            last = node.decorator_list[-1]
            if isinstance(last, ast.Call) and len(last.args) == 1 and not last.keywords and not isinstance(last.args[0], ast.Starred):
                self._allowed.add(id(last.func))

    def _read(self, node):
        if isinstance(node, ast.Name):
            self._name(node)
        elif isinstance(node, ast.Attribute):
            self._attribute(node.attr, node)
        elif isinstance(node, ast.keyword) and node.arg:
            self._special(node.arg)
            if node.arg in _KEYWORDS:
                raise Reaches(f"{node.arg}=")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self._special(node.name)
        elif isinstance(node, ast.arg):
            self._special(node.arg)
        elif type(node).__name__ == "MatchClass":
            for name in node.kwd_attrs:
                self._attribute(name, None)

    def _name(self, node):
        name = node.id
        self._special(name)
        if isinstance(node.ctx, ast.Load) and id(node) not in self._allowed:
            if name in self._modules:
                raise Reaches(f"the module {name} as a value")
            if name in _DOORS or name in _ONE_USE or name in ("type", "getattr"):
                raise Reaches(name)

    def _attribute(self, name, node):
        root = self._root(node) if node else None
        if root is not None and isinstance(node.value, ast.Name):
            if name == "path" and root == "os":
                return
            if root in _ONLY and name not in _ONLY[root]:
                raise Reaches(f"{root}.{name}")
        if name in _WORDS:
            raise Reaches(name)
        if name != "__class__":
            self._special(name)
        if name.startswith("__") and name.endswith("__") and node and not isinstance(node.ctx, ast.Load):
            raise Reaches(name)
        if name.startswith("_") and not name.startswith("__") and (root is not None or name.endswith("_") or name not in self._own and name not in _TUPLES):
            raise Reaches(name)
        if name in _ONE_USE and id(node) not in self._allowed:
            raise Reaches(name)
        if name == "format" and not (node and _is_plain_format(node.value)):
            raise Reaches("format of a text that takes attributes or is not written in its place")

    def _root(self, node):
        """The module with which a chain of attributes begins."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return self._modules.get(node.id) if isinstance(node, ast.Name) else None

    @staticmethod
    def _special(name):
        if name.startswith("__") and name.endswith("__") and name not in _DUNDERS:
            raise Reaches(name)


def _called(function):
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else None


def _is_plain_format(text):
    """Whether a text is written in its place, and its fields take values only: `{0.name}` would take attributes."""
    if not isinstance(text, ast.Constant) or type(text.value) is not str:
        return False
    try:
        waiting = [text.value]
        while waiting:
            for _, field, form, _ in _string.Formatter().parse(waiting.pop()):
                if field and not field.isidentifier() and not field.isdigit():
                    return False
                if form:
                    waiting.append(form)
    except ValueError:
        return False
    return True


class _Guarding(ast.NodeTransformer):
    """
    Has each attribute that the program sets checked when it does so, each class that it makes, and each type that it asks for: called, `type` makes
    classes of any name.
    """

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if node.attr == "__class__":
            return ast.copy_location(self._guard("type", node.value), node)
        if not isinstance(node.ctx, ast.Load):
            node.value = ast.copy_location(self._guard("writable", node.value, ast.Constant(node.attr)), node.value)
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        node.decorator_list.append(ast.copy_location(ast.Name("__judge_class__", ast.Load()), node))
        return node

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "type":
            return ast.copy_location(self._guard("type", node.args[0]), node)
        return node

    @staticmethod
    def _guard(name, *arguments):
        return ast.Call(ast.Name(f"__judge_{name}__", ast.Load()), list(arguments), [])


def confined_program(source, name):
    """The code of a program that may share a process, guarded by `__judge_writable__`, `__judge_type__` and `__judge_class__`."""
    tree = ast.parse(source.decode("utf-8"))
    _Reading(tree)
    return compile(ast.fix_missing_locations(_Guarding().visit(tree)), name, "exec", dont_inherit=True)
