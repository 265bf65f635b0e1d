"""Anchors: at most eight words around a candidate that stand in the document exactly once."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from data import documents
from data.documents import Document

MOST_WORDS = 8
WORD = re.compile(r"\S+")
EDGES = " ,;:.()\"'“”«»–—-"


def find_anchor(document: Document, paragraph: int, start: int, end: int) -> str:
    """The shortest anchor that holds the span, or words of a long one; nothing where there is none."""
    text = document.printed[paragraph - 1]
    words = [match.span() for match in WORD.finditer(text)]
    held = [number for number, (first, last) in enumerate(words) if last > start and first < end]
    for left, right in _windows(held[0], held[-1], len(words)) if held else ():
        found = text[words[left][0] : words[right][1]].strip(EDGES)
        if found and _is_unique(document, found):
            return found
    return ""


def _windows(first: int, last: int, total: int) -> Iterator[tuple[int, int]]:
    """Runs of words that hold the span, the shortest first; of a long span runs that begin in it."""
    for size in range(last - first + 1, MOST_WORDS + 1):
        for left in range(min(first, total - size), last - size, -1):
            if left >= 0:
                yield left, left + size - 1
    if last - first >= MOST_WORDS:
        yield from ((left, left + MOST_WORDS - 1) for left in range(first, last - MOST_WORDS + 2))


def _is_unique(document: Document, words: str) -> bool:
    """Whether the words stand once: looked for in the whole text, then proven as `verify-anchors` does."""
    normalised, text = documents.normalise(words), _joined(document.plain)
    first = text.find(normalised)
    if first < 0 or text.find(normalised, first + 1) >= 0:
        whole = re.compile(rf"(?<!\w){re.escape(normalised)}(?!\w)")
        if len(list(islice(whole.finditer(text), 2))) != 1:
            return False
    return len(documents.find_places(document, words, None, None)) == 1


@lru_cache(maxsize=2)
def _joined(paragraphs: tuple[str, ...]) -> str:
    return "\n".join(paragraphs)
