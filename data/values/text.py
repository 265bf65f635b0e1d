"""Text of the record made comparable: one spelling for accents, scripts and case."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from anyascii import anyascii

LONGEST_SEARCH = 200
"""Characters of a search."""
INSIDE = re.compile(r"(?<=[a-zA-Z0-9])['`]+(?=[a-zA-Z0-9])")
"""Apostrophes and the like inside a word in ASCII: *Toʻlqin*, *d'Ivoire*, *объект*."""
TOKEN = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f'`ʻʼʹ‘’´]+[^\W_]*)*")
"""A word as it is written, with the signs inside it."""
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""Signs that are not seen and act on what stands around them: controls, overrides of direction, tags."""
UNFIT = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 has no way to hold, and what turns the direction of the text around it."""


RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic and the scripts between them."""
RIGHT, BACK = "\u202b", "\u202c"
"""Begins and ends text that runs from right to left, also where Latin letters are in it."""


def printable(text: str) -> str:
    """`text` on one line, as a document can hold it: what is unfit for one becomes U+FFFD."""
    return UNFIT.sub("\ufffd", " ".join(text.split()))


def printable_part(text: str) -> str:
    """The same for a part of a line: of the blanks at either end one stays."""
    plain = printable(text)
    if not plain:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{plain}{' ' * text[-1].isspace()}"


def find_right_to_left(text: str) -> tuple[str, str, str] | None:
    """What runs from right to left, between our quotation marks if it is in such; None where nothing does."""
    if not RIGHT_TO_LEFT.search(text):
        return None
    is_quoted = text[0] == "“" and text[-1] == "”"
    return ("“", text[1:-1], "”") if is_quoted else ("", text, "")


def embed_right_to_left(text: str) -> str:
    """`text` for files without elements for it: signs keep together what runs from right to left."""
    before, within, after = find_right_to_left(text) or (text, "", "")
    return f"{before}{RIGHT}{within}{BACK}{after}" if within else text


def fold(text: str) -> str:
    """`text` in lower-case ASCII, whatever its script: *Мирзиёев* and *Mirzieev* fold alike."""
    return " ".join(_to_ascii(text).lower().split())


def to_plain_letters(text: str) -> str:
    """`text` as somebody may type it without accents or signs inside words: `Türkiye` as `Turkiye`."""
    return " ".join(INSIDE.sub("", _to_ascii(text)).split())


def _to_ascii(text: str) -> str:
    return text if text.isascii() else anyascii(normalize("NFC", text))


def search_terms(words: str) -> list[str]:
    """The words to look for, folded as the search holds them, without signs inside words."""
    return _words(INSIDE.sub("", fold(words)))


def index_terms(folded: str) -> list[str]:
    """The words under which a folded text is found: without the signs inside words, and cut at them."""
    return [*_words(INSIDE.sub("", folded)), *(_words(folded) if INSIDE.search(folded) else ())]


def _words(folded: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded)


def find_words(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words of `text` stand that begin with one of the terms, in whatever script: first, end."""
    wanted = tuple(terms)
    return [
        token.span()
        for token in TOKEN.finditer(text)
        if wanted and any(word.startswith(wanted) for word in index_terms(fold(token[0])))
    ]


def has_term(text: str, term: str) -> bool:
    """Whether a search for the term finds the text."""
    return any(word.startswith(term) for word in index_terms(fold(text)))


def escape_acting(text: str) -> str:
    """`text` with each sign that acts written as U+XXXX."""
    return ACTING.sub(lambda found: f"U+{ord(found[0]):04X}", text)


def web_address(text: str) -> str:
    """`text` itself if it is an http(s) address without user part or blanks, else ValueError."""
    head, _, rest = text.partition("://")
    host = rest.split("/", 1)[0]
    if head not in ("http", "https") or not host or "@" in host or text.split() != [text]:
        raise ValueError("a link starts with http:// or https:// and holds no blanks or user name")
    return text
