"""Where sentences of a paragraph begin and end."""

import re
from functools import lru_cache

SHORT = re.compile(
    r"(?:^|[\s(“\"«])(?:Mr|Mrs|Ms|Dr|Prof|Col|Gen|Lt|Maj|Capt|Amb|St|No|Nos|vs|etc|H\.E|H|U\.S|U\.N|I\.R|D\.C|a\.i"
    r"|e\.g|i\.e|Art|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|г|гг|им|ул|тыс|млн|др|пр|т\.е|т\.д|[A-ZА-Я])\.$"
)
"""A full stop after these ends no sentence."""
END = re.compile(r"(?<=[.!?])[\"'”’»)]*\s+(?=[\"'“‘«(„–—-]*\s?[A-ZÀ-ŽА-ЯЁ0-9])")

LONGEST_SHORT = 20
"""Characters before a full stop in which such a word is looked for."""

Span = tuple[int, int]


@lru_cache(maxsize=64)
def split_sentences(paragraph: str) -> tuple[Span, ...]:
    """Start and end of each sentence."""
    found, start = [], 0
    for end in END.finditer(paragraph):
        if not SHORT.search(paragraph[max(start, end.start() - LONGEST_SHORT) : end.start()]):
            found.append((start, end.start()))
            start = end.end()
    return (*found, (start, len(paragraph)))


def find_sentence(paragraph: str, place: int) -> Span:
    """The sentence that holds a place."""
    return next(
        (span for span in split_sentences(paragraph) if span[0] <= place < span[1]), (0, len(paragraph))
    )
