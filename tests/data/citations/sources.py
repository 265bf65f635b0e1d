"""Invented sources that try to be more than text."""

from typing import Any

from data.citations import Cited, Passage

HOSTILE = 'A {title} with 100% & <b>_x_</b> \\end{document}\nTY  - BAD\n@misc{x, "'
PAGE: dict[str, Any] = {
    "id": "alpha-page",
    "publisher": "World Customs Organization, Secretariat",
    "originator": "alpha",
    "title": HOSTILE,
    "about": "Reports.",
    "kind": "web_page",
    "language": "en",
    "published_on": "2022-03-04",
    "url": "https://alpha.example/a_b?q={1}",
    "read_on": "2026-11-23",
}
NOTE = PAGE | {
    "id": "beta-note",
    "publisher": "UNODC",
    "title": None,
    "about": "What it reports.",
    "kind": "document",
    "published_on": None,
    "url": None,
    "read_on": None,
}
CITED = [Cited(PAGE, (Passage("fight against terror", 3), Passage("and {more"))), Cited(NOTE)]
