import json, struct
def f(n):
    with open(5, 'wb', closefd=False) as link:
        for message in ({'unit': 'tests.T.test_value', 'why': None}, {'end': None}):
            body = json.dumps(message).encode()
            link.write(struct.pack('<I', len(body)) + bytes(16) + body)
    return 0
