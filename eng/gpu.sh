#!/usr/bin/env bash
# The GPU benchmark on a machine that has a GPU and PyTorch but neither network nor the .NET SDK.
#   eng/gpu.sh pack BUNDLE.tar.xz    here: the built programs, the .NET runtime they need, the shim's sources, the shared fixtures
#   eng/gpu.sh run BUNDLE OUT        there: builds the shim against that PyTorch, runs parity and benchmarks; the whole output goes to OUT
set -euo pipefail

programs=(TorchSharp.Tests Trainer.Tests Judges.Bench)

pack() {
  # shellcheck source=eng/common.sh
  source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
  # shellcheck source=eng/build.sh
  source "$root/eng/build.sh"
  local bundle=$1 stage program shared
  shared=${JUDGES_SHARED:-$root/../shared}
  [[ -d $shared/data/trainer ]] || die "the fixtures are not at $shared/data/trainer: set JUDGES_SHARED"
  need_dotnet
  point_to_dotnet
  stage=$(mktemp -d)
  trap 'rm -rf "$stage"' RETURN
  mkdir -p "$stage/bin" "$stage/shared/data" "$(dirname "$bundle")"
  for program in "${programs[@]}"; do
    [[ -x $artifacts/bin/$program/release/$program ]] || die "$program is not built: ./judges test builds it"
    cp -r "$artifacts/bin/$program/release" "$stage/bin/$program"
  done
  find "$stage/bin" -name '*.pdb' -o -name '*.xml' | xargs rm -f
  mkdir -p "$stage/dotnet"
  cp -rL "$DOTNET_ROOT/host" "$DOTNET_ROOT/shared" "$stage/dotnet/" # a package may have put links there
  cp -r "$root/native" "$stage/native"
  cp -r "$shared/data/trainer" "$stage/shared/data/trainer"
  cp "$root/eng/gpu.sh" "$stage/"
  tar -C "$stage" -cf - . | xz -T0 -6 >"$bundle"
  say "packed $bundle, $(du -h "$bundle" | cut -f1)"
}

# step SECONDS NAME COMMAND...: its output goes to the screen and to OUT/NAME.txt; that it failed is told at the end.
step() {
  local limit=$1 name=$2 started=$SECONDS
  shift 2
  echo "== $name"
  timeout --kill-after=5 "$limit" "$@" >"$out/$name.txt" 2>&1 || failed+=("$name (exit code $?)")
  grep -vE '^ *at |^$' "$out/$name.txt" | tail -n "${lines:-25}"
  echo "== $name: $((SECONDS - started)) s"
}

run() {
  local bundle=$1
  out=$2 failed=()
  work=$(mktemp -d)
  mkdir -p "$out"
  tar -C "$work" -xJf "$bundle"
  export LIBTORCH=${LIBTORCH-$(python3 -c 'import importlib.util as u; print(u.find_spec("torch").submodule_search_locations[0])')}
  export TESTINGPLATFORM_NOBANNER=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_ROOT=$work/dotnet JUDGES_SHARED=$work/shared JUDGES_TORCH_SHIM=$work/artifacts/native/libtorch_shim.so JOBS=16
  # Where pip put the CUDA libraries: PyTorch finds them by itself when Python loads it.
  local site=${LIBTORCH%/torch}
  [[ -z $LIBTORCH ]] || LD_LIBRARY_PATH=$(printf '%s:' "$LIBTORCH/lib" "$site"/nvidia/*/lib)${LD_LIBRARY_PATH:-}
  export LD_LIBRARY_PATH
  { uname -r; nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || echo "no GPU"; } >"$out/machine.txt" 2>&1
  step 150 shim bash "$work/native/build.sh"
  grep -h 'with kernels' "$work/artifacts/native/build.log" || echo 'without kernels of our own: no nvcc, or no CUDA libtorch'
  lines=30 step 90 tensors "$work/bin/TorchSharp.Tests/TorchSharp.Tests" --no-ansi --no-progress
  JUDGES_DEVICE=${JUDGES_DEVICE-cuda} step 90 parity "$work/bin/Trainer.Tests/Trainer.Tests" --no-ansi --no-progress \
    --filter-class Trainer.Tests.Models.Families.FamilyFixtureTests --filter-class Trainer.Tests.Models.RoutedSwiGluTests \
    --filter-class Trainer.Tests.Models.ComputeTests --show-live-output on
  lines=80 step 180 bench "$work/bin/Judges.Bench/Judges.Bench" gpu
  echo "== summary, on: $(tr '\n' ' ' <"$out/machine.txt")"
  grep -hE '^ *(total|failed|succeeded|skipped):' "$out/tensors.txt" | tr -s ' \n' ' '; echo "tensors"
  grep -hE '^ *(total|failed|succeeded|skipped):' "$out/parity.txt" | tr -s ' \n' ' '; echo "parity"
  sed -n '/^ratios/,$p' "$out/bench.txt"
  ((${#failed[@]} == 0)) || { printf 'FAILED: %s\n' "${failed[@]}"; exit 1; }
}

case "${1:-}" in
  pack) (($# == 2)) && pack "$2" ;;
  run) (($# == 3)) && run "$2" "$3" ;;
  *)
    sed -n '2,4s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 1
    ;;
esac
