#!/usr/bin/env bash
# Says so early where there is no Swift 6.3.
. "$(dirname "$0")/common.sh"

command -v swift >/dev/null || fail "no swift on PATH: install Swift 6.3 or later from https://www.swift.org/install/linux/"
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
[ -n "$version" ] || fail "'swift --version' does not say a version"
if [ "$(printf '%s\n6.3\n' "$version" | sort -V | head -1)" != 6.3 ]; then
    fail "Swift $version is too old: 6.3 or later is needed, see https://www.swift.org/install/linux/"
fi
