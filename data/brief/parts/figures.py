"""The paragraph of figures at the head of a brief: how many events, of what kind, who, in dispute."""

from collections import Counter
from collections.abc import Iterator

from data.brief.context import Context
from data.brief.document import Paragraph, Section, Sentence
from data.schema.vocabulary import EventKind, label


def section(context: Context) -> list[Section]:
    """One paragraph."""
    return [Section(context.label("figures"), (Paragraph(tuple(_sentences(context))),))]


def _sentences(context: Context) -> Iterator[Sentence]:
    filters = context.request.filters
    counts = context.event_counts
    number, sure, maybe = (counts[name] for name in ("events", "certainly", "possibly"))
    if not filters.has_dates or not number:
        yield context.count("events_all", number)
    elif not sure:
        yield context.count("events_only_possible", maybe)
    else:
        yield context.count("events_certain", sure)
        if maybe:
            yield context.count("events_possible", maybe)
    if not number:
        return
    rows, figures = context.events, context.figures
    kinds = Counter(row["kind"] for row in rows)
    named = [_kind(context, kind, kinds[kind], number) for kind in EventKind if kinds[kind]]
    yield context.count("kinds", number, kinds=context.request.language.join(named))
    yield context.count(
        "who",
        number,
        organisations=context.say("n_organisations", figures["organisations"]),
        speakers=context.say("n_speakers", figures["speakers"]),
        documents=context.say("n_documents", figures["sources"]),
    )
    if disputed := sum(bool(row["is_disputed"]) for row in rows):
        yield context.count("disputed", disputed, of=number)


def _kind(context: Context, kind: EventKind, number: int, every: int) -> str:
    """`conferences (3)`; of a single event `conferences`."""
    words = label(kind).lower()
    return words if every == 1 else context.say("n_of_kind", kind=words, number=f"{number:,}")
