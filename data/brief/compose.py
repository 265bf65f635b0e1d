"""From a request to a document: parts in their order, pictures beside what they show, sources at the end."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import Engine

from data.brief import pictures
from data.brief.basket import Basket
from data.brief.context import Advance, Context
from data.brief.document import Document, Drawn, References, Remark, Section, sentences
from data.brief.evidence import Evidence
from data.brief.fitting import AT_LENGTH, MOST, find_longest, is_too_long, place_pictures
from data.brief.parts import coverage, events, figures, offices, recommendations, things
from data.brief.request import Length, Request
from data.citations import Cited, Passage, styles
from data.values.text import fold

FITTING: Mapping[Length, tuple[str, ...]] = {
    Length.ONE: (),
    Length.TWO: ("map",),
    Length.FIVE: ("lanes", "map"),
    Length.WHOLE: ("strip", "lanes", "map", "matrix", "network", "bars", "coverage"),
}
"""Pictures by length."""
BESIDE = {
    "figures": ("strip", "lanes"),
    "events": ("network",),
    "offices": ("map", "matrix"),
    "recommendations": ("bars",),
    "coverage": ("coverage",),
}
"""Part → pictures that stand at its end."""
OF_BASKET = {"lanes": "events", "map": "border_liaison_offices"}
"""Picture of a basket → the rows that it draws."""
Part = Callable[[Context], list[Section]]
PARTS: dict[str, Part] = {
    "figures": figures.section,
    "events": events.section,
    "offices": offices.section,
    "recommendations": recommendations.section,
    "coverage": coverage.section,
}


def compose(engine: Engine, request: Request, advance: Advance = lambda _: None) -> Document:
    """The brief as data. The same request of the same build gives the same document."""
    context = Context(engine, request, advance)
    if request.basket is not None:
        return _finish(context, _begin(context, _from_basket(context, request.basket)))
    drawn = _draw(context)
    context.given = {
        part: min(most, len(getattr(context, part)))
        for part, most in MOST[request.length].items()
        if part in request.parts
    }
    if request.length != Length.ONE:  # which tells none at length
        context.at_length = context.given.get("events")
    wanted = [part for part in request.parts if part in PARTS]
    parts = {part: _part(context, part, drawn) for part in context.follow_steps(wanted)}
    document = _begin(context, _arrange(context, parts, drawn))
    while _is_too_long(context, document) and (shorter := _shorten(context)):
        parts[shorter] = _part(context, shorter, drawn)
        document = _begin(context, _arrange(context, parts, drawn))
    return _finish(context, place_pictures(document))


def _shorten(context: Context) -> str:
    """The part that says less from now on: events in a line each first, then fewer rows; else none."""
    if context.at_length and context.at_length > AT_LENGTH:
        context.at_length -= 1
        return "events"
    if longest := find_longest(context.given, context.request.length):
        context.given[longest] -= 1
    return longest


def _draw(context: Context) -> dict[str, Drawn]:
    """Its pictures by name, those that have something to show."""
    request = context.request
    names = FITTING[request.length] if request.pictures is None else request.pictures
    if context.is_basket:
        names = tuple(name for name in names if context.list_chosen(OF_BASKET.get(name, "")))
    return {name: drawn for name in names if (drawn := pictures.draw(name, context))}


def _is_too_long(context: Context, document: Document) -> bool:
    """Whether it takes more pages than asked for, with short names and sources."""
    whole = replace(document, sections=(*document.sections, *_short_names(context, document)))
    return is_too_long(whole, context.request.length, lists_sources=_lists_sources(context))


def _begin(context: Context, sections: list[Section]) -> Document:
    """The document as far as it can be read; short names and sources are not in it yet."""
    request = context.request
    note = [Section("", (Remark(request.note),))] if request.note else []
    return Document(
        title=_title(context),
        question=context.words if request.title and request.basket is None else "",
        record=context.record_words,
        day=context.release.day.isoformat() if context.release.day else "",
        language=request.language,
        sections=(*note, *sections),
    )


def _finish(context: Context, document: Document) -> Document:
    more = _short_names(context, document)
    if _lists_sources(context):
        more += _sources(context, document)
    return replace(document, sections=(*document.sections, *more))


def cite_sources(engine: Engine, request: Request) -> list[Cited]:
    """The sources of all that matches, whatever the length of the brief."""
    parts = tuple(part for part in request.parts if part != "sources")
    whole = replace(request, length=Length.WHOLE, pictures=(), parts=parts)
    return cited_sources(Evidence(engine), compose(engine, whole))


def _lists_sources(context: Context) -> bool:
    return "sources" in context.request.parts and context.is_full


def _short_names(context: Context, document: Document) -> list[Section]:
    """What the short names of organisations in the text stand for."""
    text = " ".join(f"{sentence.lead} {sentence.text}" for sentence in sentences(document))
    named = {short: full for short, full in context.short_names.items() if short in text}
    listed = "; ".join(f"{short}: {named[short]}" for short in sorted(named, key=fold))
    return [Section(context.label("short_names"), (References((f"{listed}.",)),))] if named else []


def _title(context: Context) -> str:
    basket = context.request.basket
    given = context.request.title or (basket.title if basket else "")
    return (
        given
        or f"{context.label('brief')}: {context.words if basket is None else context.label('selection')}"
    )


def _arrange(
    context: Context, parts: Mapping[str, list[Section]], drawn: Mapping[str, Drawn]
) -> list[Section]:
    """The parts in the order asked for; pictures without a part of their own last."""
    taken = {name for part in parts for name in BESIDE[part]}
    rest = tuple(each for name, each in drawn.items() if name not in taken)
    found = [section for own in parts.values() for section in own]
    return [*found, *([Section(context.label("pictures"), rest)] if rest else [])]


def _part(context: Context, part: str, drawn: Mapping[str, Drawn]) -> list[Section]:
    """A part with its pictures."""
    own = tuple(each for name, each in drawn.items() if name in BESIDE[part])
    return _beside(PARTS[part](context), own)


def _beside(sections: list[Section], drawn: tuple[Drawn, ...]) -> list[Section]:
    """Pictures at the end of a part."""
    if not sections or not drawn:
        return sections
    *rest, last = sections
    return [*rest, replace(last, blocks=(*last.blocks, *drawn))]


def _from_basket(context: Context, basket: Basket) -> list[Section]:
    """The rows chosen, pictures of them alone, what was not found."""
    found = things.section(context, basket)
    drawn = tuple(_draw(context).values())
    found += [Section(context.label("pictures"), drawn)] if drawn else []
    return found + (coverage.section(context) if "coverage" in context.request.parts else [])


def _sources(context: Context, document: Document) -> list[Section]:
    """All sources cited, as entries of the style, by publisher."""
    texts = styles.format_sources(cited_sources(context.evidence, document), context.request.style)
    entries = tuple(sorted(texts, key=lambda text: (fold(text), text)))
    return [Section(context.label("sources"), (References(entries),))] if entries else []


def cited_sources(evidence: Evidence, document: Document) -> list[Cited]:
    """The sources of a brief with the passages quoted of each, in the order of its footnotes."""
    passages: dict[str, dict[Passage, None]] = {}
    for sentence in sentences(document):
        for each in sentence.citations:
            if each.source_id:
                own = passages.setdefault(each.source_id, {})
                own |= {Passage(each.words, each.paragraph): None} if each.words else {}
    rows = evidence.sources(list(passages))
    return [Cited(row, tuple(passages[row["id"]])) for row in rows]
