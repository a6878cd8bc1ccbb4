import logging
def f(n):
    frame = logging.currentframe()
    return frame.f_back.f_locals
