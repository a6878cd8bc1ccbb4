def f(n):
    match f:
        case object(__globals__=found):
            return found
