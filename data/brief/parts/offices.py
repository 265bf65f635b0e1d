"""Border Liaison Offices in a brief: the newest count, the last by border, those that are named."""

from collections.abc import Iterator
from itertools import groupby

from data.brief.context import Context
from data.brief.document import Citation, Paragraph, Section, Sentence
from data.brief.request import Length
from data.claims import office_numbers
from data.claims.passages import Cite
from data.claims.totals import sum_bounds
from data.schema.vocabulary import DatePrecision, OfficeStatus, label
from data.values.number_words import format_count
from data.values.rows import Records, Row

TABLE = "border_liaison_offices"
COUNTS = "office_counts"
FIELDS = ("number", "border_id", "as_of")


def section(context: Context) -> list[Section]:
    """Totals, numbers by border with the names known there, what is listed besides."""
    rows, counts, borders = context.offices
    if not rows and not borders:
        return []
    is_of_thing = context.request.filters.subject is not None
    paragraphs = [() if is_of_thing else tuple(_totals(context, counts))]
    if context.request.length != Length.ONE:
        paragraphs.append((*_borders(context, borders), *_sum(context, counts, borders)))
    if context.is_full:
        paragraphs.append((*_named(context, borders, rows), *_rest(context, rows)))
    blocks = tuple(Paragraph(each) for each in paragraphs if each)
    return [Section(context.label("offices"), blocks)] if blocks else []


def _totals(context: Context, counts: Records) -> Iterator[Sentence]:
    """The newest total that a source states, and the one before it."""
    totals = [row for row in counts if row["is_total"] and office_numbers.counts_open(row)]
    if not totals:
        yield _uncounted(context)
        return
    keys = ("total", "total_before")
    if len(totals) > 1 and _is_same_number(*totals[-2:]):
        keys = ("total", "total_before_same")
    for key, row in zip(keys, reversed(totals), strict=False):
        gaps = {"publisher": row["source_publisher"], "day": context.request.language.day(row["as_of"])}
        cite = Cite(row["source_id"], COUNTS, row["id"], ("number", "as_of"))
        yield context.sentence(_say_number(context, key, row, **gaps), cite)


def _is_same_number(one: Row, other: Row) -> bool:
    return (one["number"], one["bound"]) == (other["number"], other["bound"])


def _uncounted(context: Context) -> Sentence:
    if until := context.request.filters.until:
        return context.count("no_counts_then", day=context.request.language.day(until.isoformat()))
    return context.count("no_counts")


def _say_number(context: Context, key: str, row: Row, part: str = "", **gaps: str) -> str:
    """The sentence of that name with the number as its source words it, in the form for that number."""
    return context.say(key, row[f"{part}number"], value=_number_words(context, row, part), **gaps)


def _number_words(context: Context, row: Row, part: str = "") -> str:
    words = str(format_count(row, part))
    return context.request.language.number(int(words)) if words.isdecimal() else words


def _sum(context: Context, counts: Records, borders: Records) -> Iterator[Sentence]:
    """What numbers by border add up to, where the newest total is not given by border."""
    rows = [row for row in borders if row["number"] is not None]
    newest = office_numbers.list_newest_totals(counts)
    by_border = office_numbers.find_total_by_border(counts)
    if (
        context.request.filters.countries
        or context.request.filters.subject
        or not rows
        or not newest
        or by_border in newest
    ):
        return
    sums = {"number": sum(row["number"] for row in rows), "bound": sum_bounds(row["bound"] for row in rows)}
    yield context.count("by_border", value=_number_words(context, sums))


def _borders(context: Context, borders: Records) -> Iterator[Sentence]:
    """How many were operational on each border, those of one day together; how many were to come."""
    counted = sorted((row for row in borders if row["number"] is not None), key=lambda row: row["as_of"])
    for _, group in groupby(counted, lambda row: row["as_of"]):
        yield _operational(context, sorted(group, key=lambda row: -row["number"]))
    yield from _to_come(context, borders)


