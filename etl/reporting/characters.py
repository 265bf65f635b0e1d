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
BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that are no plain one."""
UNUSUAL = (
    "\u00ad\u061c\u200c-\u200f\u2028\u2029\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
    "\ufdd0-\ufdef\ufffe\uffff\u115f\u1160\u3164\uffa0"  # what is no character; letters that are blank
)

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
OTHER = "\u0370-\u03ff\u0400-\u052f"
MIXED = re.compile(f"[{LATIN}]([{OTHER}])|([{OTHER}])[{LATIN}]")
MOJIBAKE = re.compile("Ã[\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf\u0152\u0153\u0160-\u0178\u2018-\u2122]")
LOST, WIDE = "???", "  "
ASCII_SUSPECTS = (LOST, WIDE)
"""Of plain characters: marks in place of letters that an encoding does not know, two blanks in a row."""
STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}"
)
"""More marks than any language puts on one letter."""
SINGLE = re.compile(f"[{CONTROL}{INVISIBLE}{DIRECTION}{TAGS}{UNUSUAL}{BLANKS}]")
SUSPECT = re.compile(
    f"{SINGLE.pattern}|{MIXED.pattern}|{MOJIBAKE.pattern}|{STACKED.pattern}|{re.escape(LOST)}|{WIDE}"
)
"""Found anywhere in a file, this asks for a look at each of its cells."""

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
    yield from _single_flaws(text)
    if found := STACKED.search(text):
        yield Flaw(
            f"holds {len(found[0])} marks on one letter, the first of them {name_character(found[0][0])}",
            True,
        )
    if WIDE in text:
        yield Flaw("holds two blanks in a row", False)
    if LOST in text:
        yield Flaw(f"holds {LOST}: letters were lost before the text came here", False)
    if MOJIBAKE.search(text):
        yield Flaw("looks as if it was once read in the wrong encoding", False)
    elif mixed := MIXED.search(text):
        yield Flaw(f"mixes scripts in one word: {name_character(mixed[1] or mixed[2])}", False)


def _single_flaws(text: str) -> Iterator[Flaw]:
    for char in dict.fromkeys(SINGLE.findall(text)):
        sort = next((words for pattern, words in REFUSED if pattern.match(char)), None)
        if sort:
            yield Flaw(f"holds the {sort} {name_character(char)}", True)
        elif char == "\ufffd":
            yield Flaw(f"holds {name_character(char)}: letters were lost before the text came here", False)
        elif not _joins_letters(char, text):
            sort = "invisible" if INVISIBLE_CHAR.match(char) else "unusual"
            yield Flaw(f"holds the {sort} character {name_character(char)}", False)


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
