"""Ways to write the same rows otherwise: rows 1 and 13 of docs/reliability.md, by chance."""

import csv
import io
import random
import unicodedata
from collections.abc import Iterator

from bench.damages import SPACES, format_rows


def vary_text(content: bytes, chance: random.Random) -> Iterator[bytes]:
    """The same rows written in other ways that mean the same."""
    text = content.decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    mixed = [[line, "\r\n" if chance.random() < 0.5 else "\n"] for line in text.splitlines()]
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    below = chance.sample(rows[1:], len(rows) - 1)
    padded = [
        [chance.choice(SPACES[:3]) * bool(cell) + cell + chance.choice(SPACES[:3]) for cell in row]
        for row in rows
    ]
    yield b"\xef\xbb\xbf" + content
    yield format_rows(rows, end="\r\n")
    yield format_rows(rows, csv.QUOTE_ALL)
    yield "".join(part for line in mixed for part in line).encode()
    yield content.rstrip(b"\n") + b"\n" * chance.choice((0, 3))
    yield format_rows([[row[place] for place in order] for row in rows])
    yield format_rows([rows[0], *below])
    yield format_rows(padded)
    yield unicodedata.normalize("NFD", text).encode()


def vary_folder(content: bytes, chance: random.Random) -> bytes:
    """One of these ways."""
    return chance.choice(list(vary_text(content, chance)))
