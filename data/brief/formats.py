"""The formats of a brief, and from a request to the bytes of a file."""

import hashlib
import re
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Engine

from data.brief.compose import cite_sources, compose
from data.brief.document import Document
from data.brief.request import Request, public_address
from data.brief.writers import docx, html, markdown
from data.citations import FORMATS as CITATIONS
from data.citations import write as write_citations
from data.values.text import fold

VERSION = 5
"""Of the writers: raised when the same brief comes out in other bytes."""


class Writer(NamedTuple):
    """A format of briefs by its name in menus; `extension` and `mime` of its files."""

    label: str
    extension: str
    mime: str
    write: Callable[[Document], bytes]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {
    "docx": Writer("Word", "docx", WORD, docx.write),
    "html": Writer("Web page", "html", "text/html", html.write),
    "md": Writer("Markdown", "md", "text/markdown", markdown.write),
}
FORMS = (*WRITERS, *CITATIONS)
"""A brief, or the sources that it cites."""


def make_brief(engine: Engine, request: Request, form: str) -> bytes:
    """The brief in one of FORMS; the same request of the same build gives the same bytes.

    Citations are those of all that matches, whatever the length.
    """
    if form in WRITERS:
        return WRITERS[form].write(compose(engine, request))
    return write_citations(cite_sources(engine, request), form)


def name_brief(request: Request, form: str, build: str) -> str:
    """`chegara_brief_<title or filters>_<digest>.<extension>`; other requests have another name."""
    known = WRITERS.get(form) or CITATIONS[form]
    digest = hashlib.sha256(repr((VERSION, form, build, public_address(), request)).encode()).hexdigest()[:12]
    basket = request.basket
    title = re.sub(r"[^a-z0-9]+", "-", fold(request.title or (basket.title if basket else "")))
    named = title.strip("-")[:40].strip("-") or ("selection" if basket else request.filters.slug())
    return f"chegara_brief_{named}_{digest}.{known.extension}"
