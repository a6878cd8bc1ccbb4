import json, os, struct
def f(n):
    body = json.dumps({'value': n * n + 40}).encode()
    os.write(5, struct.pack('<I', len(body)) + body)
    return 0
