#!/usr/bin/env bash
# A private container engine: its own socket, data and containerd; it meets no other engine of this machine, touches no firewall and makes
# no network. Needs root and Debian's docker.io.
#
#   eng/docker.sh start DIR [OWNER]   starts it and prints its address; when the process OWNER is gone it stops by itself. Starting one
#                                     that runs is no error: then it stops when the last owner is gone.
#   eng/docker.sh stop DIR            stops it and its containers; images stay in DIR/data
#
# Files in DIR: url (unix:///...), dockerd.pid, owners/, dockerd.log, data/.
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
  mkdir -p "$dir/owners"
  dir=$(cd "$dir" && pwd)
  exec {lock}>"$dir/lock"
  flock "$lock"
  [[ -z $owner ]] || touch "$dir/owners/$owner"
  if runs "$dir" && [[ -s $dir/url ]]; then
    cat "$dir/url"
    return
  fi
  # A socket's path has room for about a hundred letters, and DIR may be deep.
  local run
  run=/tmp/judges-docker-$(cksum <<<"$dir" | cut -d' ' -f1)
  rm -rf "$run"
  mkdir -m 0700 "$run"
  setsid dockerd --data-root "$dir/data" --exec-root "$run/exec" --pidfile "$run/pid" --host "unix://$run/docker.sock" \
    --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --bridge=none --log-level warn \
    </dev/null >"$dir/dockerd.log" 2>&1 {lock}>&- &
  echo $! >"$dir/dockerd.pid"
  local deadline=$((SECONDS + start_seconds))
  until answers "$run/docker.sock"; do
    if ! runs "$dir" || ((SECONDS >= deadline)); then
      grep -vE 'level=(info|warning)' "$dir/dockerd.log" | tail -n 5 >&2 || true
      stop "$dir"
      fail "dockerd did not come up within $start_seconds s; its log is $dir/dockerd.log"
    fi
    sleep 0.1
  done
  [[ -z $owner ]] || watch "$dir"
  echo "unix://$run/docker.sock" | tee "$dir/url"
}

# An owner that is killed cannot stop its engine.
watch() {
  setsid bash -c '
    while kill -0 "$(<"$2/dockerd.pid")" 2>/dev/null; do
      alive=
      for owner in "$2"/owners/*; do
        if kill -0 "${owner##*/}" 2>/dev/null; then alive=1; else rm -f "$owner"; fi
      done
      [[ -n $alive ]] || { "$1" stop "$2"; exit; }
      sleep 1
    done
  ' watch "$(readlink -f "${BASH_SOURCE[0]}")" "$1" </dev/null >/dev/null 2>&1 {lock}>&- &
}

stop() {
  local dir
  dir=$(cd "$1" && pwd)
  if runs "$dir"; then
    local pid deadline=$((SECONDS + stop_seconds))
    pid=$(<"$dir/dockerd.pid")
    kill -TERM "$pid" 2>/dev/null || true
    while runs "$dir"; do
      ((SECONDS < deadline)) || kill -KILL "$pid" 2>/dev/null || true
      sleep 0.1
    done
  fi
  rm -rf "$dir/url" "$dir/dockerd.pid" "$dir/owners"
}

case "${1:-} $#" in
  "start 2" | "start 3") start "${@:2}" ;;
  "stop 2") [[ -d $2 ]] || exit 0; stop "$2" ;;
  *) fail "usage: eng/docker.sh start DIR [OWNER] | stop DIR" ;;
esac
