"""Names in Cyrillic, in Latin letters after BGN/PCGN, in the plain form that pages of the UN print."""

import re

from anyascii import anyascii

RULES = (
    (r"(?<=[жчшщ])ё", "e"),  # Горбачёв: Gorbachev
    (r"ё", "yo"),
    (r"(?<![бвгғджҗзкқлмнңпрстфхҳһцчҷшщ])е", "ye"),  # first, after vowels, ь and ъ: Yevgeny, Sysoyev
    (r"дж", "j"),  # Джумахон: Jumakhon
    (r"[иы]й\b", "y"),  # Евгений: Yevgeny
    (r"(?<=[ае])й\b", "i"),  # Андрей: Andrei
    (r"[ьъ]", ""),
)
"""What is other than letter by letter."""
CYRILLIC = re.compile("[\u0400-\u052f]")
WORD = re.compile(r"[\w'’]*[\u0400-\u052f][\w'’]*")
REASON = "The name is printed in Cyrillic; its Latin letters follow BGN/PCGN."


def romanise(name: str) -> str:
    """The name with its words in Cyrillic in Latin letters."""
    return WORD.sub(lambda word: _romanise_word(word[0]), name)


def _romanise_word(word: str) -> str:
    plain = word.lower()
    for pattern, letters in RULES:
        plain = re.sub(pattern, letters, plain)
    plain = anyascii(plain)
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain
