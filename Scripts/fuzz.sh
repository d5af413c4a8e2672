#!/usr/bin/env bash
# Feeds the readers of sheets what nobody would send, by libFuzzer with the address sanitizer.
#   Scripts/fuzz.sh [SECONDS] [TARGET…]      30 s for each of text html xml zip xlsx xls unless told otherwise
# What was found interesting is kept in .build/fuzz/corpus for the next time; a crash's bytes in .build/fuzz/crashes.
. "$(dirname "$0")/common.sh"

seconds=30
if [[ "${1:-}" =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(text html xml zip xlsx xls)

Scripts/check-swift.sh
out=$PWD/.build/fuzz
mkdir -p "$out/crashes"
say "build"
swift build --package-path Fuzz --scratch-path "$out/build" -c release --sanitize=address --product FuzzTargets
library=$(swift build --package-path Fuzz --scratch-path "$out/build" -c release --sanitize=address --show-bin-path)
swiftc -use-ld=lld -sanitize=fuzzer,address -parse-as-library -o "$out/fuzz" Fuzz/Main.swift \
    -Xlinker --whole-archive "$library/libFuzzTargets.a" -Xlinker --no-whole-archive \
    -lexpat -lzip -lxlsxwriter -lz -lcrypto

# A crash must not start Swift's own backtracer, which waits for ever where its output is piped.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
found=()
for target in "${targets[@]}"; do
    case $target in text | html | xml | zip | xlsx | xls) ;; *) fail "no target '$target': text html xml zip xlsx xls" ;; esac
    say "$target, $seconds s"
    corpus=$out/corpus/$target
    mkdir -p "$corpus"
    Fuzz/seeds.py "$target" "$corpus"
    if ! FUZZ_TARGET=$target timeout $((seconds + 120)) "$out/fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
        -max_len=20000 -dict=Fuzz/words.dict -artifact_prefix="$out/crashes/$target-" -print_final_stats=1 "$corpus" \
        </dev/null >"$out/$target.log" 2>&1; then
        tail -40 "$out/$target.log"
        found+=("$target")
    fi
    grep -E '^stat::(number_of_executed_units|peak_rss_mb|slowest_unit)' "$out/$target.log" || true
done
if [ "${#found[@]}" -gt 0 ]; then
    fail "crashed: ${found[*]}; the bytes that do it:
$(printf '  %s\n' "$out"/crashes/*)
again with: FUZZ_TARGET=TARGET SWIFT_BACKTRACE=enable=no .build/fuzz/fuzz FILE"
fi
say "nothing found"
