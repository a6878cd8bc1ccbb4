import operator
def f(n):
    return operator.attrgetter('__globals__')(f)