def _operational(context: Context, rows: Records) -> Sentence:
    """The borders counted on one day in one sentence, those with the same number named together."""
    when, parts = context.request.language.when(rows[0]["as_of"]), list[str]()
    for value, group in groupby(rows, lambda row: _number_words(context, row)):
        own = list(group)
        many, names = len(own) > 1, [row["name"] for row in own]
        gaps = {"value": value, "borders" if many else "border": context.request.language.join(names)}
        if parts:
            parts.append(context.say("next_borders" if many else "next_border", **gaps))
        else:
            parts.append(context.say("borders" if many else "border", own[0]["number"], when=when, **gaps))
    cites = (Cite(row["source_id"], COUNTS, row["count_id"], FIELDS) for row in rows)
    text = parts[0] if len(parts) == 1 else context.say("last", rest=", ".join(parts[:-1]), last=parts[-1])
    return context.sentence(f"{text}.", *cites)


def _to_come(context: Context, borders: Records) -> Iterator[Sentence]:
    when = context.request.language.when
    unknown: dict[tuple[str, str], Records] = {}
    for row in borders:
        if row["more_number"] is not None:
            status = label(OfficeStatus(row["more_status"]))
            key = "coming" if row["number"] is None else "coming_besides"
            gaps = {"border": row["name"], "status": status, "when": when(row["more_as_of"])}
            yield context.sentence(_say_number(context, key, row, "more_", **gaps), _coming(row))
        elif row["more_status"]:
            unknown.setdefault((row["more_status"], row["more_as_of"]), []).append(row)
    for (status, day), rows in unknown.items():
        names = context.request.language.join([row["name"] for row in rows])
        gaps = {"borders": names, "status": label(OfficeStatus(status)), "when": when(day)}
        yield context.sentence(context.say("coming_unknown", len(rows), **gaps), *map(_coming, rows))


def _named(context: Context, borders: Records, offices: Records) -> Iterator[Sentence]:
    """The offices that are known by name, border by border, each with when it opened."""
    key = "named"
    for row in borders:
        own = [each for each in offices if each["border_id"] == row["id"] and _is_named(each)]
        if own:
            names = context.request.language.join([_office_words(context, each) for each in own])
            yield Sentence(
                context.say(key, len(own), border=row["name"], names=names), _citations(context, own)
            )
            key = "next_named"


def _coming(row: Row) -> Cite:
    return Cite(row["more_source_id"], COUNTS, row["more_count_id"], FIELDS)


def _rest(context: Context, rows: Records) -> Iterator[Sentence]:
    """Offices that are counted and have no published place, and places that may be offices."""
    is_candidate = OfficeStatus.CANDIDATE
    unnamed = [row for row in rows if not row["is_named"] and row["status"] != is_candidate]
    candidates = [row for row in rows if row["status"] == is_candidate]
    for name, own in (("unnamed", unnamed), ("candidates", candidates)):
        if own:
            yield context.count(name, len(own))


def office(context: Context, row: Row) -> Iterator[Sentence]:
    """One office of a basket."""
    gaps = {"name": row["name"], "border": row["border"], "status": label(OfficeStatus(row["status"]))}
    if row["status"] == OfficeStatus.CANDIDATE:
        text = context.say("office_candidate", **gaps)
    elif row["date_precision"] == DatePrecision.UNKNOWN:
        text = context.say("office", **gaps)
    else:
        is_open = row["status"] == OfficeStatus.OPERATIONAL
        key = "office_since" if is_open else "office_dated"
        text = context.say(key, day=_opening(context, row), **gaps)
    yield Sentence(text, _citations(context, [row]))


def _is_named(row: Row) -> bool:
    return bool(row["is_named"]) and row["status"] == OfficeStatus.OPERATIONAL


def _office_words(context: Context, row: Row) -> str:
    """Its name and when it opened; what a name has in brackets stays in the same."""
    if row["date_precision"] == DatePrecision.UNKNOWN:
        return str(row["name"])
    words = context.say("office_opened", name=row["name"], day=_opening(context, row))
    return words.replace(") (", "; ")


def _opening(context: Context, row: Row) -> str:
    return context.request.language.span(row)


def _citations(context: Context, rows: Records) -> tuple[Citation, ...]:
    """What the opening of each rests on, else that there is an office."""
    cites = [Cite(row["source_id"], TABLE, row["id"], _fields(row)) for row in rows]
    return tuple(dict.fromkeys(map(context.evidence.preferred, cites)))


def _fields(row: Row) -> tuple[str, ...]:
    is_dated = row["date_precision"] != DatePrecision.UNKNOWN
    return ("start_on", "end_on", "status", "name") if is_dated else ("status", "name")
