"""Queries by kind with the codes that are right, for a register of names.py.

    .venv/bin/python Benchmarks/queries.py 200000 .build/bench/queries-200000.tsv

The file has the columns kind, query, expected (codes apart by blanks). Rules:

- Right are all organisations that the words fit equally well, by a name of theirs or a former one: the same after folding, for
  a part every name that contains it, for an error every name at one edit (wrong, missing or swapped character) from the query.
- A query that more than ten organisations fit (fifty for initials) is not used, nor one that more than ten contain with words
  before or after. The exception is the kind "two characters of the brand": there any name that contains them will do.
- recall@10 of a query is the share of the right ones among the first ten hits (fifty for initials); where more than ten are
  right, 1 if any is among them. The exact name must moreover come first.
"""

import argparse
import bisect
import csv
import random
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property

from folding import fold
from names import BRAND_CHARACTERS, organisations
from opencc import OpenCC
from pypinyin import lazy_pinyin
from rapidfuzz import process
from rapidfuzz.distance import OSA

PER_KIND = 300
EXACT, INITIALS = "exact", "initials"
# The kinds that every engine for text can be asked, and for which ours is held against the peers.
SHARED = (
    EXACT, "without form", "without place", "brand and trade", "wrong character", "missing character", "swapped characters",
    "other brackets", "place in brackets", "traditional",
)  # fmt: skip
# Kinds of text besides; what is left are readings and codes.
TEXT = (*SHARED, "part", "two characters of the brand", "other width", "inner blanks", "former name")


def limit(kind):
    """How many hits are looked at."""
    return 50 if kind == INITIALS else 10


@dataclass(frozen=True)
class Query:
    kind: str
    text: str
    expected: frozenset

    def recall(self, hits):
        found = len(self.expected.intersection(hits[: limit(self.kind)]))
        if len(self.expected) > limit(self.kind):
            return float(found > 0)
        return found / len(self.expected)


class Texts:
    """Texts with the codes they belong to: which are the same as a text, which contain it."""

    def __init__(self, pairs):
        self.same = defaultdict(set)
        self.codes, self.starts, lines, length = [], [], [], 0
        for text, code in pairs:
            self.same[text].add(code)
            self.codes.append(code)
            self.starts.append(length)
            lines.append(text)
            length += len(text) + 1
        self.all = "\n".join(lines)

    def containing(self, part, most=10):
        """Codes of the texts that contain the part; ends once there are more than `most`."""
        found, place = set(), self.all.find(part)
        while place >= 0 and len(found) <= most:
            line = bisect.bisect(self.starts, place) - 1
            found.add(self.codes[line])
            place = self.all.find(part, self.starts[line + 1]) if line + 1 < len(self.starts) else -1
        return found


@cache
def reading(word):
    """The syllables of a word, without tones, each between blanks."""
    return "".join(syllable + " " for syllable in lazy_pinyin(fold(word)))


def reading_of(organisation, parts=("place", "brand", "trade", "form", "branch")):
    """The reading of a name, part by part in the order in which they stand."""
    words = [getattr(organisation, part) for part in parts]
    if "place" in parts and organisation.layout and organisation.place:
        words.insert(organisation.layout, words.pop(0))
    if organisation.branch and "branch" in parts:
        words.append("分公司")
    return "".join(map(reading, words))


class Judge:
    """Knows which organisations of a register a query fits."""

    def __init__(self, register):
        self.register = register
        # Every name with its code, former names too.
        self.named = [(one, one.code) for one in register]
        self.named += [(one.former, one.code) for one in register if one.former]
        self.folded = Texts((fold(one.name), code) for one, code in self.named)
        self.codes = Texts((one.code, one.code) for one in register)

    @cached_property
    def readings(self):
        return Texts((" " + reading_of(one), code) for one, code in self.named)

    @cached_property
    def joined_readings(self):
        return Texts((reading_of(one).replace(" ", ""), code) for one, code in self.named)

    @cached_property
    def initials(self):
        return Texts((initials_of(one), code) for one, code in self.named)

    @cached_property
    def letters_of_readings(self):
        """Characters of brands by their reading."""
        found = defaultdict(list)
        for character in dict.fromkeys(BRAND_CHARACTERS):
            found[reading(character)].append(character)
        return found

    @cache
    def by_parts(self, *parts):
        """{those parts of a name: codes}"""
        found = defaultdict(set)
        for one, code in self.named:
            found[tuple(getattr(one, part) for part in parts)].add(code)
        return found

    def with_parts(self, one, *parts):
        return self.by_parts(*parts)[tuple(getattr(one, part) for part in parts)]

    @cached_property
    def _folded_names(self):
        return self.folded.all.split("\n")

    def at_one_edit(self, text):
        near = process.extract(
            fold(text), self._folded_names, scorer=OSA.distance, processor=None, score_cutoff=1, limit=None
        )
        return {self.folded.codes[line] for _, _, line in near}


