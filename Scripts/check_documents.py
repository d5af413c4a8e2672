"""Checks what is written beside the code: links of the documents, YAML, Python syntax, the licence's text."""

import ast
import hashlib
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def documents():
    return sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md"))


def broken_links():
    for document in documents():
        for target in LINK.findall(document.read_text(encoding="utf-8")):
            path = target.split("#")[0]
            if not path or re.match(r"[a-z]+:", path):
                continue
            if not (document.parent / path).exists():
                yield f"{document.relative_to(ROOT)}: no such file: {path}"


def unreadable_yaml():
    for path in [ROOT / "publiccode.yml", *sorted((ROOT / "catalogue").rglob("*.yaml")), *sorted((ROOT / "examples").rglob("*.yaml"))]:
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            yield f"{path.relative_to(ROOT)}: {error}"
        else:
            if not isinstance(content, dict):
                yield f"{path.relative_to(ROOT)}: not a mapping"


def unreadable_python():
    for folder in ("Scripts", "Tests/Browser", "Benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            try:
                ast.parse(path.read_text(encoding="utf-8"))
            except SyntaxError as error:
                yield f"{path.relative_to(ROOT)}: {error}"


def licence():
    if hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() != APACHE_2:
        yield "LICENSE is not the text of Apache-2.0"


def decision_notes():
    """Notes are numbered without gaps and say their state."""
    for number, path in enumerate(sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))):
        if not path.name.startswith(f"{number:04d}-"):
            yield f"docs/decisions/{path.name}: should be number {number:04d}"
        if not re.search(r"^- Status: \w", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield f"docs/decisions/{path.name}: no line '- Status: …'"


def readmes():
    """The two languages say the same things, in the same order."""
    counts = [
        len(re.findall(r"^## ", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("README.md", "README.zh-CN.md")
    ]
    if counts[0] != counts[1]:
        yield f"README.md has {counts[0]} sections, README.zh-CN.md {counts[1]}"


def main():
    checks = (broken_links, unreadable_yaml, unreadable_python, licence, decision_notes, readmes)
    problems = [problem for check in checks for problem in check()]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(documents())} documents checked, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
