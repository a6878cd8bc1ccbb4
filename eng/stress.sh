#!/usr/bin/env bash
# Judges whole data sets, reference solutions and mutants, alone and with eight boxes busy on each core: no verdict may change. Then the
# reference solutions must be accepted and the mutants that a bare interpreter or compiler finds wrong rejected.
#   eng/stress.sh [--sample N[:K]] [--docker] [--set NAME]...
#     --sample N   every Nth problem of each set; N:K from the Kth on, so that N:0, N:1 ... are all of them in several runs
#     --docker     in containers of a private engine instead of bubblewrap; builds the images of all languages first; needs root. The
#                  hostile programs and the languages' tests run there too
#     --set NAME   only this set (its name, or a part of several, such as cpp); may be given several times
# Needs the shared data beside the repository, or JUDGES_SHARED. Takes many minutes.
set -euo pipefail

# shellcheck source=eng/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=eng/packages.sh
source "$root/eng/packages.sh"
# shellcheck source=eng/build.sh
source "$root/eng/build.sh"

usage() { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

project=CodeJudge.Tests sets= classes=('*.StressTests' '*.MutantTests' '*.CanonicalTests')
while (($#)); do
  case $1 in
    --sample) [[ ${2:-} =~ ^[1-9][0-9]{0,5}(:[0-9]{1,6})?$ ]] || die "--sample takes a number, every Nth problem, or two, as 8:3"; export JUDGES_EVERY=$2; shift ;;
    --docker) project=CodeJudge.Docker.Tests classes+=('*.LanguageTests' '*.OtherLanguagesTests') ;;
    --set) [[ -n ${2:-} ]] || die "--set takes a name"; sets+=${sets:+,}$2; export JUDGES_SET=$sets; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 1 ;;
  esac
  shift
done
needed=("${sandbox_packages[@]}" "${language_packages[@]}")
[[ $project == CodeJudge.Tests ]] || needed+=("${engine_packages[@]}")
need_packages "${needed[@]}"
build "$project" "tests/$project/$project.csproj" "$artifacts/bin/$project/release/$project" src services compat tests
JUDGES_ALL=1 nice "$artifacts/bin/$project/release/$project" --no-ansi --no-progress --show-live-output on --output Detailed \
  --parallel none --filter-class "${classes[@]}"
