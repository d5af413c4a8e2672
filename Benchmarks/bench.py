"""`make bench`: ours and the peers', same input, same run, per CPU-second, with the ratio."""

import argparse
import pathlib
import sys

from intake import measure_intake, measure_memory
from match import measure_match
from report import Report
from search import measure_growth, measure_search
from serving import measure_serving
from sheets import measure_long_strings, measure_sheets

MEASURED = ["intake", "sheets", "serving", "search", "growth", "match", "memory"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--xinyuan", default=".build/release/xinyuan", help="the binary to measure")
    parser.add_argument("--rows", type=int, default=200_000, help="rows of the files that are taken in")
    parser.add_argument("--only", action="append", choices=MEASURED, help="measure only this")
    parser.add_argument("--full", action="store_true", help="ten million rows and names too (needs 60 GB of disk)")
    parser.add_argument("--quick", action="store_true", help="one short round of each, to try the benchmark itself")
    parser.add_argument("--strict", action="store_true", help="end with 1 where a target is missed")
    parser.add_argument("--write-docs", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    wanted = options.only or MEASURED
    folder = pathlib.Path(".build/bench")
    report = Report(folder)
    rounds = 1 if options.quick else 3
    if "intake" in wanted:
        measure_intake(report, options.xinyuan, folder, rows=options.rows, rounds=rounds, say=say)
    if "sheets" in wanted:
        measure_sheets(report, options.xinyuan, folder, rounds=rounds, quick=options.quick, say=say)
        measure_long_strings(report, options.xinyuan, folder, rows=50_000 if options.quick else 400_000, say=say)
    if "serving" in wanted:
        measure_serving(report, options.xinyuan, folder, rounds=rounds, seconds=2 if options.quick else 8, say=say)
    if "search" in wanted:
        measure_search(report, options.xinyuan, folder, rounds=rounds, quick=options.quick, say=say)
    if "growth" in wanted:
        sizes = [5_000, 20_000] if options.quick else [50_000, 200_000, 1_000_000]
        measure_growth(report, options.xinyuan, folder, sizes=sizes + [10_000_000] * options.full, say=say)
    if "match" in wanted:
        measure_match(report, options.xinyuan, folder, rounds=rounds, quick=options.quick, say=say)
    if "memory" in wanted:
        measure_memory(report, options.xinyuan, folder, rows=100_000 if options.quick else 1_000_000, say=say)
        if options.full:
            measure_memory(report, options.xinyuan, folder, rows=10_000_000, say=say)
    print()
    report.print()
    report.write()
    print(f"\nwritten: {folder}/results.json and results.md")
    if options.write_docs:
        report.write_into("docs/performance.md")
        print("written: docs/performance.md")
    return 1 if options.strict and any(line.verdict == "missed" for line in report.lines) else 0


def say(words):
    print(f"==> {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
