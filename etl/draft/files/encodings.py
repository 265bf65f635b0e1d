"""Bytes to characters: UTF-8 first, then what the page declares, then a guess that is told."""

import re

from etl.draft.files.file_text import RefusedError

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
GUESSED = ["cp1251", "koi8-r", "cp1252", "cp866", "iso8859_5", "mac_cyrillic"]
"""Encodings in which pages of the region are still met."""
DECLARED = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
HEAD = 4_000
"""Bytes in which a page declares its encoding."""
SAMPLE = 200_000


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where its encoding is a guess; RefusedError where none fits."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace"), ()
    for name in ["utf-8", *_declared(content)]:
        try:
            return content.decode(name), ()
        except (LookupError, UnicodeDecodeError):
            continue
    return _guess(content)


def _declared(content: bytes) -> list[str]:
    found = DECLARED.search(content[:HEAD])
    return [found[1].decode("ascii")] if found else []


def _guess(content: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes  # here: few files need it

    best = from_bytes(content[:SAMPLE], cp_isolation=GUESSED).best()
    if best is None:
        raise RefusedError("is in an encoding that cannot be told: save it as UTF-8")
    note = f"read as {best.encoding}, which is a guess: check accents and Cyrillic letters"
    return content.decode(best.encoding, "replace"), (note,)
