#!/usr/bin/env bash
# Runs every test there is, one build for all of them, and ends with the counts.
. "$(dirname "$0")/common.sh"

Scripts/check-swift.sh
logs=.build/test-logs
mkdir -p "$logs"
rm -f "$logs"/*
export XINYUAN=${XINYUAN:-.build/debug/xinyuan}
failed=()

# run NAME COMMAND …: shows the output, keeps it, and goes on after a failure.
run() {
    local name=$1
    shift
    say "$name"
    if ! "$@" 2>&1 | tee "$logs/$name.log"; then failed+=("$name"); fi
}

say "build"
swift build --build-tests --explicit-target-dependency-import-check error
run swift swift test --skip-build
run postgres Scripts/test-postgres.sh
run browser Scripts/browser-tests.sh

say "counts"
# Swift runs an empty XCTest pass first; the line that counts is Swift Testing's.
grep -hE 'Test run with [0-9]+ tests' "$logs/swift.log" | tail -1 | sed 's/^[^T]*/swift:    /' || true
grep -hE 'SQL statements prepared' "$logs/postgres.log" | sed 's/^/postgres: /' || true
grep -hE '^[0-9]+ passed, [0-9]+ failed' "$logs/browser.log" | sed 's/^/browser:  /' || true
if [ "${#failed[@]}" -gt 0 ]; then fail "failed: ${failed[*]}"; fi
if ! grep -qE 'Test run with [1-9][0-9]* tests?.* passed' "$logs/swift.log"; then fail "no Swift test ran"; fi
say "all passed"
