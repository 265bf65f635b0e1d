"""Press contacts are never read: their paragraphs are emptied, so that numbers of paragraphs stay."""

import re

CALL = re.compile(
    r"(?:for (?:further|more|additional) (?:information|details|queries)|(?:press|media) (?:contact"
    r"|inquiries|officer)"
    r"|contact person|for media|дополнительн\w+ информаци\w+|контактн\w+ лиц\w+|контакты для)",
    re.IGNORECASE,
)
DETAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]+\.\w"
    r"|\b(?:tel|phone|mobile|e-?mail|fax|тел|факс|эл\. "
    r"почта)\b\s*[.:]"
    r"|\+\d{2,3}[ \d()-]{7,}",
    re.IGNORECASE,
)
AFTER_A_CALL = 6
"""So many short paragraphs after the call belong to it: name, office, number, address."""
SHORT, LONG = 20, 45
"""Words of a paragraph of contacts alone, and of one that holds a sentence beside them."""


def remove_contacts(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs, those of contacts empty."""
    kept, left = [], 0
    for paragraph in paragraphs:
        words = len(paragraph.split())
        called = CALL.search(paragraph) is not None and words < LONG
        left = AFTER_A_CALL if called else max(0, left - 1)
        is_contact = called or (left and words < SHORT) or (DETAIL.search(paragraph) and words < LONG)
        kept.append("" if is_contact else paragraph)
    return tuple(kept)
