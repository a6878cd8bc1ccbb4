import contextlib
class Modules(contextlib.redirect_stdout):
    _stream = 'modules'
with Modules({}):
    pass
def f(n):
    return 0
