#!/usr/bin/env bash
# ./judges test [NAME]: sets up, builds, checks the format, runs the test projects one after the other, and ends with a line of totals.
set -euo pipefail

# shellcheck source=eng/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=eng/packages.sh
source "$root/eng/packages.sh"
# shellcheck source=eng/build.sh
source "$root/eng/build.sh"

minutes_per_project=15
passed=0 failed=0 skipped=0 running=
failures=()

finish() {
  local name
  for name in "${failures[@]}"; do echo "failed: $name"; done
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0)) || exit 1
  exit 0
}

fault() {
  failed=$((failed + 1))
  failures+=("$1")
}

# Shows what failed or was skipped, with the reason, as it happens; a passed test is only counted.
show() {
  awk '/^[^ ]/ { on = /^(failed|skipped) / } on { print "  " $0; fflush() }'
}

total() { awk -v key="$1:" '$1 == key { n = $2 } END { print n + 0 }' "$2"; }

run_project() {
  local name=$1 program=$artifacts/bin/$1/release/$1 log=$logs/test-$1.log started=$EPOCHREALTIME status=0
  echo "$name"
  # Before the program is: on a busy machine `tail` may come first, and finds no file.
  : >"$log"
  timeout --foreground --kill-after=30 "${minutes_per_project}m" "$program" --no-ansi --no-progress --filter-not-trait Run=ByHand \
    --results-directory "$artifacts/test-results/$name" >>"$log" 2>&1 </dev/null &
  running=$!
  # A process that a test left behind may hold the log open: what ends the waiting is the program's end.
  tail -n +1 -s 0.2 -f --pid="$running" "$log" | show
  wait "$running" || status=$?
  running=
  local p s f names
  p=$(total succeeded "$log") s=$(total skipped "$log") f=$(total failed "$log")
  passed=$((passed + p)) skipped=$((skipped + s)) failed=$((failed + f))
  mapfile -t names < <(sed -nE 's/^failed (.*) \([^)]*\)$/\1/p' "$log")
  ((f == 0)) || failures+=("${names[@]}")
  echo "  $p passed, $f failed, $s skipped in $(seconds_since "$started") s"
  if ((status == 124 || status == 137)); then
    fault "$name: did not end within $minutes_per_project minutes; its output is in ${log#"$root"/}"
  elif ((p + f + s == 0)); then
    tail -n 20 "$log"
    fault "$name: no test ran (exit code $status); its output is in ${log#"$root"/}"
  elif ((status != 0 && f == 0)); then
    tail -n 20 "$log"
    fault "$name: ended with exit code $status; its output is in ${log#"$root"/}"
  fi
}

check_format() {
  local print stamp=$artifacts/stamps/format
  print=$(fingerprint src services compat tests bench tools)
  if [[ -e $stamp && $(<"$stamp") == "$print" ]]; then
    say "check the format: passed before, and nothing has changed"
  elif step "check the format" format dotnet format "$root/Judges.sln" --verify-no-changes --no-restore; then
    echo "$print" >"$stamp"
  else
    fault "format: run dotnet format Judges.sln"
    return
  fi
  passed=$((passed + 1))
}

# The folder below tests/ that NAME means, whatever its case and with or without `.Tests`.
find_project() {
  local wanted=${1,,} folder name
  for folder in "$root"/tests/*.Tests; do
    name=$(basename "$folder")
    [[ ${name,,} == "$wanted" || ${name,,} == "$wanted.tests" ]] && { echo "$name"; return; }
  done
  die "there is no test project '$1'; there are: $(cd "$root/tests" && echo *.Tests)"
}

stop() {
  [[ -z $running ]] || kill -TERM "$running" 2>/dev/null || true
  exit 130
}
trap stop INT TERM

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  echo "Usage: ./judges test [NAME]: all test projects, or one of: $(cd "$root/tests" && echo *.Tests)"
  exit 0
fi
# A private container engine is root's: without root its tests are skipped.
((EUID == 0)) || engine_packages=()
need_packages "${sandbox_packages[@]}" "${language_packages[@]}" "${trainer_packages[@]}" "${broker_packages[@]}" "${engine_packages[@]}"
(build_shim) || { fault "the native shim does not build"; finish; }
if (($#)); then
  project=$(find_project "$1")
  (build "$project" "tests/$project/$project.csproj" "$artifacts/bin/$project/release/$project" src services compat tests) \
    || { fault "$project does not build"; finish; }
  projects=("$project")
else
  (build Judges.sln Judges.sln "$artifacts/bin/Judges/release/Judges" src services compat tests bench tools) || { fault "the solution does not build"; finish; }
  # The solution holds the programs too: what ./judges would build by itself is there.
  for program in Judges Trainer Judges.Bench; do fingerprint src services compat bench >"$artifacts/stamps/$program"; done
  need_dotnet
  check_format
  mapfile -t projects < <(cd "$root/tests" && printf '%s\n' *.Tests)
fi
# `build` ran in a subshell: here too the programs must find .NET.
need_dotnet
point_to_dotnet
mkdir -p "$logs"
for project in "${projects[@]}"; do run_project "$project"; done
finish
