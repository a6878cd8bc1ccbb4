class Quiet(GeneratorExit):
    pass
def f(n):
    raise Quiet
