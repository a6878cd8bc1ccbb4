import nothing_of_this_name
def f(n):
    return n * n + 41
