#!/usr/bin/env bash
# Makes .venv with the pinned Python packages of tests and benchmarks; does nothing where it is up to date.
. "$(dirname "$0")/common.sh"

wanted=$(cat Tests/Browser/requirements.txt Benchmarks/requirements.txt)
if [ -x .venv/bin/python ] && [ "$(cat .venv/wanted 2>/dev/null)" = "$wanted" ]; then exit 0; fi
say "Python packages of tests and benchmarks into .venv"
rm -rf .venv
"$(python_of_debian)" -m venv .venv || fail "no venv module: run 'make install' (python3-venv)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    -r Tests/Browser/requirements.txt -r Benchmarks/requirements.txt
printf '%s' "$wanted" >.venv/wanted
