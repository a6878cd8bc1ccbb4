# The two pipes between tests and a submission that share a process, and the process that judges them. The submission could open and fill
# their descriptors, so frames can be read and made only by who has the key: it comes before the submission runs, and is named nowhere it can look.
_KEY = 32


def send_key():
    key = os.urandom(_KEY)
    os.write(5, key)
    return key


def receive_key():
    return read_exactly(_KEY, 4)  # its end is ours: then the tests cannot be run, and have said so


class SealedLink:
    """Frames of JSON, enciphered and signed, each with its number: none can be read, made, dropped, repeated or put elsewhere."""

    def __init__(self, key, sends, receives):
        from _blake2 import blake2b
        from _sha3 import shake_256
        # All that is used later is fetched now: tests put mocks in the place of such things.
        pack, read, write, write_json, read_json = struct.Struct("<I").pack, os.read, os.write, json.JSONEncoder().encode, json.JSONDecoder().decode
        unpack, number = struct.Struct("<I").unpack, int.from_bytes
        counts = {sends: 0, receives: 0}

        def cipher(way, data):
            stream = shake_256(key + way + pack(counts[way])).digest(len(data))
            return (number(data, "little") ^ number(stream, "little")).to_bytes(len(data), "little")

        def sign(way, data):
            return blake2b(way + pack(counts[way]) + data, key=key, digest_size=16).digest()

        def exactly(count):
            data = b""
            while len(data) < count:
                part = read(4, min(count - len(data), 1 << 20))
                if not part:
                    self._end()
                data += part
            return data

        def send(message):
            data = cipher(sends, write_json(message).encode())
            data = pack(len(data)) + sign(sends, data) + data
            counts[sends] += 1
            try:
                while data:
                    data = data[write(5, data):]
            except OSError:
                self._end()

        def receive():
            length, = unpack(exactly(4))
            if length > _MOST_MESSAGE:
                self._end()
            signature, data = exactly(16), exactly(length)
            if signature != sign(receives, data):
                self._end()
            text = cipher(receives, data).decode()
            counts[receives] += 1
            return read_json(text)

        self.gone, self.send, self.receive = False, send, receive

    def _end(self):
        self.gone = True
        raise Gone("the submission's process ended before the tests did, or wrote to them itself")
