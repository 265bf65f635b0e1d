"""Characters that do not belong in a text, or that a reader cannot see: found and named."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

INVISIBLE = "\u180e\u200b\u2060-\u2064\ufeff"
DIRECTION = "\u202a-\u202e\u2066-\u2069"
TAGS = "\U000e0000-\U000e007f"
CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
UNUSUAL = "\u00ad\u061c\u200c-\u200f\u2028\u2029\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
OTHER = "\u0370-\u03ff\u0400-\u052f"
MIXED = re.compile(f"[{LATIN}]([{OTHER}])|([{OTHER}])[{LATIN}]")
MOJIBAKE = re.compile("Ã[\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf\u0152\u0153\u0160-\u0178\u2018-\u2122]")
SINGLE = re.compile(f"[{CONTROL}{INVISIBLE}{DIRECTION}{TAGS}{UNUSUAL}]")
SUSPECT = re.compile(f"{SINGLE.pattern}|{MIXED.pattern}|{MOJIBAKE.pattern}")
"""Found anywhere in a file, each of its cells is checked."""

INVISIBLE_CHAR = re.compile(f"[{INVISIBLE}]")

REFUSED = (
    (re.compile(f"[{CONTROL}]"), "control character"),
    (re.compile(f"[{DIRECTION}]"), "direction override"),
    (re.compile(f"[{TAGS}]"), "invisible tag character"),
)


class Flaw(NamedTuple):
    """Something wrong with a text; a flaw that is not refused is a warning."""

    problem: str
    is_refused: bool


def list_flaws(text: str) -> Iterator[Flaw]:
    """Each flaw of `text` once, in order of appearance; broken and mixed words last."""
    for char in dict.fromkeys(SINGLE.findall(text)):
        sort = next((words for pattern, words in REFUSED if pattern.match(char)), None)
        if sort:
            yield Flaw(f"holds the {sort} {name_character(char)}", True)
        elif char == "\ufffd":
            yield Flaw(f"holds {name_character(char)}: letters were lost before the text came here", False)
        elif not _joins_letters(char, text):
            sort = "invisible" if INVISIBLE_CHAR.match(char) else "unusual"
            yield Flaw(f"holds the {sort} character {name_character(char)}", False)
    if MOJIBAKE.search(text):
        yield Flaw("looks as if it was once read in the wrong encoding", False)
    elif mixed := MIXED.search(text):
        yield Flaw(f"mixes scripts in one word: {name_character(mixed[1] or mixed[2])}", False)


def name_character(char: str) -> str:
    """`char` by code point and name, e.g. `U+0430 CYRILLIC SMALL LETTER A`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def escape_invisible(text: str) -> str:
    """`text` on one line, with every character that cannot be seen written as U+XXXX."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() and c not in UNSEEN_MARKS else f"U+{ord(c):04X}" for c in text)


UNSEEN_MARKS = "\u034f\u115f\u1160\u3164\uffa0"
"""Blank characters that Unicode calls printable."""


def describe_twin(text: str) -> str:
    """A clause that names the first character beyond ASCII in a code, or nothing."""
    found = next((char for char in text if char > "\x7f"), None)
    return f"; it holds {name_character(found)}" if found else ""


def _joins_letters(char: str, text: str) -> bool:
    """True for a joiner where it belongs: between letters of Arabic and later scripts."""
    if char not in "\u200c\u200d":
        return False
    parts = text.split(char)
    return all(a[-1:] >= "\u0600" and b[:1] >= "\u0600" for a, b in pairwise(parts))
