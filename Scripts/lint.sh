#!/usr/bin/env bash
# What can be said of the sources without building them.
. "$(dirname "$0")/common.sh"

Scripts/check-swift.sh
say "format"
swift format lint --strict --recursive --parallel Package.swift Sources Tests

say "shell"
if command -v shellcheck >/dev/null; then
    shellcheck -x -P SCRIPTDIR -S style Scripts/*.sh .ci/run
else
    echo "shellcheck is not here ('make install'): skipped"
fi

say "words that must not stand in the sources"
found=0
# refuse WHAT PATTERN: no line of Sources/ may match.
refuse() {
    if grep -rnE --include='*.swift' "$2" Sources; then
        echo "  ^ $1" >&2
        found=1
    fi
}
refuse "left undone" '\b(TODO|FIXME|XXX)\b'
refuse "ends the process where an error would do" '\b(fatalError|preconditionFailure)\('
refuse "ends the process where an error would do" '\btry!'
refuse "a promise that the compiler cannot check" '@unchecked Sendable'
refuse "the city is data, in catalogue/" '辽源|Liaoyuan'
[ "$found" -eq 0 ] || fail "see the lines above"

say "documents, YAML, licence"
Scripts/venv.sh
.venv/bin/python Scripts/check_documents.py
say "lint passed"
