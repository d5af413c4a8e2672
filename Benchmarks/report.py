"""Collects the figures, prints them as a table, keeps them as JSON and Markdown."""

import json
import pathlib
import platform
import re
import subprocess
from dataclasses import asdict, dataclass

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


@dataclass(frozen=True)
class Line:
    """Ours beside the peer's: more is better, the ratio is ours divided by the peer's, unless `at_most` is the target."""

    work: str
    ours: float
    peer: str
    peers: float | None
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def ratio(self):
        return self.ours / self.peers if self.peers else None

    @property
    def judged(self):
        return self.ratio if self.peers else self.ours

    @property
    def target(self):
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return f"≤ {self.at_most:g}" if self.at_most is not None else ""

    @property
    def verdict(self):
        if self.at_least is not None:
            return "met" if self.judged >= self.at_least else "missed"
        if self.at_most is not None:
            return "met" if self.judged <= self.at_most else "missed"
        return ""


def number(value):
    if value is None:
        return "—"
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


class Report:
    """The figures of one run."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.lines = []
        self.details = {}

    def add(self, line, **details):
        self.lines.append(line)
        self.details.setdefault(line.work, {}).update(details)

    def rows(self):
        yield ["work", "ours", "peer", "peer's", "unit", "ratio", "target", ""]
        for line in self.lines:
            ratio = f"{line.ratio:.2f}" if line.ratio else "—"
            yield [line.work, number(line.ours), line.peer, number(line.peers), line.unit, ratio, line.target, line.verdict]

    def print(self):
        rows = list(self.rows())
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())

    def markdown(self):
        head, *body = self.rows()
        place = self.machine()
        table = [head, ["---"] * len(head), *body]
        lines = ["| " + " | ".join(row) + " |" for row in table]
        lines += ["", "Read on " + ", ".join(f"{key} {value}" for key, value in place.items()) + "."]
        return "\n".join(lines) + "\n"

    def machine(self):
        model = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
        commit = said("git", "rev-parse", "--short", "HEAD")
        return {
            "commit": commit + ("+" if said("git", "status", "--porcelain") else ""),
            "date": said("date", "+%F"),
            "processor": f"{model.group(1) if model else platform.machine()} × {said('nproc')}",
            "SQLite": said("sqlite3", "--version").split(" ")[0],
        }

    def write(self):
        content = {
            "machine": self.machine(),
            "lines": [
                {**asdict(line), "ratio": line.ratio, "verdict": line.verdict, "details": self.details.get(line.work, {})}
                for line in self.lines
            ],
        }
        (self.folder / "results.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        (self.folder / "results.md").write_text(self.markdown())

    def write_into(self, document):
        """Puts the table between the marks of a document."""
        path = pathlib.Path(document)
        text = path.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN, 1)
        _, after = rest.split(END, 1)
        path.write_text(f"{before}{BEGIN}\n{self.markdown()}{END}{after}", encoding="utf-8")


def said(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout.strip()
