"""Words of a text made comparable: case, accents, English variants of spelling, Russian endings."""

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

WORD = re.compile(r"[^\W_]+(?:-(?:[Oo]perati|[Oo]rdinat)\w+)?(?:[’'ʼ](?=[a-zа-я]{2,})[^\W_]+)?")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
ENDING = re.compile(
    r"(?:иями|иях|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|ием|ах|ях|ам|ям|ов|ев|ей|ой|ый|ий|ые|ие|ых|их|ую|юю"
    r"|ая|яя|ое|ее|ым|им|ом|ем|ью|ия|ии|ию|ов|а|я|о|е|у|ю|ы|и|й|ь)$"
)
"""Endings of Russian nouns and adjectives, the longest first."""
SURNAME_ENDS = ("ов", "ев")
SHORTEST_STEM = 2
VARIANTS = {
    **{"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"},
    **{"organisation": "organization", "organisations": "organizations", "defence": "defense"},
    **{"organised": "organized", "labour": "labor", "tranbsnational": "transnational"},
}


class Token(NamedTuple):
    key: str
    start: int
    end: int


@lru_cache(maxsize=64)
def split_tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, each with what it is compared by; a paragraph is searched for names many times."""
    return tuple(Token(token_key(match[0]), *match.span()) for match in WORD.finditer(text))


def keys(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in split_tokens(text))


@lru_cache(maxsize=20_000)
def token_key(word: str) -> str:
    """What spellings of one word have in common; Russian words lose their endings."""
    small = word.lower()
    if CYRILLIC.search(small):
        return stem(small.replace("ё", "е"))
    plain = anyascii(small).replace("-", "").replace("'", "")
    return VARIANTS.get(plain, plain)


def stem(word: str) -> str:
    """A Russian word in small letters without its ending."""
    found = ENDING.sub("", word)
    if not word.endswith(SURNAME_ENDS):  # Садыкбаевым as Садыкбаев
        found = found.removesuffix(SURNAME_ENDS[0]).removesuffix(SURNAME_ENDS[1])
    return found if len(found) >= SHORTEST_STEM else word
