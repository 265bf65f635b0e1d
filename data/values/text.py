"""Text of the record made comparable: one spelling for accents, scripts and case."""

import re

from anyascii import anyascii

UNFIT = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 has no way to hold, and what turns the direction of the text around it."""


def printable(text: str) -> str:
    """`text` on one line, as a document can hold it: what is unfit for one becomes U+FFFD."""
    return UNFIT.sub("\ufffd", " ".join(text.split()))


def fold(text: str) -> str:
    """`text` in lower-case ASCII, whatever its script: *Мирзиёев* and *Mirzieev* fold alike."""
    plain = text if text.isascii() else anyascii(text)
    return " ".join(plain.lower().split())


def search_terms(words: str) -> list[str]:
    """The words to look for, folded as the search holds them; punctuation separates."""
    return folded_terms(fold(words))


def folded_terms(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    return re.findall(r"[a-z0-9]+", folded)


def web_address(text: str) -> str:
    """`text` itself if it is an http(s) address without user part or blanks, else ValueError."""
    head, _, rest = text.partition("://")
    host = rest.split("/", 1)[0]
    if head not in ("http", "https") or not host or "@" in host or text.split() != [text]:
        raise ValueError("a link starts with http:// or https:// and holds no blanks or user name")
    return text