def initials_of(organisation):
    return "".join(syllable[0] for syllable in reading_of(organisation).split())


# Each kind: a function of judge, organisation and random source that returns the words and the codes that are right, or None
# where this organisation gives no query of the kind.


def exact(judge, one, rng):
    return one.name, judge.folded.same[fold(one.name)]


def part(judge, one, rng):
    length = rng.randint(2, min(8, len(one.name) - 1))
    start = rng.randrange(len(one.name) - length + 1)
    text = one.name[start : start + length]
    return (text, judge.folded.containing(fold(text))) if len(fold(text)) >= 2 else None


def two_characters_of_the_brand(judge, one, rng):
    start = rng.randrange(len(one.brand) - 1)
    text = one.brand[start : start + 2]
    return text, judge.folded.containing(text, most=len(judge.named))


def without_place(judge, one, rng):
    text = replace(one, place="").name
    right = judge.with_parts(one, "brand", "trade", "form", "branch")
    return alone(judge, text, right) if one.place else None


def without_form(judge, one, rng):
    if one.branch:
        return None
    text = replace(one, form="").name
    right = judge.with_parts(one, "place", "brand", "trade", "branch")
    return alone(judge, text, right)


def brand_and_trade(judge, one, rng):
    return alone(judge, one.brand + one.trade, judge.with_parts(one, "brand", "trade"))


def alone(judge, text, right):
    """The right ones, unless more than ten names contain the words besides."""
    return (text, right) if len(judge.folded.containing(fold(text)) | right) <= 10 else None


def wrong_character(judge, one, rng):
    """Every other time one of the same reading, as an input method gives it."""
    place = word_place(one.name, rng)
    same_reading = [c for c in judge.letters_of_readings[reading(one.name[place])] if c != one.name[place]]
    choices = same_reading if same_reading and rng.random() < 0.5 else BRAND_CHARACTERS
    text = one.name[:place] + rng.choice(choices) + one.name[place + 1 :]
    return edited(judge, one, text)


def missing_character(judge, one, rng):
    place = word_place(one.name, rng)
    return edited(judge, one, one.name[:place] + one.name[place + 1 :])


def swapped_characters(judge, one, rng):
    place = rng.randrange(len(one.name) - 1)
    first, second = one.name[place : place + 2]
    if not (first + second).isalnum():
        return None
    return edited(judge, one, one.name[:place] + second + first + one.name[place + 2 :])


def word_place(name, rng):
    """A place in the name, each as likely as any other, brackets left out."""
    return rng.choice([place for place, character in enumerate(name) if character.isalnum()])


def edited(judge, one, text):
    return (text, judge.at_one_edit(text)) if fold(text) != fold(one.name) else None


def other_brackets(judge, one, rng):
    if "（" not in one.name and "(" not in one.name:
        return None
    pairs = ["()", "（）", "〔〕", "【】", "[]", "［］", "  ", ("", "")]
    opening, closing = rng.choice([pair for pair in pairs if pair[0] not in one.name or not pair[0]])
    text = one.name.translate(str.maketrans({"（": opening, "(": opening, "）": closing, ")": closing}))
    return text, judge.folded.same[fold(text)]


def place_in_brackets(judge, one, rng):
    moved = replace(one, layout=1)
    if not one.place or moved.name == one.name:
        return None
    return moved.name, judge.with_parts(one, "place", "brand", "trade", "form", "branch")


def other_width(judge, one, rng):
    """Brackets of the other width; where there are none, full-width blanks."""
    text = one.name.translate(str.maketrans("（）()", "()（）"))
    if text == one.name:
        text = one.place + "\u3000" + one.name.removeprefix(one.place)
    return text, judge.folded.same[fold(text)]


