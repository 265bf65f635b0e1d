"""An index of spellings: where each stands in a text, the longest first, and the rows that it may mean."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from etl.draft.gazetteer.tokens import CYRILLIC, Token, split_tokens

GAP = re.compile(r"[\s\-–/’'.&“”\"«»]{0,3}$")
COMMA_GAP = re.compile(r"[\s\-–/’'.&“”\"«»,()]{0,3}$")


class Match(NamedTuple):
    start: int
    end: int
    printed: str
    spelling: str
    ids: tuple[str, ...]


class _Entry(NamedTuple):
    keys: tuple[str, ...]
    spelling: str
    has_comma: bool
    ids: set[str]


class Spellings:
    """Spellings of rows. An acronym counts in capitals only; any other name begins with a capital letter."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        known: dict[tuple[str, ...], _Entry] = {}
        for spelling, identity in entries:
            keys = tuple(token.key for token in split_tokens(spelling))
            if keys in known:
                known[keys].ids.add(identity)
            elif keys:
                entry = _Entry(keys, spelling, bool(re.search("[,(]", spelling)), {identity})
                known[keys] = entry
                self._entries.setdefault(keys[0], []).append(entry)
        for listed in self._entries.values():
            listed.sort(key=lambda entry: -len(entry.keys))
        self._known = known

    def ids(self, name: str) -> tuple[str, ...]:
        """The rows that this spelling may mean."""
        entry = self._known.get(tuple(token.key for token in split_tokens(name)))
        return tuple(sorted(entry.ids)) if entry else ()

    def find(self, text: str) -> list[Match]:
        """All spellings in a text, from left to right; of those that overlap the longest."""
        words, found, place = split_tokens(text), [], 0
        while place < len(words):
            entry = self._longest(text, words, place)
            if entry is None:
                place += 1
                continue
            first, last = words[place], words[place + len(entry.keys) - 1]
            stop = last.end + (entry.spelling.endswith(".") and text.startswith(".", last.end))
            printed = text[first.start : stop]
            found.append(Match(first.start, stop, printed, entry.spelling, tuple(sorted(entry.ids))))
            place += len(entry.keys)
        return found

    def _longest(self, text: str, words: tuple[Token, ...], place: int) -> _Entry | None:
        for entry in self._entries.get(words[place].key, ()):
            run = words[place : place + len(entry.keys)]
            if tuple(word.key for word in run) == entry.keys and _is_name(text, run, entry):
                return entry
        return None


def _is_name(text: str, run: tuple[Token, ...], entry: _Entry) -> bool:
    """Whether the words stand close together, and in capitals where the spelling does."""
    gap = COMMA_GAP if entry.has_comma else GAP
    if not all(gap.match(text[left.end : right.start]) for left, right in pairwise(run)):
        return False
    printed = text[run[0].start : run[-1].end]
    if is_acronym(entry.spelling):
        return printed.isupper()
    if CYRILLIC.search(entry.spelling):
        return len(run) > 1 or printed[0].isupper()
    return printed[0].isupper()


def is_acronym(spelling: str) -> bool:
    """*OSCE*, *US*, *УНП ООН*: capitals alone, or too short to be told from a word."""
    return spelling.isupper() or (len(spelling) <= 2 and spelling.isascii())
