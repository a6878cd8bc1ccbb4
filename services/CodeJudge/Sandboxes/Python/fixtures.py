# The fixtures of pytest's that need the submission's process.
import contextlib
import io

_ABSENT = object()


class _MonkeyPatch:
    """Sets things, and sets them back."""

    def __init__(self, stack):
        self._stack = stack

    def setattr(self, target, name, value=_ABSENT, raising=True):
        target, name, value = self._found(target, name, value)
        self._set(vars(target).get(name, _ABSENT) if isinstance(target, type) else getattr(target, name, _ABSENT), raising, name,
                  lambda old: delattr(target, name) if old is _ABSENT else setattr(target, name, old))
        setattr(target, name, value)

    def delattr(self, target, name=_ABSENT, raising=True):
        target, name, _ = self._found(target, name, None) if isinstance(target, str) else (target, name, None)
        old = getattr(target, name, _ABSENT)
        if old is _ABSENT and not raising:
            return
        self._stack.callback(setattr, target, name, old)
        delattr(target, name)

    def setitem(self, target, name, value):
        old = target.get(name, _ABSENT)
        self._stack.callback(lambda: target.pop(name, None) if old is _ABSENT else target.__setitem__(name, old))
        target[name] = value

    def delitem(self, target, name, raising=True):
        if name in target or raising:
            self._stack.callback(target.__setitem__, name, target[name])
            del target[name]

    def setenv(self, name, value, prepend=None):
        self.setitem(os.environ, name, f"{value}{prepend}{os.environ[name]}" if prepend and name in os.environ else str(value))

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        self._stack.callback(sys.path.__setitem__, slice(None), list(sys.path))
        sys.path.insert(0, str(path))

    def chdir(self, path):
        self._stack.callback(os.chdir, os.getcwd())
        os.chdir(path)

    def undo(self):
        self._stack.pop_all().close()

    @contextlib.contextmanager
    def context(self):
        with contextlib.ExitStack() as stack:
            yield _MonkeyPatch(stack)

    def _set(self, old, raising, name, restore):
        if old is _ABSENT and raising:
            raise AttributeError(name)
        self._stack.callback(restore, old)

    @staticmethod
    def _found(target, name, value):
        if not isinstance(target, str):
            return target, name, value
        import pkgutil
        owner, _, last = target.rpartition(".")
        return pkgutil.resolve_name(owner), last, name if value is _ABSENT else value


class _Captured:
    """What is printed."""

    def __init__(self, stack):
        self._fresh()
        stack.callback(lambda out, err: (setattr(sys, "stdout", out), setattr(sys, "stderr", err)), sys.stdout, sys.stderr)
        self._fill()

    def _fresh(self):
        self._out, self._err = io.StringIO(), io.StringIO()

    def _fill(self):
        sys.stdout, sys.stderr = self._out, self._err

    def readouterr(self):
        out, err = self._out.getvalue(), self._err.getvalue()
        self._fresh()
        self._fill()
        return collections.namedtuple("CaptureResult", "out err")(out, err)


def _folder(stack):
    import pathlib
    import tempfile
    return pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))


FIXTURES = {"monkeypatch": _MonkeyPatch, "capsys": _Captured, "tmp_path": _folder}
