#!/usr/bin/env bash
# A private container engine: its own socket, data and containerd; it meets no other engine of this machine, touches no firewall and makes
# no network. Needs root and Debian's docker.io.
#
#   eng/docker.sh start DIR [OWNER]   starts it and prints its address; when the process OWNER is gone it stops by itself. Starting one
#                                     that runs is no error: then it stops when the last owner is gone.
#   eng/docker.sh stop DIR            stops it and its containers; images stay in DIR/data
#
# Files in DIR: url (unix:///...), dockerd.pid, owners/, dockerd.log, daemon.json, data/.
set -euo pipefail

start_seconds=60
stop_seconds=30

fail() { echo "eng/docker.sh: $*" >&2; exit 1; }

# A process id may be somebody else's after a reboot.
runs() { [[ -s $1/dockerd.pid ]] && tr '\0' ' ' <"/proc/$(<"$1/dockerd.pid")/cmdline" 2>/dev/null | grep -q "dockerd.*$1/data"; }

answers() { curl -sf --max-time 5 --unix-socket "$1" http://engine/_ping >/dev/null 2>&1; }

start() {
  local dir=$1 owner=${2:-}
  ((EUID == 0)) || fail "a private engine needs root"
  command -v dockerd >/dev/null || fail "dockerd is missing: apt-get install -y --no-install-recommends docker.io"
  command -v curl >/dev/null || fail "curl is missing: apt-get install -y --no-install-recommends curl"
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  exec {lock}>"$dir/lock"
  flock "$lock"
  mkdir -p "$dir/owners"
  [[ -z $owner ]] || touch "$dir/owners/$owner"
  if runs "$dir" && [[ -s $dir/url ]]; then
    cat "$dir/url"
    return
  fi
  local run
  run=$(run_folder "$dir")
  clear_run_folder "$run"
  mkdir -m 0700 "$run"
  configuration >"$dir/daemon.json"
  setsid dockerd --config-file "$dir/daemon.json" --data-root "$dir/data" --exec-root "$run/exec" --pidfile "$run/pid" --host "unix://$run/docker.sock" \
    --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --bridge=none --shutdown-timeout 2 --log-level warn \
    </dev/null >"$dir/dockerd.log" 2>&1 {lock}>&- &
  echo $! >"$dir/dockerd.pid"
  local deadline=$((SECONDS + start_seconds))
  until answers "$run/docker.sock"; do
    # Its name tells nothing yet: between fork and exec the process still bears this script's.
    if ! kill -0 "$(<"$dir/dockerd.pid")" 2>/dev/null || ((SECONDS >= deadline)); then
      grep -vE 'level=(info|warning)' "$dir/dockerd.log" | tail -n 5 >&2 || true
      end_engine "$dir"
      fail "dockerd did not come up within $start_seconds s; its log is $dir/dockerd.log"
    fi
    sleep 0.1
  done
  [[ -z $owner ]] || watch "$dir"
  echo "unix://$run/docker.sock" | tee "$dir/url"
}

# Its own, with or without anything in it: the machine's is another engine's. gVisor's runtime is there where it is installed.
configuration() {
  local runsc
  if runsc=$(command -v runsc); then
    printf '{"runtimes":{"runsc":{"path":"%s","runtimeArgs":["--network=none"]}}}\n' "$runsc"
  else
    echo '{}'
  fi
}

# A socket's path has room for about a hundred letters, and DIR may be deep.
run_folder() { echo "/tmp/judges-docker-$(cksum <<<"$1" | cut -d' ' -f1)"; }

# A daemon leaves the network namespace of its containers mounted there.
clear_run_folder() {
  local mounted
  while read -r mounted; do umount -l "$mounted" 2>/dev/null || true; done \
    < <(awk -v folder="$1/" 'index($2, folder) == 1 { print $2 }' /proc/mounts | sort -r)
  rm -rf "$1"
}

# An owner that is killed cannot stop its engine.
watch() {
  setsid bash -c '
    while kill -0 "$(<"$2/dockerd.pid")" 2>/dev/null; do
      "$1" release "$2"
      sleep 1
    done
  ' watch "$(readlink -f "${BASH_SOURCE[0]}")" "$1" </dev/null >/dev/null 2>&1 {lock}>&- &
}

# Stops the engine when its last owner is gone. Under the lock: who starts it meanwhile either becomes an owner first or finds it gone.
release() {
  local owner
  for owner in "$1"/owners/*; do
    if kill -0 "${owner##*/}" 2>/dev/null; then return; fi
    rm -f "$owner"
  done
  end_engine "$1"
}

end_engine() {
  local dir=$1
  if runs "$dir"; then
    local pid deadline=$((SECONDS + stop_seconds))
    pid=$(<"$dir/dockerd.pid")
    kill -TERM "$pid" 2>/dev/null || true
    while runs "$dir"; do
      ((SECONDS < deadline)) || kill -KILL "$pid" 2>/dev/null || true
      sleep 0.1
    done
  fi
  clear_run_folder "$(run_folder "$dir")"
  rm -rf "$dir/url" "$dir/dockerd.pid" "$dir/owners"
}

locked() {
  local dir
  dir=$(cd "$2" && pwd)
  exec {lock}>"$dir/lock"
  flock "$lock"
  "$1" "$dir"
}

case "${1:-} $#" in
  "start 2" | "start 3") start "${@:2}" ;;
  "stop 2") [[ -d $2 ]] || exit 0; locked end_engine "$2" ;;
  "release 2") locked release "$2" ;;
  *) fail "usage: eng/docker.sh start DIR [OWNER] | stop DIR" ;;
esac
