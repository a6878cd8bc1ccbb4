# Memory, processes and CPU time of a run, held and measured by a control group that the host made and bound into this box.
import os
import time


def host_kills():
    """How many processes of the whole host the kernel has killed for want of memory; gVisor's kernel does not say, and ends with its box."""
    try:
        with open("/proc/vmstat", "rb") as file:
            return next((int(line.split()[1]) for line in file if line.startswith(b"oom_kill ")), 0)
    except FileNotFoundError:
        return 0


class NoControlGroup:
    """Where the host may make no group: limits per process, CPU time from /proc."""

    holds_memory = False
    doors = ()

    def try_to_join(self):
        pass

    def begin(self, request):
        self._kills_before = host_kills()

    def join(self):
        pass

    def cpu_seconds(self):
        ticks = 0
        for name in os.listdir("/proc"):
            if name.isdigit() and name != "1":
                try:
                    with open(f"/proc/{name}/stat", "rb") as file:
                        fields = file.read().rpartition(b")")[2].split()
                    ticks += sum(int(field) for field in fields[11:15])
                except (OSError, ValueError):
                    pass
        return ticks / os.sysconf("SC_CLK_TCK")

    def out_of_memory(self):
        return False

    def host_out_of_memory(self, killed):
        # Nobody but the kernel and the run itself can have killed it.
        return killed and host_kills() > self._kills_before

    def is_settled(self):
        return True


class ControlGroup:
    """A group of cgroup v1 (one directory per controller) or v2 (one directory)."""

    holds_memory = True

    def __init__(self, root):
        self._open = {}
        unified = os.path.exists(f"{root}/unified")
        memory = f"{root}/unified" if unified else f"{root}/memory"
        pids = f"{root}/unified" if unified else f"{root}/pids"
        directories = [memory] if unified else [memory, pids, f"{root}/cpuacct"]
        self._limits = (["memory.max"] if unified else ["memory.limit_in_bytes", "memory.memsw.limit_in_bytes"])
        self._limits = [f"{memory}/{name}" for name in self._limits if os.path.exists(f"{memory}/{name}")]
        if unified and os.path.exists(f"{memory}/memory.swap.max"):
            self._write(f"{memory}/memory.swap.max", 0)
        self._usage = f"{memory}/memory.current" if unified else f"{memory}/memory.usage_in_bytes"
        self._reclaim = (f"{memory}/memory.reclaim", "4G") if unified else (f"{memory}/memory.force_empty", 0)
        self._high = None
        if unified and not os.path.exists(f"{memory}/memory.reclaim"):  # before Linux 5.19: a bound that is lowered reclaims what is above it
            self._high = f"{memory}/memory.high"
            self._reclaim = (self._high, 0)
        self._kills = f"{memory}/memory.events" if unified else f"{memory}/memory.oom_control"
        self._peak = f"{memory}/memory.max_usage_in_bytes"
        self._cpu = f"{memory}/cpu.stat" if unified else f"{root}/cpuacct/cpuacct.usage"
        self._unified = unified
        self._pids, self._count = f"{pids}/pids.max", f"{pids}/pids.current"
        self.doors = [os.open(f"{directory}/cgroup.procs", os.O_WRONLY | os.O_CLOEXEC) for directory in directories]
        self._now = (None, None)
        self._kills_before = self._oom_before = 0
        self._cpu_before = 0.0

    @staticmethod
    def _write(path, value):
        descriptor = os.open(path, os.O_WRONLY)
        try:
            os.write(descriptor, str(value).encode())
        finally:
            os.close(descriptor)

    def _read(self, path):
        descriptor = self._open.get(path)
        if descriptor is None:
            descriptor = self._open[path] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        return os.pread(descriptor, 4096, 0)

    def _field(self, path, name):
        for line in self._read(path).splitlines():
            words = line.split()
            if len(words) == 2 and words[0] == name:
                return int(words[1])
        return 0

    def _cpu_total(self):
        if self._unified:
            return self._field(self._cpu, b"usage_usec") / 1e6
        return int(self._read(self._cpu)) / 1e9

    def begin(self, request):
        wanted = (request["memoryBytes"], request["processes"])
        if wanted != self._now:
            # Memory plus swap may never be below memory, so which file comes first depends on the direction: try both.
            failed = []
            for path in self._limits:
                try:
                    self._write(path, wanted[0])
                except OSError:
                    failed.append(path)
            for path in failed + self._limits if failed else []:
                self._write(path, wanted[0])
            self._write(self._pids, wanted[1])
            self._now = wanted
        self._kills_before = self._field(self._kills, b"oom_kill")
        if self._unified:
            self._oom_before = self._field(self._kills, b"oom")
        else:
            self._write(self._peak, 0)  # from now on
        self._cpu_before = self._cpu_total()

    def try_to_join(self):
        """Raises what a run would meet: who may move a process, and from where, is the host's to say."""
        pid = os.fork()
        if pid == 0:
            try:
                self.join()
                os._exit(0)
            except OSError as refusal:
                os._exit(refusal.errno)
        refused = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if refused:
            raise SystemExit(f"a run's processes cannot join the box's control group: {os.strerror(refused)}")

    def join(self):
        for door in self.doors:
            os.write(door, b"0")

    def is_empty(self):
        """Whether no process of a run is left, a thread or one that nobody has waited for included."""
        return int(self._read(self._count)) == 0

    def cpu_seconds(self):
        return self._cpu_total() - self._cpu_before

    def _met_its_limit(self):
        if self._unified:
            return self._field(self._kills, b"oom") > self._oom_before
        return int(self._read(self._peak)) > self._now[0] - (4 << 20)

    def _kernel_killed(self):
        return self._field(self._kills, b"oom_kill") > self._kills_before

    def out_of_memory(self):
        return self._kernel_killed() and self._met_its_limit()

    def host_out_of_memory(self, killed):
        # Killed for want of memory, and never met its own limit: others used it up.
        return self._kernel_killed() and not self._met_its_limit()

    def is_settled(self):
        """What a run leaves charged would take from the next one's memory; the kernel lets go within moments."""
        for _ in range(50):
            if int(self._read(self._usage)) <= 8 << 20:
                return True
            try:
                self._write(*self._reclaim)  # cached pages of the files that the run read
            except OSError:
                pass
            if self._high:
                self._write(self._high, "max")  # a bound that stayed would slow the next run: who cannot lift it ends this box
            time.sleep(0.002)
        return False
