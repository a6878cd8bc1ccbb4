import logging
logging.basicConfig(style='{', format='{msg.__globals__}')
def f(n):
    logging.error(f)
    return 0
