"""Taking in: a file of licences through `xinyuan submit`, beside the SQLite shell that imports the same file."""

import csv
import json
import pathlib
import sqlite3
from itertools import chain

from measure import median, run
from report import Line

# A unified credit code: eighteen of its characters, said in the way that costs SQLite least.
CODE = "length({c}) = 18 AND {c} NOT GLOB '*[^0-9A-HJ-NPQRTUWXY]*'"
DATE = "[1-9][0-9][0-9][0-9]" + "[-/][01][0-9][-/][0-3][0-9]"

# What makes two rows the same licence.
KEY = ("行政相对人代码_1(统一社会信用代码)", "行政许可决定文书号", "许可编号")

# Every column of the 2018 licence sheet: the longest it may be, or its own check; those with ! must be there.
CHECKS = {
    "行政相对人名称": "!200",
    "行政相对人类别": "!{c} IN ('法人及非法人组织', '个体工商户')",
    "行政相对人代码_1(统一社会信用代码)": "!" + CODE,
    "行政相对人代码_2(工商注册号)": "50",
    "行政相对人代码_3(组织机构代码)": "10",
    "行政相对人代码_4(税务登记号)": "20",
    "行政相对人代码_5(事业单位证书号)": "12",
    "行政相对人代码_6(社会组织登记证号)": "50",
    "法定代表人": "50",
    "法定代表人证件类型": "64",
    "法定代表人证件号码": "64",
    "证件类型": "64",
    "证件号码": "64",
    "行政许可决定文书名称": "!64",
    "行政许可决定文书号": "!64",
    "许可类别": "!256",
    "许可证书名称": "64",
    "许可编号": "64",
    "许可内容": "!4000",
    "许可决定日期": f"!{{c}} GLOB '{DATE}'",
    "有效期自": f"!{{c}} GLOB '{DATE}'",
    "有效期至": f"!{{c}} GLOB '{DATE}'",
    "许可机关": "!200",
    "许可机关统一社会信用代码": "!" + CODE,
    "当前状态": "!{c} IN ('1', '2', '有效', '无效')",
    "数据来源单位": "!200",
    "数据来源单位统一社会信用代码": "!" + CODE,
    "备注": "512",
}


class Bench:
    """A file of so many rows, made once, and what hands it in."""

    def __init__(self, xinyuan, folder, kind, rows):
        self.xinyuan = xinyuan
        self.folder = pathlib.Path(folder)
        self.rows = rows
        self.path = self.folder / f"{kind}-{rows}.csv"
        if not self.path.exists():
            self._make(kind)
        with open(self.path, encoding="utf-8-sig", newline="") as file:
            sheet = csv.reader(file)
            self.headings = next(sheet)
            first = next(sheet)
            self.department = dict(zip(self.headings, first))["数据来源单位"]
            key = [self.headings.index(heading) for heading in KEY]
            self.records = len({tuple(row[place] for place in key) for row in chain([first], sheet)})

    def _make(self, kind):
        made = self.path.with_suffix(".part")
        run([self.xinyuan, "sample", "--seed", 7, "--bench", kind, "--rows", self.rows, "--out", made])
        made.rename(self.path)

    def submit(self, *options, report=None):
        """Hands the file in to a fresh store and returns the cost; the counts lie in `self.counts`."""
        store = fresh(self.folder / "ours.sqlite")
        report = report or self.folder / "submit.json"
        cost = run(
            [self.xinyuan, "submit", self.path, "--from", self.department, "--json", "--store", f"sqlite:{store}", *options],
            stdout=report,
            allowed=(0, 1),
        )
        self.counts = json.loads(report.read_text())
        self.store = store
        if self.counts["rows"] != self.rows:
            raise RuntimeError(f"{self.counts['rows']} rows read, {self.rows} handed in")
        return cost

    def check(self):
        return run([self.xinyuan, "check", self.path, "--json"], stdout=self.folder / "check.json", allowed=(0, 1))


def fresh(path):
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
    return path


def columns(headings):
    """The typed columns of the peer's table."""
    for number, heading in enumerate(headings):
        name, rule = f"c{number}", CHECKS[heading]
        required = rule.startswith("!")
        rule = rule.lstrip("!")
        check = f"length({{c}}) <= {rule}" if rule.isdigit() else rule
        if required:
            yield f"{name} TEXT NOT NULL CHECK (length({name}) > 0 AND {check.format(c=name)})"
        else:
            yield f"{name} TEXT CHECK ({check.format(c=name)})"


