#!/usr/bin/env bash
# Judges whole data sets, all reference solutions and mutants, alone and with eight boxes busy on each core: no verdict may change.
#   eng/stress.sh            needs the shared data beside the repository, or JUDGES_SHARED; takes many minutes
set -euo pipefail

# shellcheck source=eng/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=eng/packages.sh
source "$root/eng/packages.sh"
# shellcheck source=eng/build.sh
source "$root/eng/build.sh"

need_packages "${sandbox_packages[@]}" "${language_packages[@]}"
build CodeJudge.Tests tests/CodeJudge.Tests/CodeJudge.Tests.csproj "$artifacts/bin/CodeJudge.Tests/release/CodeJudge.Tests" src services compat tests
JUDGES_ALL=1 nice "$artifacts/bin/CodeJudge.Tests/release/CodeJudge.Tests" --no-ansi --no-progress --show-live-output on \
  --filter-class '*.StressTests' '*.MutantTests' '*.CanonicalTests'
