"""Anchors: at most eight words around a candidate that stand in the document exactly once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from data import documents
from data.documents import Document
from data.drafts.candidate import Candidate
from etl.validate.claims import LONGEST_ANCHOR

WORD = re.compile(r"\S+")
TOKEN = re.compile(r"\w+")
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
    for size in range(last - first + 1, LONGEST_ANCHOR + 1):
        for left in range(min(first, total - size), last - size, -1):
            if left >= 0:
                yield left, left + size - 1
    if last - first >= LONGEST_ANCHOR:
        yield from ((left, left + LONGEST_ANCHOR - 1) for left in range(first, last - LONGEST_ANCHOR + 2))


def _is_unique(document: Document, words: str) -> bool:
    """Whether the words stand once, as `verify-anchors` proves it: looked for where their rarest word is."""
    places = _places_by_word(document.plain)
    parts = TOKEN.findall(documents.normalise(words))
    rarest = min((places.get(part, ()) for part in parts), key=len, default=())
    lines = tuple(document.plain[number] for number in rarest)
    return len(documents.find_places(Document(lines, lines), words, None, None)) == 1


@lru_cache(maxsize=2)
def _places_by_word(paragraphs: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """By word the paragraphs, from 0, that hold it."""
    found: dict[str, list[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        for word in set(TOKEN.findall(paragraph)):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def add_anchors(candidates: Iterable[Candidate], document: Document) -> tuple[list[Candidate], int]:
    """The candidates with their anchors, and how many have none and therefore do not exist."""
    kept, dropped = [], 0
    for candidate in candidates:
        anchor = find_anchor(document, candidate.paragraph, candidate.start, candidate.end)
        if anchor:
            kept.append(replace(candidate, anchor=anchor))
        else:
            dropped += 1
    return kept, dropped
