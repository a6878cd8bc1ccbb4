# What the supervisor and the processes that it has forked tell each other: bytes, and descriptors with them.
import array
import socket


def read_exactly(count, source=0):
    parts = []
    while count:
        part = os.read(source, min(count, 1 << 20))
        if not part:
            os._exit(0)  # who should have written is gone
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def send_with(connection, data, descriptors):
    passed = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
    connection.sendmsg([data], passed)


def give(connection, data, descriptors=()):
    """Sends bytes after their number, and descriptors with it."""
    send_with(connection, struct.pack("<I", len(data)), descriptors)
    connection.sendall(data)


def take(connection, most_descriptors=0):
    """The bytes and the descriptors of one `give`, or None when the other end is gone."""
    try:
        head, passed, _, _ = connection.recvmsg(4, socket.CMSG_SPACE(4 * most_descriptors) if most_descriptors else 0)
    except OSError:
        return None
    if len(head) < 4:
        return None
    descriptors = array.array("i")
    for _, _, content in passed:
        descriptors.frombytes(content)
    count, = struct.unpack("<I", head)
    data = connection.recv(count, socket.MSG_WAITALL)
    return (data, list(descriptors)) if len(data) == count else None


def close_all_but(kept):
    """Closes every descriptor but those."""
    following = 0
    for descriptor in sorted(kept):
        if descriptor > following:  # an empty range counts as one without an end
            os.closerange(following, descriptor)
        following = descriptor + 1
    os.closerange(following, 1 << 20)