def inner_blanks(judge, one, rng):
    text = one.name
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(1, len(text))
        text = text[:place] + " " + text[place:]
    return text, judge.folded.same[fold(text)]


@cache
def to_traditional():
    return OpenCC("s2t")


def traditional(judge, one, rng):
    text = to_traditional().convert(one.name)
    return (text, judge.folded.same[fold(one.name)]) if text != one.name else None


def pinyin_apart(judge, one, rng):
    """Of the full name, or of brand and trade."""
    return read_aloud(one, rng, judge.readings, lambda syllables: " " + syllables)


def pinyin_together(judge, one, rng):
    """As before, without blanks."""
    return read_aloud(one, rng, judge.joined_readings, lambda syllables: syllables.replace(" ", ""))


def read_aloud(one, rng, readings, written):
    whole = rng.random() < 0.5
    if not whole and one.place and one.layout == 1:
        return None
    text = written(reading_of(one) if whole else reading_of(one, ("brand", "trade")))
    containing = readings.containing(text)
    right = readings.same[text] if whole else containing
    return (text.strip(), right) if len(containing) <= 10 else None


def initials(judge, one, rng):
    text = initials_of(one)
    return (text, judge.initials.same[text]) if len(judge.initials.containing(text, most=50)) <= 50 else None


def former_name(judge, one, rng):
    return (one.former.name, judge.folded.same[fold(one.former.name)]) if one.former else None


def whole_code(judge, one, rng):
    return one.code, {one.code}


def code_in_another_writing(judge, one, rng):
    full_width = one.code.translate({point: point + 0xFEE0 for point in range(0x21, 0x7F)})
    grouped = f"{one.code[:4]} {one.code[4:8]} {one.code[8:12]} {one.code[12:]}"
    return rng.choice([full_width, grouped, one.code.lower(), one.code[8:16] + "-" + one.code[16]]), {one.code}


def part_of_a_code(judge, one, rng):
    length = rng.randint(4, 12)
    start = rng.randrange(18 - length + 1)
    text = one.code[start : start + length]
    return text, judge.codes.containing(text)


KINDS = {
    EXACT: exact,
    "without form": without_form,
    "without place": without_place,
    "brand and trade": brand_and_trade,
    "wrong character": wrong_character,
    "missing character": missing_character,
    "swapped characters": swapped_characters,
    "other brackets": other_brackets,
    "place in brackets": place_in_brackets,
    "traditional": traditional,
    "part": part,
    "two characters of the brand": two_characters_of_the_brand,
    "other width": other_width,
    "inner blanks": inner_blanks,
    "former name": former_name,
    "pinyin, apart": pinyin_apart,
    "pinyin, together": pinyin_together,
    INITIALS: initials,
    "whole code": whole_code,
    "code in another writing": code_in_another_writing,
    "part of a code": part_of_a_code,
}


def make(count, per_kind=PER_KIND):
    """Queries of each kind for the register of `count` names, always the same."""
    judge = Judge(list(organisations(count)))
    for kind, of in KINDS.items():
        rng, made = random.Random(f"{count} {kind}"), 0
        while made < per_kind:
            one = rng.choice(judge.register)
            drawn = of(judge, one, rng)
            if drawn is None:
                continue
            text, right = drawn
            if len(right) <= limit(kind) or of is two_characters_of_the_brand:
                assert one.code in right, (kind, one.name, text)
                yield Query(kind, text, frozenset(right))
                made += 1


def write(path, queries):
    with open(path, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        sheet.writerow(["kind", "query", "expected"])
        for query in queries:
            sheet.writerow([query.kind, query.text, " ".join(sorted(query.expected))])


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Query(kind, text, frozenset(expected.split(" "))) for kind, text, expected in rows]


def queries_for(folder, count):
    """The queries for a register, made once."""
    path = folder / f"queries-{count}.tsv"
    if not path.exists():
        part_of_path = path.with_suffix(".part")
        write(part_of_path, make(count))
        part_of_path.rename(path)
    return read(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out")
    parser.add_argument("--per-kind", type=int, default=PER_KIND)
    options = parser.parse_args()
    write(options.out, make(options.count, options.per_kind))


if __name__ == "__main__":
    sys.exit(main())
