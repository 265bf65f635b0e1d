"""Events in a brief: which are given, and each in sentences made from its fields."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from data.brief.context import Context
from data.brief.document import Block, Paragraph, Section, Sentence
from data.brief.request import Length
from data.claims.passages import Cite
from data.claims.values import PARTICIPANTS, Number, parse_value
from data.claims.wording import describe_value
from data.filters import CERTAINLY, POSSIBLY
from data.queries.events import card as event_queries
from data.schema.dictionary import column_words
from data.schema.keys import part_key
from data.schema.vocabulary import EventKind, SpeakerMode, label
from data.values.rows import Records, Row

ROLES = {
    "organiser": "organisers",
    "host": "hosts",
    "partner": "partners",
    "donor": "donors",
    "participant": "participants",
    "invited": "invited",
}
"""Role → its sentence, in the order of a brief."""
SHORT = ("organiser",)
"""Roles told where there is little room."""
SPOKE = ("speaker", "chair", "signatory")
NAMED, COUNTRIES_NAMED = 6, 3
"""Names in one sentence at most; places that are named each with its country."""


def section(context: Context) -> list[Section]:
    """The events that match, oldest first, under a heading a year or theme."""
    every = context.events
    given = choose(every, context.given.get("events", len(every)))
    if not given:
        return []
    learn(context, given)
    long = {row["id"] for row in choose(given, context.at_length)}
    given = [row | {"is_short": row["id"] not in long} for row in given]
    said = []
    if len(given) < len(every):
        key = "chosen_in_range" if context.request.filters.has_dates else "chosen"
        said.append(context.count(key, len(given), of=len(every)))
    if len(long) < len(given):
        said.append(context.count("at_length", len(long)))
    opening: list[Block] = [Paragraph(tuple(said))] if said else []
    if not context.is_full:  # too few for headings
        opening += _tell(context, given)
        return [Section(context.label("events"), tuple(opening))]
    found = [Section(context.label("events"), tuple(opening))]
    find = _theme if context.request.by == "theme" else _year
    ranked = sorted(given, key=lambda row: (not find(row), find(row)))
    for heading, rows in groupby(ranked, find):
        blocks = tuple(_tell(context, list(rows)))
        found.append(Section(heading or context.label("undated"), blocks, 2))
    return found


def _tell(context: Context, rows: Records) -> list[Paragraph]:
    return context.tell("events", rows, lambda row: sentences(context, row))


def choose(every: Records, most: int | None) -> Records:
    """The events that are given: certain ones first, those that most documents report, the newest."""
    ranked = sorted(
        every,
        key=lambda row: (
            row.get("date_match", CERTAINLY) == CERTAINLY,
            row["originator_count"],
            row["source_count"],
            str(row["latest"] or row["earliest"] or ""),
            row["id"],
        ),
        reverse=True,
    )
    kept = {row["id"] for row in ranked[:most]}
    return [row for row in every if row["id"] in kept]


def learn(context: Context, rows: Iterable[Row]) -> None:
    """Read the claims on all these events at once."""
    context.evidence.learn("events", [row["id"] for row in rows])


def sentences(context: Context, row: Row) -> Iterator[Sentence]:
    """The event: what it was, who did what, rival values, what is inferred; a short one leaves parts out."""
    is_short = row.get("is_short", False) or context.request.length == Length.ONE
    principal = Cite(row["source_id"], "events", row["id"], ("title",))
    dates = principal._replace(fields=("start_on", "end_on", "date_as_stated"))
    inferred = {"date": dates, "place": principal._replace(fields=("place_as_stated",))}
    lead, places = _lead(context, row)
    own = map(context.evidence.preferred, (principal, dates))
    cited = dict.fromkeys((*own, *context.evidence.citations(*places)))
    yield Sentence(context.say("title", title=row["title"].rstrip(".")), tuple(cited), lead)
    if row.get("date_match") == POSSIBLY:
        yield context.sentence(context.say("possible"), dates)
    if not is_short:
        yield from _roles(context, row)
        yield from _speakers(context, row["id"]) if context.is_full else ()
    yield from _numbers(context, row, is_short)
    yield from _rivals(context, row)
    for what, cite in inferred.items():
        if row[f"is_{what}_inferred"] and (reason := row[f"{what}_reason"]):
            yield context.sentence(context.say(f"inferred_{what}", reason=reason), cite)


def _lead(context: Context, row: Row) -> tuple[str, list[Cite]]:
    """When and where, and what the places rest on."""
    words = context.request.language.span(row)
    when = words[:1].upper() + words[1:]
    places = context.read(event_queries.list_places(row["id"]))
    if not places and not row["place_as_stated"]:
        return context.say("lead_no_place", when=when), []
    if not places:
        stated = Cite(row["source_id"], "events", row["id"], ("place_as_stated",))
        return context.say("lead", when=when, place=row["place_as_stated"]), [stated]
    cites = [
        Cite(
            place["source_id"],
            "event_places",
            part_key("event_places", row["id"], place),
            ("place_id",),
            row["id"],
        )
        for place in places
    ]
    return context.say("lead", when=when, place=_place_words(context, places)), cites


def _place_words(context: Context, places: Records) -> str:
    """`Tashkent, Uzbekistan`; several each with its country, more than three without."""
    if len(places) == 1:
        [place] = places
        return ", ".join(dict.fromkeys(filter(None, (place["name"], place["country"]))))
    named = [
        context.say("place_in", place=place["name"], country=place["country"])
        if place["country"] not in (None, place["name"]) and len(places) <= COUNTRIES_NAMED
        else place["name"]
        for place in places
    ]
    return context.request.language.join(named)


def _roles(context: Context, row: Row) -> Iterator[Sentence]:
    """A sentence a role; who organised it is not named again for another part."""
    event = row["id"]
    rows = context.read(event_queries.list_organisations(event))
    context.mention(rows)
    told: set[str] = set()
    for role, sentence in ROLES.items():
        own = [row for row in rows if row["role"] == role and row["id"] not in told]
        told |= {row["id"] for row in own}
        if own and (context.is_full or role in SHORT):
            key = _verb(row) if role == "organiser" else sentence
            yield _named(context, key, own, "event_organisations", event, ("role", "as_stated"))


def _verb(row: Row) -> str:
    """The sentence on organisers that fits the kind of event."""
    if row["kind"] == EventKind.OPERATION:
        return "organisers_operation"
    return "organisers_publication" if row["form"].startswith("publication") else "organisers"


def _speakers(context: Context, event: str) -> Iterator[Sentence]:
    rows = context.read(event_queries.list_speakers(event))
    if own := [row | {"name": _person(row)} for row in rows if row["role"] in SPOKE]:
        yield _named(context, "speakers", own, "speakers", event, ("role", "office", "mode"))


def _person(row: Row) -> str:
    """`Name (office, organisation, by video message)`."""
    mode = SpeakerMode(row["mode"])
    how = "" if mode in (SpeakerMode.NOT_STATED, SpeakerMode.IN_PERSON) else label(mode)
    office, body = row["office"] or "", row["organisation"] or ""
    about = ", ".join(part for part in (office, body if body not in office else "", how) if part)
    return f"{row['name']} ({about})" if about else str(row["name"])


def _named(
    context: Context, sentence: str, rows: Records, table: str, event: str, fields: tuple[str, ...]
) -> Sentence:
    """A sentence that names those of the rows, each once, with the words of a source on each."""
    first = {row["id"]: row for row in reversed(rows)}
    order = list(dict.fromkeys(row["id"] for row in rows))
    shown = order if context.request.length == Length.WHOLE else order[:NAMED]
    keys = {each: part_key(table, event, first[each]) for each in shown}
    context.evidence.learn(table, keys.values())
    names = [str(first[each]["name"]) for each in shown]
    if len(order) > len(shown):
        names.append(context.say("and_more", len(order) - len(shown)))
    cites = [Cite(first[each]["source_id"], table, keys[each], fields, event) for each in shown]
    text = context.say(sentence, len(order), names=context.request.language.join(names))
    return context.sentence(text, *cites)


def _numbers(context: Context, row: Row, is_short: bool) -> Iterator[Sentence]:
    """How many took part by whose count; those who give the same number together, the preferred first."""
    claims = [c for c in context.evidence.claims("events", row["id"]) if c["field"] == PARTICIPANTS]
    if not claims or (is_short and not any(c["is_disputed"] for c in claims)):
        return
    by_value: dict[str, Records] = {}
    for claim in claims:
        by_value.setdefault(claim["value"], []).append(claim)
    for value, own in by_value.items():
        number = parse_value("events", PARTICIPANTS, value)
        words = describe_value("events", PARTICIPANTS, value, {})
        if isinstance(number, Number) and not number.unit:
            words = context.say("people", int(number.amount), value=words)
        who = list(dict.fromkeys(claim["claimant"] for claim in own))
        text = context.say("number", len(who), value=words, claimants=context.request.language.join(who))
        yield Sentence(text, tuple(dict.fromkeys(map(context.evidence.of_claim, own))))


def _rivals(context: Context, row: Row) -> Iterator[Sentence]:
    """Other fields on which sources give values that cannot both be true."""
    claims = context.evidence.claims("events", row["id"])
    for field, group in groupby(claims, lambda claim: claim["field"]):
        own = [claim for claim in group if claim["is_disputed"]]
        if own and field != PARTICIPANTS:
            yield from _differ(context, field, own)


def _differ(context: Context, field: str, claims: Records) -> Iterator[Sentence]:
    """The values in one sentence; lists, which have semicolons of their own, each in its own."""
    cited = [context.evidence.of_claim(claim) for claim in claims]
    values = [describe_value("events", field, claim["value"], context.names) for claim in claims]
    gaps = [
        {"value": value, "claimant": claim["claimant"]} for value, claim in zip(values, claims, strict=True)
    ]
    if any(";" in value for value in values):
        yield Sentence(context.say("long_rivals", field=column_words(field)), tuple(dict.fromkeys(cited)))
        for each, citation in zip(gaps, cited, strict=True):
            yield Sentence(context.say("long_rival", **each), (citation,))
        return
    said = "; ".join(context.say("rival", **each) for each in gaps)
    yield Sentence(context.say("rivals", field=column_words(field), values=said), tuple(dict.fromkeys(cited)))


def _year(row: Row) -> str:
    day = row["earliest"] or row["latest"]
    return str(day.year) if day else ""


def _theme(row: Row) -> str:
    return str(row["themes"] or "").split("; ")[0]
