#!/usr/bin/env bash
# Writes the DocC pages of every room into .build/docs, with an index.
. "$(dirname "$0")/common.sh"

Scripts/check-swift.sh
out=.build/docs
rm -rf "$out"
mkdir -p "$out"
mapfile -t rooms < <(sed -nE 's/^ *room\("([A-Za-z]+)".*/\1/p; /^ *room\($/{n;s/^ *"([A-Za-z]+)",?.*/\1/p}' Package.swift)
[ "${#rooms[@]}" -gt 0 ] || fail "no rooms found in Package.swift"

{
    echo '<!doctype html><html lang="en"><meta charset="utf-8"><title>Xinyuan: the rooms</title><h1>Xinyuan: the rooms</h1><ul>'
    for room in "${rooms[@]}"; do
        lower=$(printf '%s' "$room" | tr '[:upper:]' '[:lower:]')
        echo "<li><a href=\"$room/documentation/$lower/\">$room</a></li>"
    done
    echo '</ul></html>'
} >"$out/index.html"

number=0
for room in "${rooms[@]}"; do
    number=$((number + 1))
    say "$room ($number of ${#rooms[@]})"
    swift package --disable-sandbox --allow-writing-to-directory "$out" generate-documentation \
        --target "$room" --output-path "$out/$room" --transform-for-static-hosting --hosting-base-path "$room"
done
say "written: $out/index.html (serve the folder, e.g. python3 -m http.server -d $out 8000)"
