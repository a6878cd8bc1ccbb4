#!/usr/bin/env bash
# Runs the code judge's tests, on both engines, where Debian's own kernel has cgroup v2 laid out as systemd does it: in a machine that QEMU
# emulates, whatever this one has. A host with cgroup v1 cannot show that the other kind holds.
#   eng/cgroup2.sh [CLASS]...
#     CLASS   test classes to run, such as '*.OutcomeTests'; without any, those that a sandbox could fail in, of Python, bash and C#
# Needs root, 4 GiB of disk, 4 of memory and some twenty minutes: every instruction is emulated. Nothing of it is kept.
set -euo pipefail

# shellcheck source=eng/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=eng/packages.sh
source "$root/eng/packages.sh"
# shellcheck source=eng/build.sh
source "$root/eng/build.sh"

[[ ${1:-} != -h && ${1:-} != --help ]] || { sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0; }
classes=("$@")
((${#classes[@]})) || classes=('*.ControlGroupTests' '*.SharedTesterTests' '*.OutcomeTests' '*.CaseTests' '*.HostileTests')
images=(python cpp csharp bash)
projects=(CodeJudge.Tests CodeJudge.Docker.Tests)

((EUID == 0)) || die "a container engine and a file system are made: this needs root"
need_packages "${sandbox_packages[@]}" "${engine_packages[@]}" qemu-system-x86 e2fsprogs
for project in "${projects[@]}"; do
  build "$project" "tests/$project/$project.csproj" "$artifacts/bin/$project/release/$project" src services compat tests
done
build_program Judges services/Judges

work=$(mktemp -d "${TMPDIR:-/tmp}/judges-cgroup2.XXXXXX")
guest=$work/guest
trap 'rm -rf "$work"' EXIT

make_guest() {
  mmdebstrap --quiet --variant=minbase --include=bubblewrap,ca-certificates,curl,docker.io,gcc,kmod,libc6-dev,libicu72,linux-image-amd64,procps,python3,python3-sortedcontainers bookworm "$guest"
}

# At the same path as here: the tests know the repository by the path that they were built at.
put_programs() {
  mkdir -p "$guest$root/artifacts/bin" "$guest/dotnet" "$guest/shared/data"
  (cd "$root" && tar cf - --exclude=./artifacts --exclude=./.git --exclude='./.*/' .) | tar xf - -C "$guest$root"
  for project in "${projects[@]}"; do
    mkdir -p "$guest$artifacts/bin/$project"
    cp -r "$artifacts/bin/$project/release" "$guest$artifacts/bin/$project/"
  done
  cp -rL "$DOTNET_ROOT/dotnet" "$DOTNET_ROOT/host" "$DOTNET_ROOT/shared" "$guest/dotnet/"
  local shared=${JUDGES_SHARED:-$root/../shared}
  [[ ! -d $shared/data/code ]] || cp -r "$shared/data/code" "$guest/shared/data/code"
}

# Loaded here, where it takes seconds: the guest's engine finds them in its data.
put_images() {
  local url other
  url=$("$root/eng/docker.sh" start "$artifacts/docker" $$)
  CodeJudge__DockerEndpoint=$url "$artifacts/bin/Judges/release/Judges" images --offline "${images[@]}"
  other=$("$root/eng/docker.sh" start "$work/engine" $$)
  docker --host "$url" save debian:bookworm-slim "${images[@]/#/judges/box-}" | docker --host "$other" load
  "$root/eng/docker.sh" stop "$work/engine"
  mkdir -p "$guest$artifacts/docker"
  mv "$work/engine/data" "$guest$artifacts/docker/data"
}

put_init() {
  printf '%q ' --filter-class "${classes[@]}" >"$guest/classes"
  cat >"$guest/init.sh" <<INIT
#!/bin/bash
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C DOTNET_ROOT=/dotnet JUDGES_SHARED=/shared DOTNET_gcServer=0
export TESTINGPLATFORM_NOBANNER=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
mount -o remount,rw /
for mounted in "proc /proc" "sysfs /sys" "devtmpfs /dev"; do mountpoint -q "\${mounted#* }" || mount -t "\${mounted% *}" none "\${mounted#* }"; done
mkdir -p /dev/pts /dev/shm
mount -t devpts none /dev/pts
for folder in /dev/shm /run /tmp; do mount -t tmpfs none "\$folder"; done
chmod 1777 /tmp /dev/shm
modprobe overlay
# What systemd makes of it: controllers handed down to slices, and the judge a service in one of them.
mountpoint -q /sys/fs/cgroup || mount -t cgroup2 -o nsdelegate none /sys/fs/cgroup
echo "+memory +pids +cpu" >/sys/fs/cgroup/cgroup.subtree_control
mkdir -p /sys/fs/cgroup/system.slice/judge.service
echo "+memory +pids" >/sys/fs/cgroup/system.slice/cgroup.subtree_control
echo \$\$ >/sys/fs/cgroup/system.slice/judge.service/cgroup.procs
echo "kernel \$(uname -r), \$(grep cgroup /proc/mounts)"
dmesg -n 1
cd $root
for project in ${projects[*]}; do
  echo "== \$project"
  eval "artifacts/bin/\$project/release/\$project --no-ansi --no-progress --filter-not-trait Run=ByHand \$(</classes)" </dev/null 2>&1 | cat
done
echo "== done"
sync
echo o >/proc/sysrq-trigger
sleep 60
INIT
  chmod +x "$guest/init.sh"
}

step "make a Debian to start" cgroup2-guest make_guest
step "copy the tests into it" cgroup2-programs put_programs
step "copy the boxes' images into it" cgroup2-images put_images
put_init
kernel=$(echo "$guest"/boot/vmlinuz-*) initrd=$(echo "$guest"/boot/initrd.img-*)
truncate -s 8G "$work/disk"
step "make its disk" cgroup2-disk mke2fs -q -F -t ext4 -O ^has_journal -d "$guest" "$work/disk"
cp "$kernel" "$work/kernel"
cp "$initrd" "$work/initrd"
rm -rf "$guest"
log=$logs/cgroup2.log
say "start it; what it says goes to ${log#"$root"/} too"
qemu-system-x86_64 -accel tcg,thread=multi -cpu max -smp "$(nproc)" -m 4096 -kernel "$work/kernel" -initrd "$work/initrd" \
  -append "root=/dev/vda rw console=ttyS0 init=/init.sh panic=5 mitigations=off quiet" -drive "file=$work/disk,if=virtio,format=raw,cache=unsafe" \
  -nic none -display none -serial stdio -no-reboot </dev/null | tee "$log"
grep -q '^== done' "$log" || die "the machine did not come to its end"
! grep -qE '^ *failed: *[1-9]' "$log" && (($(grep -cE '^ *succeeded: *[1-9]' "$log") == ${#projects[@]})) || die "some tests failed, or none ran"
