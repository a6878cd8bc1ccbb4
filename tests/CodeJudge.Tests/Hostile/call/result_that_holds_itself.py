def f(n):
    result = []
    result.append(result)
    return result
