import sys
def look(frame, event, argument):
    return look
sys.settrace(look)
def f(n):
    return 0
