"""The text of a footnote: words, paragraph, publisher, title, date, address at the words, day read."""

from collections.abc import Iterator
from typing import NamedTuple

from data.brief.document import Citation
from data.brief.language import Language
from data.claims.citations import quoted


class Span(NamedTuple):
    """Text, and the address that it leads to, if any."""

    text: str
    address: str = ""


def note_spans(citations: tuple[Citation, ...], language: Language) -> list[Span]:
    """What a footnote says, each citation after the other."""
    found: list[Span] = []
    for place, citation in enumerate(citations):
        found += [Span(" ")] if place else []
        found += _source(citation, language) if citation.source_id else _record(citation)
    return found


def _source(citation: Citation, language: Language) -> Iterator[Span]:
    head = ""
    if citation.words:
        context = f"{language.label('context')} " if citation.is_context else ""
        head = f"{context[:1].upper()}{context[1:]}{quoted(citation.words)}"
        if citation.paragraph is not None:
            head += f" ({language.label('paragraph').format(n=citation.paragraph)})"
        head += ", "
    title = citation.title if citation.title.startswith("[") else quoted(citation.title)
    day = language.day(citation.published_on) or language.label("no_date")
    parts = [citation.publisher, title, day]
    read = language.label("read").format(day=language.day(citation.read_on)) if citation.read_on else ""
    if not citation.url:
        yield Span(f"{head}{', '.join([*parts, *filter(None, (read,))])}.")
        return
    yield Span(f"{head}{', '.join(parts)}, ")
    yield Span(citation.url, citation.address)
    yield Span(f" ({read})." if read else " .")


def _record(citation: Citation) -> Iterator[Span]:
    """What was counted in the record, and in which release."""
    yield Span(f"{citation.publisher} {citation.title}")
    if citation.url:
        yield Span(" ")
        yield Span(citation.url, citation.address)
