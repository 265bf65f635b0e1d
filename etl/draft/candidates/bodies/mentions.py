"""Bodies that a paragraph names: those of the record, of a country, of a state, and unknown ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.draft.candidates.bodies import english, russian, states
from etl.draft.candidates.bodies.body import (
    DEFINED,
    KNOWN,
    NATIONAL,
    OTHER,
    PART,
    UNKNOWN,
    Body,
)
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.spellings import Match, Spellings
from etl.draft.gazetteer.words import HEAD_WORD, OTHER_BODIES

OTHERS = Spellings((name, name) for name in OTHER_BODIES)
OF_COUNTRY = re.compile(
    r"^(?:,? (?:under|of|in|at|for|на|при) (?:the )?[A-ZА-Я][\w’'-]+(?:,? (?:of|for|and|the|on"
    r"|[A-ZА-Я][\w’'-]+))*?)?,?"
    r"(?: (?:of|in))?(?: the)? $"
)
"""What may stand between a body and its country: *under the Cabinet of Ministers of the*."""
LINK = re.compile(r" (?:of|for|under|at|in)(?: the)? $|[а-яё] $")
"""What stands between a part and the body that it belongs to."""
FARTHEST = 75
IN_NAME_OF_EVENT = re.compile("[-–](?:Central Asia|Afghanistan)")
"""*EU-Central Asia Forum* names no part of the EU in it."""
DEFINITION = re.compile(r"^\s?\(([A-ZА-Я][\w/-]{1,11})\)")


def find_bodies(paragraphs: tuple[str, ...], names: RecordNames) -> list[Body]:
    """All bodies named, in order; one without country takes it from another mention."""
    found: list[Body] = []
    defined: dict[str, Body] = {}
    for number, paragraph in enumerate(paragraphs, start=1):
        here = _settle(_mentions(number, paragraph, names, defined))
        here = _share_country(paragraph, here, names)
        defined |= dict(_definitions(paragraph, here))
        found += here
    return _resolve_by_others(found)


def _mentions(number: int, paragraph: str, names: RecordNames, defined: dict[str, Body]) -> Iterator[Body]:
    lands = countries.names_and_adjectives().find(paragraph)
    for match in names.organisations.find(paragraph):
        if not IN_NAME_OF_EVENT.match(paragraph[match.end :]):
            why = f"alias “{match.spelling}”"
            yield Body(number, match.start, match.end, match.printed, match.ids, why, KNOWN)
    for match in names.national.find(paragraph):
        yield _national(number, paragraph, match, lands, names)
    yield from states.find_states(number, paragraph, lands, names)
    for match in OTHERS.find(paragraph):
        yield Body(number, match.start, match.end, match.printed, (), "a body of the field", OTHER)
    yield from _abbreviated(number, paragraph, defined)
    for span in [*english.find_spans(paragraph), *russian.find_spans(paragraph)]:
        if not countries.names().ids(paragraph[slice(*span)]):
            yield _unknown(number, paragraph, span, lands)


def _abbreviated(number: int, paragraph: str, defined: dict[str, Body]) -> Iterator[Body]:
    for name, body in defined.items():
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph):
            why = f"abbreviation of “{body.printed}”"
            yield replace(body, paragraph=number, start=found.start(), end=found.end(), why=why, kind=DEFINED)


def _national(number: int, paragraph: str, match: Match, lands: list[Match], names: RecordNames) -> Body:
    """A name of several bodies: told by the country printed after or before it, else all are asked."""
    start, end, country = match.start, match.end, ""
    for land in lands:
        between = paragraph[match.end : land.start]
        if (
            0 <= land.start - match.end <= FARTHEST
            and OF_COUNTRY.match(between)
            and not countries.is_adjective(land)
        ):
            country, end = land.ids[0], land.end
            break
        if land.end <= match.start and re.fullmatch(
            r"[’']?s? (?:State |Federal |National )?", paragraph[land.end : match.start]
        ):
            country, start = land.ids[0], land.start
    rows = tuple(row for row in match.ids if not country or names.country_of(row) == country)
    if country:
        where = "after" if end > match.end else "before"
        why = f"alias “{match.spelling}”, its country stands {where} it"
    elif is_distinct_name(match):
        rows, why = match.ids, f"“{match.spelling}”, a long name that one body has"
    else:
        why = f"“{match.spelling}” without its country"
    is_certain = not country and is_distinct_name(match)
    return Body(number, start, end, paragraph[start:end], rows, why, NATIONAL, country, is_certain)


def _unknown(number: int, paragraph: str, span: tuple[int, int], lands: list[Match]) -> Body:
    """A name that the record lacks, with its country where that stands after it or in it."""
    (start, end), country = span, ""
    for land in lands:
        between = paragraph[end : max(end, land.start)]
        if (
            start < land.start < end <= land.end or (end <= land.start and OF_COUNTRY.match(between))
        ) and not (countries.is_adjective(land) or land.start - end > FARTHEST):
            end, country = land.end, land.ids[0]
            break
        if start <= land.start and land.end <= end:
            country = land.ids[0]
    return Body(
        number, start, end, paragraph[start:end], (), "a word for a body in its name", UNKNOWN, country
    )


def is_distinct_name(match: Match) -> bool:
    """A long name of one body only: *National Information and Analytical Centre on Drug Control*."""
    return len(match.ids) == 1 and len(match.spelling.split()) >= 5


def _settle(mentions: Iterable[Body]) -> list[Body]:
    """Of mentions that overlap the longest; an unknown one around a known one is a part of that."""
    listed = sorted(mentions, key=lambda body: (body.start - body.end, body.kind))
    kept: list[Body] = []
    for body in listed:
        if body.kind != UNKNOWN and not _overlapping(body, kept):
            kept.append(body)
    for body in listed:
        if body.kind == UNKNOWN and (whole := _around(body, kept)):
            kept = [other for other in kept if not _overlapping(whole, [other])] + [whole]
    return sorted(kept, key=lambda body: body.start)


def _overlapping(body: Body, others: list[Body]) -> list[Body]:
    return [other for other in others if other.start < body.end and body.start < other.end]


def _around(whole: Body, known: list[Body]) -> Body | None:
    """An unknown name, cut to where known ones in it begin or end; None where nothing of its own is left.

    *UNODC Border Section* and *Academy of the Ministry of Interior* stay, as parts of the known one.
    """
    inner: Body | None = None
    for body in sorted(_overlapping(whole, known), key=lambda body: body.start):
        before = whole.printed[: max(0, body.start - whole.start)]
        after = whole.printed[max(0, body.end - whole.start) :]
        start, end = whole.start, whole.end
        if not HEAD_WORD.search(after) or not re.match(r" [A-Z]", after):
            end = max(body.end, start)
        if not (HEAD_WORD.search(before) or russian.HEAD.search(before)) or not LINK.search(before):
            start = min(body.start, end)
        if (start, end) == (body.start, body.end) or start >= end:
            return None
        printed = whole.printed[start - whole.start : end - whole.start]
        whole, inner = replace(whole, start=start, end=end, printed=printed), inner or body
    if inner is None or inner.kind == OTHER:
        return whole
    why = f"part of “{inner.printed}”"
    return replace(whole, rows=inner.rows, country=inner.country, why=why, kind=PART, whole=inner.printed)


def _share_country(paragraph: str, bodies: list[Body], names: RecordNames) -> list[Body]:
    """*the State Border Service and the Ministry of Health of Uzbekistan*: one country for a whole list."""
    found = list(bodies)
    for place in range(len(found) - 2, -1, -1):
        body, after = found[place], found[place + 1]
        country = after.country or names.country_of(after.row)
        is_listed = re.fullmatch(
            r"(?:,|,? and|,? и|,? as well as)(?: the| of the| of)? ", paragraph[body.end : after.start]
        )
        if is_listed and country and not body.country and body.kind == NATIONAL:
            rows = tuple(row for row in body.rows if names.country_of(row) == country)
            why = "in a list with its country" if rows else body.why
            found[place] = replace(body, rows=rows or body.rows, country=country if rows else "", why=why)
    return found


def _definitions(paragraph: str, bodies: list[Body]) -> Iterator[tuple[str, Body]]:
    """Abbreviations in brackets after a body that has no acronym of its own."""
    for body in bodies:
        match = DEFINITION.match(paragraph[body.end :])
        if match and body.printed != match[1] and sum(sign.isupper() for sign in match[1]) > 1:
            yield match[1], body


def _resolve_by_others(bodies: list[Body]) -> list[Body]:
    """A name without country means the one of its bodies that the document names in full elsewhere."""
    told = {body.row for body in bodies if body.row}
    found = []
    for body in bodies:
        rows = (
            tuple(row for row in body.rows if row in told) if body.kind == NATIONAL and not body.row else ()
        )
        is_told = len(rows) == 1
        why = f"{body.why}, named with it elsewhere"
        found.append(replace(body, rows=rows, why=why, is_certain=True) if is_told else body)
    return found
