#!/usr/bin/env bash
# A private RabbitMQ broker on the loopback interface, with its own ports, node name, cookie, data and epmd: it meets no other broker of
# this machine, needs no root and no system service, and everything that it writes is below DIR.
#
#   eng/rabbitmq.sh start DIR [PORT] [OWNER]   starts it and prints its address; PORT 0 or none: a free one; when the process OWNER
#                                              is gone the broker stops by itself and DIR goes. Starting a broker that runs is no error.
#   eng/rabbitmq.sh stop DIR                   stops it and whatever it started; DIR stays, so a broker started there again has its durable queues
#
# Files in DIR: url (amqp://guest:guest@127.0.0.1:PORT), broker.pid, epmd.pid, log/.
set -euo pipefail

server=/usr/lib/rabbitmq/bin/rabbitmq-server
start_seconds=60
stop_seconds=20

fail() { echo "eng/rabbitmq.sh: $*" >&2; exit 1; }

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range from which the kernel hands out ports by itself (32768 up), so that no other program is likely to be given it.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    listening "$port" || { echo "$port"; return; }
  done
}

alive() { [[ -s "$1" ]] && kill -0 "$(<"$1")" 2>/dev/null; }

# A process id may be somebody else's after a reboot; a process that has ended but was not waited for has no command line.
is_ours() { alive "$1" && tr '\0' ' ' <"/proc/$(<"$1")/cmdline" 2>/dev/null | grep -qE 'beam\.smp|rabbitmq|epmd|rabbitmq\.sh'; }

start() {
  local dir=$1 port=${2:-0} owner=${3:-}
  [[ -x $server ]] || fail "the RabbitMQ server is missing: apt-get install -y --no-install-recommends rabbitmq-server"
  mkdir -p "$dir/log" "$dir/data"
  dir=$(cd "$dir" && pwd)
  if is_ours "$dir/broker.pid" && [[ -s $dir/url ]]; then
    cat "$dir/url"
    return
  fi
  [[ $port != 0 ]] || port=$(free_port)
  ! listening "$port" || fail "port $port is taken: name another one, or none to have a free one chosen"
  local epmd_port dist_port
  epmd_port=$(free_port)
  dist_port=$(free_port)
  : >"$dir/plugins"
  printf '[].\n' >"$dir/plugins"
  printf 'listeners.tcp.1 = 127.0.0.1:%s\nlog.file.level = warning\n' "$port" >"$dir/rabbitmq.conf"
  : >"$dir/rabbitmq-env.conf"
  local epmd
  epmd=$(command -v epmd || find /usr/lib/erlang -name epmd -type f -perm -u+x -print -quit 2>/dev/null)
  setsid "$epmd" -port "$epmd_port" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
  echo $! >"$dir/epmd.pid"

  # Without +sbwt none an idle broker spins on the cores that the judges need.
  env -u NOTIFY_SOCKET \
    HOME="$dir" ERL_EPMD_PORT="$epmd_port" ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_NODENAME=judges@localhost RABBITMQ_NODE_PORT="$port" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT="$dist_port" \
    RABBITMQ_CONF_ENV_FILE="$dir/rabbitmq-env.conf" RABBITMQ_CONFIG_FILE="$dir/rabbitmq" RABBITMQ_ADVANCED_CONFIG_FILE="$dir/none" \
    RABBITMQ_MNESIA_BASE="$dir/data" RABBITMQ_LOG_BASE="$dir/log" RABBITMQ_GENERATED_CONFIG_DIR="$dir/config" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$dir/plugins" RABBITMQ_PID_FILE="$dir/server.pid" RABBITMQ_ALLOW_INPUT=true \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-noinput +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}' \
    setsid "$server" </dev/null >"$dir/log/console.log" 2>&1 &
  echo $! >"$dir/broker.pid"

  local deadline=$((SECONDS + start_seconds))
  until listening "$port"; do
    if ! alive "$dir/broker.pid" || ((SECONDS >= deadline)); then
      tail -n 20 "$dir/log/console.log" >&2 || true
      stop "$dir"
      fail "the broker did not come up within $start_seconds s; its log is in $dir/log"
    fi
    sleep 0.1
  done
  [[ -z $owner ]] || watch "$dir" "$owner"
  echo "amqp://guest:guest@127.0.0.1:$port" | tee "$dir/url"
}

# A caller that is killed cannot stop its broker.
watch() {
  local dir=$1 owner=$2
  setsid bash -c '
    while kill -0 "$3" 2>/dev/null && kill -0 "$4" 2>/dev/null; do sleep 1; done
    kill -0 "$4" 2>/dev/null || exit 0
    "$1" stop "$2"
    cd "$2" && rm -rf data log config plugins rabbitmq.conf rabbitmq-env.conf .erlang.cookie && cd / && rmdir "$2"
  ' watch "${BASH_SOURCE[0]}" "$dir" "$owner" "$(<"$dir/broker.pid")" </dev/null >/dev/null 2>&1 &
}

stop() {
  local dir=$1 name
  for name in broker epmd; do
    local file=$dir/$name.pid
    if is_ours "$file"; then
      local deadline=$((SECONDS + stop_seconds))
      kill -TERM "$(<"$file")" 2>/dev/null || true
      while is_ours "$file"; do
        ((SECONDS < deadline)) || kill -KILL "$(<"$file")" 2>/dev/null || true
        sleep 0.1
      done
    fi
    rm -f "$file"
  done
  rm -f "$dir/url"
}

case "${1:-} $#" in
  "start 2" | "start 3" | "start 4") start "${@:2}" ;;
  "stop 2") [[ -d $2 ]] || exit 0; stop "$2" ;;
  *) fail "usage: eng/rabbitmq.sh start DIR [PORT] [OWNER] | stop DIR" ;;
esac
