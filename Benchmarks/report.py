"""Collects the figures, prints them as a table, keeps them as JSON and Markdown."""

import json
import pathlib
import platform
import re
import shutil
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
            return f"≥ {number(self.at_least)}"
        return f"≤ {number(self.at_most)}" if self.at_most is not None else ""

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
        self.tables = []
        self.notes = []
        self.kept = {}

    def add(self, line, **details):
        self.lines.append(line)
        self.details.setdefault(line.work, {}).update(details)

    def table(self, title, head, rows, *, picture=None):
        """A table that stands below the lines, with the picture that belongs to it, a file of `self.folder`."""
        self.tables.append((title, head, rows, picture))

    def note(self, words):
        """What a reader of the tables must know."""
        self.notes.append(words)

    def keep(self, name, **data):
        """All that was measured, for results.json."""
        self.kept[name] = data

    def rows(self):
        yield ["work", "ours", "peer", "peer's", "unit", "ratio", "target", ""]
        for line in self.lines:
            ratio = f"{line.ratio:.2f}" if line.ratio else "—"
            yield [line.work, number(line.ours), line.peer, number(line.peers), line.unit, ratio, line.target, line.verdict]

    def print(self):
        print_columns(list(self.rows()))
        for title, head, rows, _ in self.tables:
            print(f"\n{title}")
            print_columns([head, *rows])
        print("".join(f"\n{note}\n" for note in self.notes), end="")

    def markdown(self, pictures=""):
        head, *body = self.rows()
        place = self.machine()
        parts = [markdown_table(head, body)]
        for title, table_head, rows, picture in self.tables:
            parts.append(f"### {title}\n\n{markdown_table(table_head, rows)}")
            if picture:
                parts.append(f"![{title}]({pictures}{picture})\n")
        parts += [note + "\n" for note in self.notes]
        parts.append("Read on " + ", ".join(f"{key} {value}" for key, value in place.items()) + ".\n")
        return "\n".join(parts)

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
            **self.kept,
        }
        written = json.dumps(content, ensure_ascii=False, indent=1, default=vars)
        (self.folder / "results.json").write_text(written + "\n")
        (self.folder / "results.md").write_text(self.markdown())

    def write_into(self, document):
        """Puts the tables between the marks of a document, the pictures into `images` beside it."""
        path = pathlib.Path(document)
        text = path.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN, 1)
        _, after = rest.split(END, 1)
        for picture in filter(None, (table[3] for table in self.tables)):
            shutil.copy(self.folder / picture, path.parent / "images" / picture)
        path.write_text(f"{before}{BEGIN}\n{self.markdown('images/')}{END}{after}", encoding="utf-8")


def print_columns(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def markdown_table(head, rows):
    return "".join("| " + " | ".join(row) + " |\n" for row in [head, ["---"] * len(head), *rows])


def said(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout.strip()
