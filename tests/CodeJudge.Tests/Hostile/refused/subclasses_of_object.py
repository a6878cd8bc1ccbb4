def f(n):
    return [kind for kind in object.__subclasses__() if 'Assertions' in kind.__name__]
