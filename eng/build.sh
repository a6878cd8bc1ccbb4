# shellcheck shell=bash
# Builds in Release, and only when a source is newer than what was built.

# fingerprint FOLDER...: changes when a file is added, removed, edited or touched.
fingerprint() {
  local folder files
  for folder in "$@"; do files+=("$root/$folder"); done
  find "${files[@]}" "$root"/Directory.* "$root/global.json" "$root/.editorconfig" "$root/eng/BannedSymbols.txt" \
    -type f -not -path '*/__pycache__/*' -printf '%P %s %T@\n' | LC_ALL=C sort | sha256sum | cut -d' ' -f1
}

need_dotnet() {
  command -v dotnet >/dev/null && return
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /opt/dotnet; do
    [[ -x $place/dotnet ]] && { export PATH="$place:$PATH" DOTNET_ROOT="$place"; return; }
  done
  die "the .NET 10 SDK is missing: see https://dot.net, or set DOTNET_ROOT to where it is"
}

# The apphosts look for .NET in /usr/share/dotnet and DOTNET_ROOT only.
point_to_dotnet() {
  [[ -n ${DOTNET_ROOT:-} ]] || DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
  export DOTNET_ROOT
}

# The compiler's server outlives the build by minutes: it must not inherit the lock.
unlocked() (
  exec {lock}>&-
  "$@"
)

# build NAME PATH OUTPUT FOLDER...: builds the project or solution at PATH unless OUTPUT is there and FOLDERs are as they were.
build() {
  local name=$1 path=$2 output=$3
  shift 3
  need_dotnet
  point_to_dotnet
  mkdir -p "$artifacts/stamps"
  local stamp=$artifacts/stamps/$name
  # One build at a time: two of them would write the same files.
  exec {lock}>"$artifacts/stamps/.lock"
  flock "$lock"
  local print
  print=$(fingerprint "$@")
  if [[ ! -e $output || ! -e $stamp || $(<"$stamp") != "$print" ]]; then
    rm -f "$stamp"
    step "build $name" "build-$name" unlocked dotnet build "$root/$path" -c Release -v q -nologo || exit 1
    echo "$print" >"$stamp"
  fi
  exec {lock}>&-
}

build_program() {
  local name=$1 folder=$2
  build "$name" "$folder/$name.csproj" "$artifacts/bin/$name/release/$name" src services compat bench
}

build_shim() { step "build the native shim" shim "$root/native/build.sh" || exit 1; }
