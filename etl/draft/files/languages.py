"""The language of a text, as far as the desk needs it: English, Russian, or another."""

import re

OTHER = ""
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = {
    "en": frozenset(["the", "of", "and", "in", "to", "for", "on", "was", "with", "by", "at", "from", "that"]),
    "ru": frozenset(
        ["и", "в", "на", "по", "с", "для", "не", "что", "из", "к", "о", "от", "при", "во", "под"]
    ),
}
LEAST_SHARE = {"en": 0.14, "ru": 0.07}
"""Of all words; Tajik, Uzbek, Kazakh or French texts hold far fewer of them."""
NOT_RUSSIAN = re.compile(r"[ӣӯҳқғҷәөүұһіўїєңөҮ]", re.IGNORECASE)
FEW = 0.004
"""Letters that Russian does not have, of all letters: a name or two."""
NOTE = "is neither English nor Russian, it seems: candidates are found in these two languages only"


def detect_language(text: str) -> str:
    """`en`, `ru`, or nothing for any other language."""
    words = [word.lower() for word in WORD.findall(text)]
    letters = sum(map(len, words)) or 1
    shares = {
        name: sum(word in small for word in words) / max(len(words), 1) for name, small in SMALL_WORDS.items()
    }
    if len(NOT_RUSSIAN.findall(text)) / letters > FEW:
        shares["ru"] = 0.0
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= LEAST_SHARE[best] else OTHER
