#!/usr/bin/env bash
# Runs the browser tests on a small sample city and its portal; screenshots go into .build/screenshots.
#   XINYUAN=path/to/xinyuan Scripts/browser-tests.sh [PYTEST ARGUMENT …]
. "$(dirname "$0")/common.sh"

XINYUAN=${XINYUAN:-.build/debug/xinyuan}
[ -x "$XINYUAN" ] || fail "$XINYUAN is not built: run 'make build' or 'swift build'"
command -v chromium >/dev/null || fail "no chromium here: run 'make install'"
Scripts/venv.sh
export XINYUAN
export PYTHONDONTWRITEBYTECODE=1
exec .venv/bin/python -m pytest -p no:cacheprovider Tests/Browser "$@"
