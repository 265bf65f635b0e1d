"""Ways to damage a file of a record: coarse ones, which few survive, and fine ones.

Each takes the content of a file and a seeded chance, and returns the content damaged.
"""

import csv
import io
import random
import re
from collections.abc import Callable
from datetime import date, timedelta

from bench import row_damages
from bench.row_damages import Rows

Damage = Callable[[bytes, random.Random], bytes]

SCRAPS = (
    *(
        b"\x00",
        b"\xff",
        b'"',
        b'""',
        b",",
        b"\r",
        b"\n",
        b"\xe2\x80\xae",
        b"\xef\xbb\xbf",
        b"\xd0",
        b";",
        b"\t",
    ),
    *(b"<<<<<<< a\n", b"9" * 20, b"nan", b"-", b"=1+1", b"2021-02-31", b"https://[", b"[", b"'" * 3, b"\\"),
    *("٣".encode(), "а".encode(), "\u2028".encode(), "\U000e0041".encode(), b"a" * 20_001, b"\n" * 300),
)
TWINS = dict(zip("aceopxyABEKMHOPCTX-/.", "асеорхуАВЕКМНОРСТХ–∕․", strict=True))
"""Letters and signs that look the same and are not."""
SPACES = (" ", "  ", "\t", "\u00a0", "\u3000", "\u200b", "\n")
DASHES = "-‐‑‒–—−"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def cut_part(content: bytes, chance: random.Random) -> bytes:
    """A part is taken out."""
    start, end = sorted(chance.randint(0, len(content)) for _ in range(2))
    return content[:start] + content[end:]


def scraps(content: bytes, chance: random.Random) -> bytes:
    """Scraps are put somewhere."""
    at = chance.randint(0, len(content))
    return content[:at] + b"".join(chance.choices(SCRAPS, k=chance.randint(1, 4))) + content[at:]


def flips(content: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    for _ in range(chance.randint(2, 8)):
        content = one_byte(content, chance)
    return content


def lines(content: bytes, chance: random.Random) -> bytes:
    """Lines change places, or one is repeated many times."""
    found = content.splitlines(keepends=True) or [b""]
    chance.shuffle(found) if chance.random() < 0.5 else found.extend([chance.choice(found)] * 50)
    return b"".join(found)


def any_cells(content: bytes, chance: random.Random) -> bytes:
    """A cell of one line becomes a cell of another."""
    found = content.split(b",")
    found[chance.randrange(len(found))] = chance.choice(found)
    return b",".join(found)


def noise(content: bytes, chance: random.Random) -> bytes:
    """Nothing of the file is left."""
    return chance.randbytes(min(len(content), 400))


def one_byte(content: bytes, chance: random.Random) -> bytes:
    """One byte becomes another that can be typed, now and then any."""
    changed = bytearray(content or b"\n")
    any_byte = chance.random() < 0.2
    changed[chance.randrange(len(changed))] = chance.randrange(256) if any_byte else chance.randint(32, 126)
    return bytes(changed)


def one_byte_less(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + 1 :]


def _by_rows(change: Callable[[Rows, random.Random], Rows | None]) -> Damage:
    """A damage of a file by what it does to its rows, the header among them; None: rows changed in place."""

    def damage(content: bytes, chance: random.Random) -> bytes:
        try:
            rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        except (UnicodeDecodeError, csv.Error):
            return content  # another damage was there before
        if len(rows) < 2 or not all(map(any, rows)):
            return content
        changed = change(rows, chance)
        return format_rows(rows if changed is None else changed)

    return damage


def format_rows(rows: Rows, quoting: int = csv.QUOTE_MINIMAL, end: str = "\n") -> bytes:
    """The rows as a file."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue().encode()


def _one_cell(change: Callable[[str, random.Random], str]) -> Damage:
    """A damage of one cell that holds something, below the header; every other time of one with words."""

    def damage(rows: Rows, chance: random.Random) -> None:
        every = [(row, place) for row in rows[1:] for place in range(len(row)) if row[place]]
        worded = [(row, place) for row, place in every if " " in row[place]]
        row, place = chance.choice(worded if worded and chance.random() < 0.5 else every)
        row[place] = change(row[place], chance)

    return _by_rows(damage)


def _at(text: str, put: str, chance: random.Random, instead: int = 0) -> str:
    at = chance.randint(0, max(0, len(text) - instead))
    return text[:at] + put + text[at + instead :]


def _twin(text: str, chance: random.Random) -> str:
    places = [place for place, sign in enumerate(text) if sign in TWINS]
    return text if not places else _replace_sign(text, at := chance.choice(places), TWINS[text[at]])


def _replace_sign(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at + 1 :]


def _day(text: str, chance: random.Random) -> str:
    """Another day, or the same less precise or written in another way."""
    if not DAY.fullmatch(text):
        return text
    day = date.fromisoformat(text)
    moved = day + timedelta(chance.choice((-400, -31, -1, 1, 31, 400)))
    return chance.choice((str(moved), str(moved), text[:7], text[:4], f"{day:%d.%m.%Y}", f"{day:%m/%d/%Y}"))


COARSE: dict[str, Damage] = {
    damage.__name__.replace("_", " "): damage for damage in (cut_part, scraps, flips, lines, any_cells, noise)
}
FINE: dict[str, Damage] = {
    "one byte": one_byte,
    "one byte less": one_byte_less,
    "one cell another": _one_cell(lambda _, chance: chance.choice(row_damages.CELLS)),
    "one cell longer": _one_cell(lambda text, chance: _at(text, chance.choice(row_damages.CELLS), chance)),
    "one sign another": _one_cell(lambda text, chance: _at(text, chr(chance.randint(32, 0x2FF)), chance, 1)),
    "one sign any": _one_cell(lambda text, chance: _at(text, chr(chance.randint(0x300, 0xD7FF)), chance)),
    "spaces": _one_cell(lambda text, chance: _at(text, chance.choice(SPACES), chance)),
    "other dash": _one_cell(lambda text, chance: text.replace("-", chance.choice(DASHES))),
    "look-alike": _one_cell(_twin),
    "capitals": _one_cell(lambda text, chance: chance.choice((text.upper(), text.title(), text.lower()))),
    "day": _one_cell(_day),
    "cell of the column": _by_rows(row_damages.same_column),
    "two cells crossed": _by_rows(row_damages.crossed),
    "header": _by_rows(row_damages.header),
    "column more": _by_rows(row_damages.new_column),
    "header again": _by_rows(row_damages.header_again),
    "row of commas": _by_rows(row_damages.commas),
    "row twice": _by_rows(row_damages.row_again),
    "row like another": _by_rows(row_damages.like_another),
    "row gone": _by_rows(row_damages.row_gone),
    "row short or long": _by_rows(row_damages.row_short_or_long),
}
