import os, struct
def f(n):
    body = b'{"value":' + b'[' * 200000 + b']' * 200000 + b'}'
    data = struct.pack('<I', len(body)) + body
    while data:
        data = data[os.write(5, data):]
    return 0
