"""Real names, read where they lie beside the checkout and never copied: is every one of them found?

    .venv/bin/python Benchmarks/real_names.py [--xinyuan BINARY] [--data ../shared/data]
"""

import argparse
import csv
import json
import pathlib
import subprocess
import tempfile

from pypinyin import Style, lazy_pinyin

# The legal forms that names end in; the longest that fits is taken off.
FORMS = sorted(
    "股份有限公司 有限责任公司 集团有限公司 有限公司 农民专业合作社 专业合作社 合作社 联合社 合伙企业（有限合伙） 合伙企业(有限合伙) （有限合伙） (有限合伙)"
    " 分公司 公司 经营部 营业部 事务所 中心 诊所 厂 店 部".split(),
    key=len,
    reverse=True,
)
BRACKETS = "()（）"


def without_form(name):
    form = next((form for form in FORMS if name.endswith(form)), "")
    return name[: -len(form)] if form and len(name) - len(form) >= 2 else None


def initials(name):
    plain = "".join(sign for sign in name if sign not in BRACKETS)
    return "".join(lazy_pinyin(plain, style=Style.FIRST_LETTER, errors=lambda text: text.lower()))


class Search:
    """`xinyuan search` in a list of its own."""

    def __init__(self, xinyuan, folder, rows):
        self.xinyuan, self.folder = xinyuan, pathlib.Path(folder)
        self.register = self.folder / "register.csv"
        with open(self.register, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("name", "code"), *rows])

    def ask(self, queries, limit):
        batch = self.folder / "batch.txt"
        batch.write_text("".join(query + "\n" for query in queries), encoding="utf-8")
        command = [self.xinyuan, "search", "--register", self.register, "--batch", batch, "--json", "--limit", str(limit)]
        out = subprocess.run([str(part) for part in command], capture_output=True, check=True).stdout
        return [[(hit["code"], hit["name"]) for hit in json.loads(line)["hits"]] for line in out.splitlines()]


def tell(kind, pairs, answers, *, first=False):
    """How many of the (query, code) pairs have their code among the hits, or in front."""
    found = [code in [hit[0] for hit in (hits[:1] if first else hits)] for (_, code), hits in zip(pairs, answers, strict=True)]
    print(f"  {kind}: {sum(found):,} of {len(found):,}")
    for (query, code), hits, is_found in list(zip(pairs, answers, found))[: len(found)]:
        if not is_found:
            print(f"      missed: {query} ({code}), first came {hits[0][1] if hits else 'nothing'}")
    return all(found)


def register_sample(xinyuan, data):
    """Newly registered enterprises: by name, by code, without form, by initials."""
    path = data / "cn-register-sample-2019/new_enterprises_2019.csv"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return True
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [(row["name"], row["uscc"]) for row in csv.DictReader(file)]
    print(f"{path.parent.name}: {len(rows):,} names")
    with tempfile.TemporaryDirectory() as folder:
        search = Search(xinyuan, folder, rows)
        bare = [(without_form(name), code) for name, code in rows if without_form(name)]
        kinds = [
            ("by name, in front", rows, 10, True),
            ("by code, in front", [(code, code) for _, code in rows], 10, True),
            ("without its form, within ten", bare, 10, False),
            ("by the initials of the whole name, within fifty", [(initials(name), code) for name, code in rows], 50, False),
        ]
        return all(
            [tell(kind, pairs, search.ask([query for query, _ in pairs], limit), first=first) for kind, pairs, limit, first in kinds]
        )


def brands(xinyuan, data):
    """Short forms of companies: each as the brand of a made-up company among all the others, in front by its brand."""
    path = data / "cn-org-names/company_short_forms_280k.txt"
    if not path.exists():
        print(f"skipped: {path} is not there")
        return True
    words = dict.fromkeys(line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    # Two names that differ in blanks, signs or case are one to whoever asks.
    plain = {"".join(sign for sign in word if sign.isalnum()).upper(): word for word in words}
    names = [word for key, word in plain.items() if 2 <= len(key) <= 12]
    rows = [(word, f"B{number}") for number, word in enumerate(names)]
    print(f"{path.name}: {len(rows):,} brands")
    with tempfile.TemporaryDirectory() as folder:
        search = Search(xinyuan, folder, [(f"{word}商贸有限公司", code) for word, code in rows])
        return tell("by the brand alone, within ten", rows, search.ask([word for word, _ in rows], 10))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--xinyuan", default=".build/release/xinyuan")
    parser.add_argument("--data", default="../shared/data", type=pathlib.Path)
    options = parser.parse_args()
    return 0 if all([register_sample(options.xinyuan, options.data), brands(options.xinyuan, options.data)]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