def key_and_indexes(headings, constants):
    """A unique key, in which a later row replaces an earlier one as with us, and as many indexes as our `record` has."""
    place = {heading: f"c{number}" for number, heading in enumerate(headings)}
    key = [*constants, *(place[heading] for heading in KEY)]
    listed = [*constants[:1], place["许可决定日期"]]
    return (
        f"UNIQUE ({', '.join(key)}) ON CONFLICT REPLACE",
        f"CREATE INDEX record_subject ON record ({place[KEY[0]]});\nCREATE INDEX record_list ON record ({', '.join(listed)});\n",
    )


def import_then_check(bench):
    """`.import` into a staging table, then one INSERT … SELECT through typed CHECKs into an indexed table."""
    names = ", ".join(f"c{number}" for number in range(len(bench.headings)))
    key, indexes = key_and_indexes(bench.headings, ["item", "source"])
    typed = ["id INTEGER PRIMARY KEY", "item TEXT NOT NULL", "source TEXT NOT NULL", *columns(bench.headings), key]
    return _sqlite(
        bench,
        f"CREATE TABLE staging ({names});\n"
        f"CREATE TABLE record ({', '.join(typed)});\n{indexes}"
        f".import --csv --skip 1 {bench.path} staging\n"
        f"INSERT INTO record (item, source, {names}) SELECT 'licence', 'bench', {names} FROM staging;\n",
    )


def import_checked(bench):
    """`.import` straight into the checked, indexed table: one pass, the least that SQLite can do."""
    # .import fills every column of its table, so it has none beside the file's own.
    key, indexes = key_and_indexes(bench.headings, [])
    return _sqlite(
        bench,
        f"CREATE TABLE record ({', '.join([*columns(bench.headings), key])});\n{indexes}"
        f".import --csv --skip 1 {bench.path} record\n",
    )


def _sqlite(bench, script):
    database = fresh(bench.folder / "peer.sqlite")
    # As durable as ours: a write-ahead log, synced at every commit.
    cost = run(["sqlite3", "-bail", database], stdin="PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n" + script)
    with sqlite3.connect(database) as connection:
        held = connection.execute("SELECT count(*) FROM record").fetchone()[0]
    if held != bench.records:
        raise RuntimeError(f"the peer holds {held} of {bench.records} records")
    return cost


def measure_intake(report, xinyuan, folder, *, rows, rounds, say):
    clean = Bench(xinyuan, folder, "clean", rows)
    bad = Bench(xinyuan, folder, "bad", rows)
    ours, wholly_bad, checked, staged, direct = [], [], [], [], []
    for number in range(rounds):
        say(f"taking in, round {number + 1} of {rounds}")
        ours.append(clean.submit())
        admitted, store_size = clean.counts["admitted"], sum(f.stat().st_size for f in folder.glob("ours.sqlite*"))
        staged.append(import_then_check(clean))
        direct.append(import_checked(clean))
        checked.append(clean.check())
        wholly_bad.append(bad.submit())
        refused = bad.counts["refused"]
    if admitted != rows or refused != rows:
        raise RuntimeError(f"of {rows} clean rows {admitted} were admitted, of {rows} bad ones {refused} refused")
    mine, theirs, straight = median(ours), median(staged), median(direct)
    per_second = lambda cost: rows / cost.cpu
    report.add(
        Line(
            f"take in {rows:,} licences, durable",
            per_second(mine),
            "sqlite3 .import, then typed CHECKs",
            per_second(theirs),
            "rows/CPU-s",
            at_least=0.4,
        ),
        ours=[vars(cost) for cost in ours],
        peer=[vars(cost) for cost in staged],
        file_bytes=clean.path.stat().st_size,
        store_bytes=store_size,
    )
    report.add(
        Line(
            "the same, beside the least SQLite can do",
            per_second(mine),
            "sqlite3 .import straight through the CHECKs",
            per_second(straight),
            "rows/CPU-s",
        ),
        peer=[vars(cost) for cost in direct],
    )
    report.add(
        Line(
            "of it, reading and checking (xinyuan check)",
            per_second(median(checked)),
            "the whole of taking in",
            per_second(mine),
            "rows/CPU-s",
        ),
        ours=[vars(cost) for cost in checked],
    )
    report.add(
        Line(
            f"{rows:,} wholly bad rows, every fault reported",
            median(wholly_bad).cpu,
            "a clean file of ours",
            mine.cpu,
            "CPU-s (fewer is better)",
            at_most=2,
        ),
        ours=[vars(cost) for cost in wholly_bad],
    )


def measure_memory(report, xinyuan, folder, *, rows, say):
    say(f"memory: {rows:,} rows")
    bench = Bench(xinyuan, folder, "clean", rows)
    cost = bench.submit()
    report.add(
        Line(f"peak memory while taking in {rows:,} rows", cost.peak_mib, "", None, "MiB", at_most=300),
        ours=[vars(cost)],
    )
    fresh(folder / "ours.sqlite")
    if rows > 1_000_000:
        bench.path.unlink()
