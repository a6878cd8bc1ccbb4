import gc
def f(n):
    return [thing for thing in gc.get_objects() if type(thing) is dict and 'f' in thing][0]
