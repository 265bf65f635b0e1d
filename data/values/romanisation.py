"""Names in Cyrillic, in Latin letters after BGN/PCGN, in the plain form that pages of the UN print."""

import re

from anyascii import anyascii

RULES = (
    (r"(?<=[жчшщ])ё", "e"),  # Горбачёв: Gorbachev
    (r"ё", "yo"),
    (
        r"(?<![бвгджзклмнпрстфхцчшщ])е",
        "ye",
    ),  # at the beginning of a word, after vowels and ь: Yevgeny, Sysoyev
    (r"дж", "j"),  # Джумахон: Jumakhon
    (r"[иы]й\b", "y"),  # Евгений: Yevgeny
    (r"(?<=[ае])й\b", "i"),  # Андрей: Andrei
    (r"[ьъ]", ""),
)
"""What is other than letter by letter."""
CYRILLIC = re.compile("[\u0400-\u052f]")
REASON = "The name is printed in Cyrillic; its Latin letters follow BGN/PCGN."


def romanise(name: str) -> str:
    """The name in Latin letters; itself where it is not in Cyrillic."""
    if not CYRILLIC.search(name):
        return name
    words = (_romanise_word(word) for word in re.split(r"(?<=[ -])", name))
    return "".join(words)


def _romanise_word(word: str) -> str:
    plain = word.lower()
    for pattern, letters in RULES:
        plain = re.sub(pattern, letters, plain)
    plain = anyascii(plain)
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain
