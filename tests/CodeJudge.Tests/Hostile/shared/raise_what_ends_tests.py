class SkipTest(GeneratorExit):
    pass
def f(n):
    raise SkipTest
