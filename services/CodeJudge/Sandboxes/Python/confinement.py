# What a run may not do. The filter is loaded once, before the first fork, and every run inherits it.
import ctypes
import platform
import resource
import struct
import time

_PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 4, 22, 38
_EPERM, _ENOSYS, _EAFNOSUPPORT = 1, 38, 97

# Doors to the kernel that no solution needs (namespaces, mounts, tracing, rings), ways to leave something behind for the next run
# (System V and POSIX queues, keyrings) and ways to slow the supervisor down. Columns: x86_64, aarch64.
_DENIED = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_getfd": (438, 438), "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "fanotify_init": (300, 262),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "init_module": (175, 105), "finit_module": (313, 273),
    "delete_module": (176, 106), "syslog": (103, 116), "quotactl": (179, 60), "swapon": (167, 224), "reboot": (169, 142),
    "shmget": (29, 194), "shmctl": (31, 195), "shmat": (30, 196), "semget": (64, 190), "semctl": (66, 191), "semop": (65, 193),
    "msgget": (68, 186), "msgctl": (71, 187), "msgsnd": (69, 189), "msgrcv": (70, 188), "mq_open": (240, 180), "mq_unlink": (241, 181),
    "setpriority": (141, 140), "sched_setparam": (142, 118), "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274), "ioprio_set": (251, 30),
}
_CLONE, _CLONE3, _SOCKET, _PRLIMIT, _SET_AFFINITY = (56, 220), (435, 435), (41, 198), (302, 261), (203, 122)
_NEW_NAMESPACES = 0x7E020000
_FAMILIES = (1, 2, 10)  # AF_UNIX, AF_INET, AF_INET6: in an empty network namespace


def _filter():
    column = {"x86_64": 0, "aarch64": 1}[platform.machine()]
    architecture = (0xC000003E, 0xC00000B7)[column]
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, kill = 0x7FFF0000, 0x80000000

    def fail(error):
        return (give, 0, 0, 0x00050000 | error)

    program = [(load, 0, 0, 4), (equal, 1, 0, architecture), (give, 0, 0, kill), (load, 0, 0, 0)]
    if column == 0:  # the x32 ABI would number the same calls anew
        program += [(at_least, 0, 1, 0x40000000), fail(_ENOSYS)]
    for numbers in _DENIED.values():
        program += [(equal, 0, 1, numbers[column]), fail(_EPERM)]
    # .NET ends where this is refused: it is told that it was done.
    program += [(equal, 0, 1, _SET_AFFINITY[column]), fail(0)]
    # clone3 passes its flags by pointer, which a filter cannot read: without it the C library uses clone.
    program += [(equal, 0, 1, _CLONE3[column]), fail(_ENOSYS)]
    first_argument = (load, 0, 0, 16)
    program += [(equal, 0, 4, _CLONE[column]), first_argument, (any_bit, 0, 1, _NEW_NAMESPACES), fail(_EPERM), (give, 0, 0, allow)]
    program += [(equal, 0, 4, _PRLIMIT[column]), first_argument, (equal, 1, 0, 0), fail(_EPERM), (give, 0, 0, allow)]
    program += [(equal, 0, 2 + len(_FAMILIES), _SOCKET[column]), first_argument]
    for index, family in enumerate(_FAMILIES):
        program.append((equal, len(_FAMILIES) - index, 0, family))
    program += [fail(_EAFNOSUPPORT), (give, 0, 0, allow)]
    return b"".join(struct.pack("HBBI", *instruction) for instruction in program), len(program)


def _prctl(option, *arguments):
    if _libc.prctl(option, *(list(arguments) + [0] * (4 - len(arguments)))) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")


def confine_everything():
    """No new privileges, no reading of our memory or descriptors through /proc, and the filter: inherited by every run."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_SET_DUMPABLE, 0)
    code, length = _filter()
    instructions = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", length, ctypes.addressof(instructions)))
    _prctl(_PR_SET_SECCOMP, 2, header)


def limit_run(request, address_space, executes=False):
    """The limits that the kernel enforces per process; address_space is 0 where a control group holds memory and processes."""
    mib = 1 << 20
    cpu = int(request["cpuSeconds"] + time.process_time()) + 2
    for kind, value in (
        (resource.RLIMIT_CPU, cpu), (resource.RLIMIT_NOFILE, 256), (resource.RLIMIT_FSIZE, 64 * mib), (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 64 * 1024),
    ):
        resource.setrlimit(kind, (value, value))
    try:
        resource.setrlimit(resource.RLIMIT_MSGQUEUE, (0, 0))
    except ValueError:  # gVisor has no such limit; the filter refuses queues too
        pass
    # Deep recursion in honest programs needs more than the usual 8 MiB; the memory limit still holds.
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (64 * mib if hard == resource.RLIM_INFINITY else min(64 * mib, hard), hard))
    if address_space:
        # Runtimes with a garbage collector of their own reserve far more address space than they ever use.
        space = resource.RLIMIT_DATA if executes else resource.RLIMIT_AS
        resource.setrlimit(space, (address_space, address_space))
        # The kernel counts the user's processes, and the supervisor may be one of them.
        processes = request["processes"] + 1
        resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))


def spare_others():
    """When the host runs out of memory, it is a run that goes, not what judges it or its neighbours."""
    try:
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
    except OSError:  # not ours to write where the box has one user
        return
    try:
        os.write(descriptor, b"1000")
    except OSError:
        pass
    os.close(descriptor)


def become(uid):
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    if os.getresuid() != (uid, uid, uid):
        raise OSError("the run kept another owner")
