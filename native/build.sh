#!/usr/bin/env bash
# Builds artifacts/native/libtorch_shim.so against the system's libtorch, or the one that LIBTORCH names.
# Does nothing when sources, compiler and libtorch are the ones of the last build.
set -euo pipefail

native="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
out="$native/../artifacts/native"
shim="$out/libtorch_shim.so"
libtorch="${LIBTORCH:-}"

fail() { echo "native/build.sh: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "$1 is missing: apt-get install $2"; }

need g++ g++
need cmake cmake
command -v make >/dev/null || command -v ninja >/dev/null || fail "make is missing: apt-get install make"
command -v make >/dev/null || export CMAKE_GENERATOR=Ninja
if [[ -n "$libtorch" ]]; then
  [[ -d "$libtorch/include/ATen" ]] || fail "LIBTORCH=$libtorch holds no include/ATen: name a libtorch folder, or the torch folder of a Python package"
  [[ -e "$libtorch/lib/libtorch_cpu.so" ]] || fail "LIBTORCH=$libtorch holds no lib/libtorch_cpu.so"
else
  [[ -d /usr/include/ATen ]] || fail "libtorch is missing: apt-get install libtorch-dev libgloo-dev libopenblas0-pthread, or set LIBTORCH"
fi

library="$(readlink -f "${libtorch:+$libtorch/lib/}libtorch_cpu.so" 2>/dev/null || true)"
[[ -e "$library" ]] || library="$(ldconfig -p | awk '/libtorch_cpu\.so/ && !found { print $NF; found = 1 }')"
stamp="$(cat "$native"/torch_shim/* "$native/build.sh" | sha256sum | cut -d' ' -f1) $(g++ -dumpfullversion) $libtorch $(stat -Lc '%s %Y' "$library" 2>/dev/null || echo unknown)"
if [[ -e "$shim" && -e "$out/stamp" && "$(cat "$out/stamp")" == "$stamp" ]]; then
  echo "libtorch_shim.so is up to date"
  exit 0
fi

mkdir -p "$out/build"
rm -f "$out/stamp" "$out/build/CMakeCache.txt"
cmake -S "$native/torch_shim" -B "$out/build" -DLIBTORCH="$libtorch" >"$out/build.log" 2>&1 \
  && cmake --build "$out/build" --parallel "${JOBS:-2}" >>"$out/build.log" 2>&1 \
  || { tail -n 40 "$out/build.log" >&2; fail "the build failed; the whole log is in artifacts/native/build.log"; }
mv "$out/build/libtorch_shim.so" "$shim"
echo "$stamp" >"$out/stamp"
echo "built libtorch_shim.so${libtorch:+ against $libtorch}"
