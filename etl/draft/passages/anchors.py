"""Anchors: at most eight words around a candidate that stand in the document exactly once."""

import re
from typing import NamedTuple

from data import documents
from data.documents import Document

MOST_WORDS = 8
MOST_BESIDE = 6
"""Words that a prefix or a suffix may have."""
WORD = re.compile(r"\S+")
EDGES = " ,;:.()\"'“”«»–—-"


class Anchor(NamedTuple):
    words: str
    prefix: str = ""
    suffix: str = ""


def find_anchor(document: Document, paragraph: int, start: int, end: int) -> Anchor | None:
    """The shortest anchor that holds the span, or begins it where it is long; None where there is none.

    Words before or after tell it from others alike where eight words do not.
    """
    text = document.printed[paragraph - 1]
    words = [match.span() for match in WORD.finditer(text)]
    held = [number for number, (first, last) in enumerate(words) if last > start and first < end]
    if not held:
        return None
    first, last = held[0], min(held[-1], held[0] + MOST_WORDS - 1)
    for left, right in _windows(first, last, len(words)):
        found = text[words[left][0] : words[right][1]].strip(EDGES)
        if found and _is_unique(document, Anchor(found), paragraph):
            return Anchor(found)
    return _with_words_beside(document, paragraph, words, (first, last))


def _windows(first: int, last: int, total: int) -> list[tuple[int, int]]:
    """The words of the span, then one more at the right, one more at the left, in turn, up to eight."""
    found = [(first, last)]
    while last - first + 1 < min(MOST_WORDS, total):
        grows_right = (len(found) % 2 == 1 and last + 1 < total) or first == 0
        first, last = (first, last + 1) if grows_right else (first - 1, last)
        found.append((first, last))
    return found


def _with_words_beside(
    document: Document, paragraph: int, words: list[tuple[int, int]], held: tuple[int, int]
) -> Anchor | None:
    text, (first, last) = document.printed[paragraph - 1], held
    inner = text[words[first][0] : words[last][1]].strip(EDGES)
    start = text.index(inner, words[first][0]) if inner else 0
    for size in range(1, MOST_BESIDE + 1):
        prefix = " ".join(text[:start].split()[-size:])
        suffix = " ".join(text[start + len(inner) :].split()[:size])
        for anchor in (Anchor(inner, prefix), Anchor(inner, "", suffix), Anchor(inner, prefix, suffix)):
            if inner and _is_unique(document, anchor, paragraph):
                return anchor
    return None


def _is_unique(document: Document, anchor: Anchor, paragraph: int) -> bool:
    words = documents.normalise(anchor.words)
    if sum(plain.count(words) for plain in document.plain) == 1:  # as fast as can be, for most
        return len(documents.find_places(document, *anchor)) == 1
    found = documents.find_places(document, anchor.words, anchor.prefix or None, anchor.suffix or None)
    return [place.paragraph for place in found] == [paragraph]
