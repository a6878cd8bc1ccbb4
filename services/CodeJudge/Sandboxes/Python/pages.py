# Where the interpreter's memory lies, so that a process forked from it comes by pages of its own two megabytes at a time: where the kernel
# must ask a hypervisor for each page, that is dear. Whatever is refused here is left as it was.
import ctypes
import os
import time

_CHUNK, _ARENA = 2 << 20, 1 << 20  # a huge page; what Python takes from the kernel at a time for small objects
_READ, _WRITE, _EXECUTE = 1, 2, 4
_NEW = 0x2 | 0x20 | 0x4000  # MAP_PRIVATE, MAP_ANONYMOUS, MAP_NORESERVE
_MADV_HUGEPAGE, _MADV_COLLAPSE = 14, 25
_MREMAP_OVER = 1 | 2  # MREMAP_MAYMOVE, MREMAP_FIXED
_REFUSED = ctypes.c_void_p(-1).value  # MAP_FAILED
# Seconds. A fork that copies all its objects at once spares some 140 copies of single pages, and takes as long as that at 6 microseconds each:
# 2 where the processor translates a guest's pages, 10 to 50 where a hypervisor does.
_DEAR_TOUCH = 6e-6

_libc = ctypes.CDLL(None, use_errno=True)
_address, _size = ctypes.c_void_p, ctypes.c_size_t
_libc.mmap.argtypes, _libc.mmap.restype = (_address, _size, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long), _address
_libc.munmap.argtypes, _libc.madvise.argtypes = (_address, _size), (_address, _size, ctypes.c_int)
_libc.mprotect.argtypes = (_address, _size, ctypes.c_int)
_libc.mremap.argtypes, _libc.mremap.restype = (_address, _size, _size, ctypes.c_int, _address), _address


def _up(address):
    return address + _CHUNK - 1 & -_CHUNK


def _first_touch():
    """Seconds that a page of one's own takes here: the least of some measurements, for a busy machine adds to it."""
    size, least = 128 << 10, 1.0
    for _ in range(8):
        start = _libc.mmap(None, size, _READ | _WRITE, _NEW, -1, 0)
        if start == _REFUSED:
            return 0.0
        began = time.perf_counter()
        ctypes.memset(start, 0, size)
        least = min(least, (time.perf_counter() - began) / (size >> 12))
        _libc.munmap(start, size)
    return least


class _Objects:
    """A range of whole huge pages that small objects are put into from now on."""

    _SIZE = 4 << 20  # of what is preloaded, all but what the interpreter had made before this

    def __init__(self):
        bottom = _libc.mmap(None, self._SIZE + _CHUNK, 0, _NEW, -1, 0)
        self._start = bottom + _CHUNK - 4096 & -_CHUNK  # with at least a page left above the range
        for _ in range(1000):  # until every gap above is taken, so that the range is the next one
            if _libc.mmap(None, _ARENA, 0, _NEW, -1, 0) < bottom:
                break
        _libc.munmap(self._start, self._SIZE)
        self._kept = self._one_of_each_arena()
        self._copies_at_once = _first_touch() > _DEAR_TOUCH

    def _one_of_each_arena(self):
        """An arena in which there is an object is not given back."""
        blocks, kept = [], {}
        while len(kept) < self._SIZE // _ARENA and len(blocks) < 4 * self._SIZE // 448:
            blocks.append(bytes(400))
            if 0 <= id(blocks[-1]) - self._start < self._SIZE:
                kept.setdefault(id(blocks[-1]) // _ARENA, blocks[-1])
        return list(kept.values())

    def own(self):
        """Gives this process pages of its own for all of them, where that is cheaper than one by one."""
        if self._copies_at_once:
            _libc.madvise(self._start, self._SIZE, _MADV_COLLAPSE)


def _code_range():
    """Where the interpreter's own code and constants lie."""
    program, start, end = os.readlink("/proc/self/exe"), 0, 0
    with open("/proc/self/maps") as file:
        for line in file:
            addresses, access, _, _, _, *path = line.split()
            low, high = (int(part, 16) for part in addresses.split("-"))
            if path == [program] and "w" not in access:
                if low != end:
                    if end:
                        break
                    start = low
                end = high
    return start, end


def _put_text_on_huge_pages():
    start, end = _code_range()
    start, size = _up(start), (end & -_CHUNK) - _up(start)
    if size <= 0:
        return
    space = _libc.mmap(None, size + _CHUNK, _READ | _WRITE, _NEW, -1, 0)
    copy = _up(space)
    _libc.madvise(copy, size, _MADV_HUGEPAGE)
    ctypes.memmove(copy, start, size)
    if _libc.madvise(copy, size, _MADV_COLLAPSE) or _libc.mprotect(copy, size, _READ | _EXECUTE):
        _libc.munmap(space, size + _CHUNK)
    else:
        _libc.mremap(copy, size, size, _MREMAP_OVER, start)


_put_text_on_huge_pages()
objects = _Objects()
