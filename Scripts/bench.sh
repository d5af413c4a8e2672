#!/usr/bin/env bash
# Measures ours and the peers', same input, same run, and prints the ratios; figures also into .build/bench.
#   Scripts/bench.sh [--full] [--write-docs] [--quick] [--only NAME …]
. "$(dirname "$0")/common.sh"

for tool in sqlite3 wrk time; do
    type -P "$tool" >/dev/null || fail "no $tool here: run 'make install'"
done
"$(python_of_debian)" -c 'import xapian' 2>/dev/null || fail "no Xapian for Python here: run 'make install'"
[ -x .build/release/xinyuan ] || make --no-print-directory build
Scripts/venv.sh
exec .venv/bin/python Benchmarks/bench.py "$@"
