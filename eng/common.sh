# shellcheck shell=bash
# What the scripts share. Everything said here goes to standard error: standard output belongs to the command that is run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
artifacts=$root/artifacts
logs=$artifacts/logs
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

say() { echo "judges: $*" >&2; }
die() { say "$*"; exit 1; }

# seconds_since EPOCHREALTIME-value
seconds_since() {
  local now=$EPOCHREALTIME
  local tenths=$(((${now/[.,]/} - ${1/[.,]/}) / 100000))
  echo "$((tenths / 10)).$((tenths % 10))"
}

# step "what is done" NAME COMMAND...: runs it with its output in a log, says what it did and how long it took, and shows the errors and
# the log's place when it fails. What finds that all is up to date says nothing.
step() {
  local what=$1 name=$2 started=$EPOCHREALTIME
  shift 2
  mkdir -p "$logs"
  local log=$logs/$name.log
  [[ -t 2 ]] && printf 'judges: %s ...' "$what" >&2
  if "$@" >"$log" 2>&1 </dev/null; then
    [[ -t 2 ]] && printf '\r\e[K' >&2
    grep -q 'is up to date$' "$log" && return 0
    say "$what: done in $(seconds_since "$started") s"
    return 0
  fi
  [[ -t 2 ]] && printf '\r\e[K' >&2
  say "$what: FAILED after $(seconds_since "$started") s"
  { grep -E '(^|[^a-zA-Z])(error|E:|fatal)' "$log" | sort -u | head -n 20 || true; } >&2
  grep -qE '(^|[^a-zA-Z])(error|E:|fatal)' "$log" || tail -n 20 "$log" >&2
  say "the whole log is in ${log#"$PWD"/}"
  return 1
}
