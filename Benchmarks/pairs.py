"""Hard pairs of names with the truth: written otherwise but the same organisation, or nearly the same but another one.

Made from the register of names.py, always the same. A pair of two organisations may moreover be written otherwise on one side,
so that differences of writing do not give away which pairs are which.
"""

import csv
import random
import re
from dataclasses import dataclass, replace

from folding import fold
from names import ABROAD, BRANCHES, BRAND_CHARACTERS, HOME, TRADES, organisations, weighted
from queries import reading, to_traditional

PER_KIND = 1000
# Pairs of two organisations of which one name is also written otherwise.
REWRITTEN_SHARE = 0.25


@dataclass(frozen=True)
class Pair:
    kind: str
    same: bool
    one: str
    other: str


class Words:
    """What names are changed with."""

    def __init__(self):
        self.places = [place for place, _ in weighted(HOME + ABROAD)]
        self.trades = [trade for trade, _ in weighted(TRADES)]
        self.branches = [branch for branch, _ in weighted(BRANCHES)]
        self.by_reading = {}
        for character in dict.fromkeys(BRAND_CHARACTERS):
            self.by_reading.setdefault(reading(character), []).append(character)


# Each kind: a function of organisation, words and random source that gives the other name, or None where there is none.


def traditional(one, words, rng):
    return to_traditional().convert(one.name)


def blanks(one, words, rng):
    text = one.name
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(1, len(text))
        text = text[:place] + rng.choice([" ", "\u3000"]) + text[place:]
    return text


def other_brackets(one, words, rng):
    opening, closing = rng.choice(["()", "〔〕", "【】", "[]", ("", "")])
    return one.name.translate(str.maketrans({"（": opening, "(": opening, "）": closing, ")": closing}))


def place_in_brackets(one, words, rng):
    return replace(one, layout=1 if one.layout == 0 else 0).name if one.place else None


def limited_company(one, words, rng):
    """有限公司 for 有限责任公司 and the other way round."""
    other = {"有限公司": "有限责任公司", "有限责任公司": "有限公司"}.get(one.form)
    return replace(one, form=other).name if other else None


def without_form(one, words, rng):
    return replace(one, form="").name if not one.branch else None


def place_names(place):
    """辽源市龙山区 → {辽源, 龙山}"""
    return set(filter(None, re.split("[省市区县]", place)))


def other_place(one, words, rng):
    """A place that shares no name with this one: 辽源 and 辽源市 may be one and the same."""
    place = rng.choice(words.places)
    return replace(one, place=place).name if one.place and not place_names(place) & place_names(one.place) else None


def other_branch(one, words, rng):
    """Another branch, or a branch for the head office."""
    return replace(one, branch=rng.choice(words.branches)).name


def other_character_in_brand(one, words, rng):
    """Every other time one of the same reading."""
    place = rng.randrange(len(one.brand))
    alike = words.by_reading[reading(one.brand[place])]
    character = rng.choice(alike if rng.random() < 0.5 else BRAND_CHARACTERS)
    return replace(one, brand=one.brand[:place] + character + one.brand[place + 1 :]).name


def other_trade(one, words, rng):
    return replace(one, trade=rng.choice(words.trades)).name


SAME = {
    "traditional": traditional,
    "other brackets": other_brackets,
    "place in brackets": place_in_brackets,
    "有限公司 / 有限责任公司": limited_company,
    "form missing": without_form,
    "blanks": blanks,
}
DIFFERENT = {
    "other place": other_place,
    "other branch": other_branch,
    "one character of the brand": other_character_in_brand,
    "other trade": other_trade,
}


def make(per_kind=PER_KIND):
    """Pairs of each kind, half of them with the sides changed over."""
    register, words = list(organisations(20_000)), Words()
    for kind, of in [*SAME.items(), *DIFFERENT.items()]:
        rng, made = random.Random(f"pairs {kind}"), 0
        while made < per_kind:
            one = rng.choice(register)
            other = of(one, words, rng)
            if other is None or other == one.name or (kind in DIFFERENT and fold(other) == fold(one.name)):
                continue
            if kind in DIFFERENT and rng.random() < REWRITTEN_SHARE:
                other = rng.choice([to_traditional().convert(other), " ".join(other), other.translate(str.maketrans("（）", "()"))])
            names = [one.name, other]
            rng.shuffle(names)
            yield Pair(kind, kind in SAME, *names)
            made += 1


def write(path, pairs):
    with open(path, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file, lineterminator="\n")
        sheet.writerow(["a", "b"])
        sheet.writerows((pair.one, pair.other) for pair in pairs)
