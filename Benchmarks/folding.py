"""Folding of names for the peers and for judging hits: width, case, traditional characters; letters, digits and ideographs stay.

Independent of our own tables, so that those are judged and not assumed: OpenCC's characters and Unicode's compatibility forms.
"""

import unicodedata
from functools import cache

from opencc import OpenCC

IDEOGRAPHS = range(0x4E00, 0xA000)


@cache
def simplified():
    """{code point: simplified character} of the ideographs that have another one."""
    to_simplified = OpenCC("t2s")
    pairs = ((point, to_simplified.convert(chr(point))) for point in IDEOGRAPHS)
    return {point: character for point, character in pairs if len(character) == 1 and character != chr(point)}


def fold(text):
    plain = unicodedata.normalize("NFKC", text).upper().translate(simplified())
    return plain if plain.isalnum() else "".join(filter(str.isalnum, plain))
