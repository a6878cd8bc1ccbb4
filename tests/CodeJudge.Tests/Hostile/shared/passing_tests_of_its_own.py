class TestEasy:
    def test_it(self):
        assert True
def test_more():
    assert True
def check(candidate):
    pass
def f(n):
    return 0
