import unittest.mock
class f(unittest.mock.MagicMock):
    pass
f.__module__, f.__name__ = 'unittest.mock', 'ANY'
