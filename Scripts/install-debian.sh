#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing, without starting any service.
#   Scripts/install-debian.sh [build|all]      build: for `make build` and `make demo`; all (default): tests and benchmarks too
. "$(dirname "$0")/common.sh"

build=(
    ca-certificates curl git pkg-config libc6-dev libstdc++-12-dev zlib1g-dev tzdata
    libzip-dev libexpat1-dev libxlsxwriter-dev libssl-dev libsqlite3-dev sqlite3 python3
)
test=(postgresql-15 chromium fonts-noto-cjk python3-venv python3-xapian shellcheck wrk time procps libreoffice-calc-nogui)

case "${1:-all}" in
    build) wanted=("${build[@]}") ;;
    all) wanted=("${build[@]}" "${test[@]}") ;;
    *) fail "unknown group '$1': say build or all" ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "this is not Debian: install what corresponds to these packages yourself, then use 'make build':
    ${wanted[*]}"
fi

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
if [ "${#missing[@]}" -eq 0 ]; then
    say "Debian packages: all ${#wanted[@]} are here"
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "not root and no sudo; as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
fi
say "Debian packages to install: ${missing[*]}"
# RUNLEVEL=1 keeps packages from starting their services.
install=("${as_root[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}")
if ! "${install[@]}"; then
    say "once more with fresh package lists"
    "${as_root[@]}" apt-get update
    "${install[@]}"
fi
