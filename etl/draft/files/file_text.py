"""The text of a file, and the exception for a file that holds none that can be read."""

import re
from dataclasses import dataclass

from data.parsers.limits import MEGABYTE

LARGEST = 20 * MEGABYTE
"""Bytes of a file."""
LARGEST_UNPACKED = 50 * MEGABYTE
"""Bytes that a Word file may unpack to."""
MOST_CHARACTERS = 1_000_000
MOST_PAGES = 300
FEWEST_WORDS = 20
MEMORY = 1_500 * MEGABYTE
"""Bytes of address space of the process that reads a file and finds its candidates."""
SECONDS = 60
WORD = re.compile(r"\w\w+")


class RefusedError(Exception):
    """The file is not read; the message is the sentence that the curator sees."""


@dataclass(frozen=True, slots=True)
class FileText:
    """What was read, one paragraph a line; `notes` ask for a second look."""

    kind: str
    text: str
    title: str = ""
    published: str = ""
    notes: tuple[str, ...] = ()


def check_length(found: FileText, without_words: str = "") -> FileText:
    """The text itself; RefusedError where it holds too many characters or hardly any word."""
    if len(found.text) > MOST_CHARACTERS:
        raise RefusedError(
            f"holds {len(found.text):,} characters; at most {MOST_CHARACTERS:,} are read: save the part "
            f"you need"
        )
    words = len(WORD.findall(found.text))
    if words < FEWEST_WORDS:
        raise RefusedError(without_words or f"holds only {words} words: there is nothing to draft from")
    return found
