# shellcheck shell=bash
# The Debian packages that a command needs: checked in milliseconds, installed when we are root, named in one line when we are not.

sandbox_packages=(bubblewrap python3-minimal python3)
# A private container engine, what makes its base image without a registry, a program for the smallest of images, and gVisor.
engine_packages=(docker.io mmdebstrap curl busybox-static runsc)
# What programs in other languages than Python are built and run with; sortedcontainers, libboost and libssl are for the data sets that use them.
language_packages=(python3-sortedcontainers gcc g++ libboost-dev libssl-dev nodejs node-typescript default-jdk-headless golang-go rustc)
broker_packages=(rabbitmq-server)
trainer_packages=(g++ cmake make)
peer_packages=(python3-torch) # what ./judges bench compares with
[[ -n ${LIBTORCH:-} ]] || trainer_packages+=(libtorch-dev libgloo-dev libopenblas0-pthread)

need_packages() {
  command -v dpkg-query >/dev/null || { say "this is no Debian: please see that these are here: $*"; return; }
  local missing=() package installed
  # dpkg-query fails when it knows none of one name: what it prints of the others still counts.
  installed=" $({ dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^ii *//p' | tr '\n' ' ')"
  for package in "$@"; do
    [[ $installed == *" $package "* ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    say "these packages are missing; as root, run:"
    echo "apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  [[ -t 2 ]] || say "installing ${missing[*]}: this downloads from Debian and may take minutes"
  step "install ${missing[*]}" apt install_packages "${missing[@]}" || exit 1
}

install_packages() (
  export DEBIAN_FRONTEND=noninteractive
  # Our brokers and engines are private ones: the packages shall not start any of their own.
  policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy && " $* " =~ ' '(rabbitmq-server|docker.io)' ' ]]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
  fi
  # The package lists are often older than what the mirror holds: fetch them only when the first try fails.
  # Another package manager at work is waited for.
  install=(apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@")
  "${install[@]}" || { apt-get -o DPkg::Lock::Timeout=600 update && "${install[@]}"; }
)
