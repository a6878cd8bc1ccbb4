# What a box runs first. The rest is compiled in a process that ends, so that what compiling leaves behind is in none that is forked later.
import binascii
import marshal
import zlib


def _compiled(packed):
    ours, theirs = os.pipe()
    if os.fork() == 0:
        try:
            with open(theirs, "wb") as stream:
                marshal.dump(compile(zlib.decompress(binascii.a2b_base64(packed)), "supervisor", "exec", dont_inherit=True), stream)
        finally:
            os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as stream:
        code = marshal.load(stream)
    os.wait()
    return code
