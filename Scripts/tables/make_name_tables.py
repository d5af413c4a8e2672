#!/usr/bin/env python3
"""Writes the character tables of CreditSearch from Debian's `unicode-data` (Unihan) and `opencc`.

    apt-get install unicode-data opencc && Scripts/tables/make_name_tables.py

Sources/CreditSearch/Tables/Readings.swift: every reading of a character, without tones.
Sources/CreditSearch/Tables/Simplified.swift: the simplified character of each traditional one.
"""

import bz2
import collections
import pathlib
import re
import subprocess
import unicodedata

UNIHAN = "/usr/share/unicode/Unihan_Readings.txt.bz2"
TABLES = pathlib.Path(__file__).resolve().parents[2] / "Sources/CreditSearch/Tables"
# Readings of today; rare ones; those of old texts only for characters that have no other.
COMMON = ("kTGHZ2013", "kMandarin", "kHanyuPinlu")
RARE = ("kXHC1983",)
OLD = ("kHanyuPinyin",)
BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))
WIDTH = 100


def toneless(reading):
    """lǜ → lv, háng → hang."""
    plain = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v").replace("e\u0302", "e")
    return re.sub("[^a-z]", "", unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c))))


def readings():
    """{character: {reading}} of the BMP's ideographs, the common ones and the rare ones."""
    found = {kind: collections.defaultdict(set) for kind in COMMON + RARE + OLD}
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("U+"):
                continue
            code, kind, value = line.rstrip("\n").split("\t")
            number = int(code[2:], 16)
            if kind not in found or not any(low <= number <= high for low, high in BLOCKS):
                continue
            value = re.sub(r"[0-9.,*:()]+(?=[^a-zü])|\([0-9]+\)|[0-9.*]+", " ", value).replace(",", " ").replace(":", " ")
            found[kind][chr(number)].update(sound for sound in map(toneless, value.split()) if re.search('[aeiouv]', sound))
    common, rare = collections.defaultdict(set), collections.defaultdict(set)
    for kind in COMMON:
        for character, sounds in found[kind].items():
            common[character] |= sounds
    for kind in RARE + OLD:
        for character, sounds in found[kind].items():
            if character not in common:
                common[character] |= sounds
            elif kind in RARE:
                rare[character] |= sounds - common[character]
    return common, rare


def standard():
    """The characters of the General Standard Chinese Characters of 2013, which Unihan gives a place in its dictionary."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        return {chr(int(line.split("\t")[0][2:], 16)) for line in lines if "\tkTGHZ2013\t" in line}


def simplified():
    """{traditional: simplified}, one character each; what is a character of today itself (乾 of 乾坤) stays."""
    known = standard()
    every = [chr(number) for low, high in BLOCKS for number in range(low, high + 1) if chr(number) not in known]
    # One character a line, so that no phrase is made of neighbours.
    out = subprocess.run(
        ["opencc", "-c", "t2s.json"], input="\n".join(every), capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return {old: new for old, new in zip(every, out, strict=True) if new != old and len(new) == 1 and ord(new) < 0x10000}


def wrapped(words):
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def literal(name, doc, words):
    lines = [f"        {line} \\" for line in wrapped(words)]
    # The last line of a literal may not end so.
    lines[-1] = lines[-1].removesuffix(" \\")
    return [f"    /// {doc}", f'    static let {name}: StaticString = """', *lines, '        """']


def write(name, source, *literals):
    text = [
        "// swift-format-ignore-file",
        f"// Made by Scripts/tables/make_name_tables.py from {source}; change the script, not this file.",
        "",
        f"enum {name} {{",
        *(line for part in literals for line in part),
        "}",
        "",
    ]
    (TABLES / f"{name}.swift").write_text("\n".join(text), encoding="utf-8")


def by_sound(readings):
    """Words of a table: a syllable and its characters."""
    sounds = collections.defaultdict(list)
    for character, spellings in sorted(readings.items()):
        for spelling in spellings:
            sounds[spelling].append(character)
    return [sound + "".join(characters) for sound, characters in sorted(sounds.items())]


def main():
    common, rare = map(by_sound, readings())
    pairs = collections.defaultdict(list)
    for old, new in sorted(simplified().items()):
        pairs[new].append(old)
    write(
        "Readings",
        "Unihan_Readings (Unicode licence)",
        literal("table", "A syllable, then the characters that may be read so; words apart by blanks.", common),
        literal("rare", "The same for readings that dictionaries know and hardly anybody uses.", rare),
    )
    write(
        "Simplified",
        "OpenCC's TSCharacters (Apache-2.0)",
        literal(
            "table",
            "A simplified character, then the traditional ones that become it; words apart by blanks.",
            [new + "".join(old) for new, old in sorted(pairs.items())],
        ),
    )
    print(f"{len(common)} syllables, {sum(map(len, pairs.values()))} traditional characters")


if __name__ == "__main__":
    main()
