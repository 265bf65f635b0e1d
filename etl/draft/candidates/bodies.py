"""Bodies that a paragraph names: those of the record, of a country, of a state, and unknown ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from etl.draft.candidates import russian_bodies, unknown_bodies
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.spellings import Match, Spellings
from etl.draft.gazetteer.words import HEAD_WORD, OTHER_BODIES

KNOWN, NATIONAL, STATE, OTHER, DEFINED, PART, UNKNOWN = range(7)
"""Kinds of mention; of those that overlap the longer is kept, of equally long ones the lower kind."""
OTHERS = Spellings((name, name) for name in OTHER_BODIES)
STATE_HEAD = re.compile(
    r"(?:[Gg]overnments?|[Ee]mbass(?:y|ies)|[Pp]eople|[Cc]onsulate(?: General)?|Permanent Mission|Federal Foreign Office"
    r"|[Пп]равительств\w+|[Пп]осольств\w+)(?: of)?(?: the)? $"
)
STATE_TAIL = re.compile(r"(?:[’']s)? (?:[Gg]overnment|[Ee]mbassy|Department of State|State Department|Foreign Office)(?!\w)")
SEAT = re.compile(r" (?:in|to|в) (?:the (?:City of )?)?$")
OF_COUNTRY = re.compile(
    r"^(?:,? (?:under|of|in|at|for|на|при) (?:the )?[A-ZА-Я][\w’'-]+(?:,? (?:of|for|and|the|on|[A-ZА-Я][\w’'-]+))*?)?,?"
    r"(?: (?:of|in))?(?: the)? $"
)
"""What may stand between a body and its country: *under the Cabinet of Ministers of the*."""
LINK = re.compile(r" (?:of|for|under|at|in)(?: the)? $|[а-яё] $")
"""What stands between a part and the body that it belongs to."""
IN_FULL, ELSEWHERE = "a long name that one body has", "named with it elsewhere"
FARTHEST = 75
DEFINITION = re.compile(r"^\s?\(([A-ZА-Я][\w/-]{1,11})\)")


@dataclass(frozen=True, slots=True)
class Body:
    """A mention of a body. `rows` are those of the record that it may mean."""

    paragraph: int
    start: int
    end: int
    printed: str
    rows: tuple[str, ...]
    why: str
    kind: int
    country: str = ""

    @property
    def row(self) -> str:
        """The row that it means for certain: of a national body only where its country is known, of a part none."""
        if self.kind == PART:
            return ""
        is_told = self.kind != NATIONAL or bool(self.country) or IN_FULL in self.why or ELSEWHERE in self.why
        return self.rows[0] if len(self.rows) == 1 and is_told else ""


def bodies_of(paragraphs: tuple[str, ...], names: RecordNames) -> list[Body]:
    """All bodies named, in order; a body without its country takes it from another mention of the same name."""
    found: list[Body] = []
    defined: dict[str, Body] = {}
    for number, paragraph in enumerate(paragraphs, start=1):
        here = _settle(_mentions(number, paragraph, names, defined))
        here = _share_country(paragraph, here, names)
        defined |= {name: body for name, body in _definitions(paragraph, here)}
        found += here
    return _resolve_by_others(found)


def _mentions(
    number: int, paragraph: str, names: RecordNames, defined: dict[str, Body]
) -> Iterator[Body]:
    lands = countries.names_and_adjectives().find(paragraph)
    for match in names.organisations.find(paragraph):
        if re.match(r"[-–]Central Asia|[-–]Afghanistan", paragraph[match.end :]):
            continue  # in the name of an event: EU-Central Asia Forum
        yield Body(number, match.start, match.end, match.printed, match.ids, f"alias “{match.spelling}”", KNOWN)
    for match in names.national.find(paragraph):
        yield _national(number, paragraph, match, lands, names)
    yield from _states(number, paragraph, lands, names)
    for match in OTHERS.find(paragraph):
        yield Body(number, match.start, match.end, match.printed, (), "a body that pages of the field name", OTHER)
    for name, body in defined.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph):
            why = f"abbreviation of “{body.printed}”"
            yield replace(body, paragraph=number, start=match.start(), end=match.end(), why=why, kind=DEFINED)
    for start, end in [*unknown_bodies.spans(paragraph), *russian_bodies.spans(paragraph)]:
        if not countries.names().ids(paragraph[start:end]):
            yield _unknown(number, paragraph, (start, end), lands)


def _national(
    number: int, paragraph: str, match: Match, lands: list[Match], names: RecordNames
) -> Body:
    """A name of several bodies: told by the country printed after or before it, else all are asked."""
    start, end, country = match.start, match.end, ""
    for land in lands:
        between = paragraph[match.end : land.start]
        if 0 <= land.start - match.end <= FARTHEST and OF_COUNTRY.match(between) and not countries.is_adjective(land):
            country, end = land.ids[0], land.end
            break
        if land.end <= match.start and re.fullmatch(r"[’']?s? (?:State |Federal |National )?", paragraph[land.end : match.start]):
            country, start = land.ids[0], land.start
    rows = tuple(row for row in match.ids if not country or names.country_of(row) == country)
    if country:
        where = "after" if end > match.end else "before"
        why = f"alias “{match.spelling}”, its country stands {where} it"
    elif names_itself(match):
        rows, why = match.ids, f"“{match.spelling}”, {IN_FULL}"
    else:
        why = f"“{match.spelling}” without its country"
    return Body(number, start, end, paragraph[start:end], rows, why, NATIONAL, country)


def _unknown(number: int, paragraph: str, span: tuple[int, int], lands: list[Match]) -> Body:
    """A name that the record lacks, with its country where that stands after it or in it."""
    (start, end), country = span, ""
    for land in lands:
        between = paragraph[end : max(end, land.start)]
        if (start < land.start < end <= land.end or (end <= land.start and OF_COUNTRY.match(between))) and not (
            countries.is_adjective(land) or land.start - end > FARTHEST
        ):
            end, country = land.end, land.ids[0]
            break
        if start <= land.start and land.end <= end:
            country = land.ids[0]
    return Body(number, start, end, paragraph[start:end], (), "a word for a body in its name", UNKNOWN, country)


def names_itself(match: Match) -> bool:
    """A long name of one body only: *National Information and Analytical Centre on Drug Control*."""
    return len(match.ids) == 1 and len(match.spelling.split()) >= 5


def _states(number: int, paragraph: str, lands: list[Match], names: RecordNames) -> Iterator[Body]:
    """Governments and embassies; a delegation of the EU."""
    for land in lands:
        head = STATE_HEAD.search(paragraph[max(0, land.start - 40) : land.start])
        tail = STATE_TAIL.match(paragraph[land.end :])
        if head or tail:
            start = land.start - (len(head[0]) if head else 0)
            end = _seat_end(paragraph, land.end + (tail.end() if tail else 0), lands)
            row = names.states.get(land.ids[0])
            why = f"a government or embassy of {countries.name_of(land.ids[0])}"
            rows = (row,) if row else ()
            yield Body(number, start, end, paragraph[start:end], rows, why, STATE, land.ids[0])
    for match in re.finditer(r"(?:(?:EU|European Union) Delegation|Delegation of the (?:EU|European Union))", paragraph):
        end = _seat_end(paragraph, match.end(), lands)
        if "eu" in names.rows["organisations"]:
            yield Body(number, match.start(), end, paragraph[match.start() : end], ("eu",), "delegation of the EU", STATE)


def _seat_end(paragraph: str, end: int, lands: list[Match]) -> int:
    """The end of *in Kazakhstan* or *to Tajikistan* after an embassy."""
    for land in lands:
        if land.start > end and SEAT.fullmatch(paragraph[end : land.start]):
            return land.end
    return end


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

    *UNODC Border Management Section* and *Academy of the Ministry of Interior* stay, as parts of the known one.
    """
    inner: Body | None = None
    for body in sorted(_overlapping(whole, known), key=lambda body: body.start):
        before = whole.printed[: max(0, body.start - whole.start)]
        after = whole.printed[max(0, body.end - whole.start) :]
        start, end = whole.start, whole.end
        if not HEAD_WORD.search(after) or not re.match(r" [A-Z]", after):
            end = max(body.end, start)
        if not (HEAD_WORD.search(before) or russian_bodies.HEAD.search(before)) or not LINK.search(before):
            start = min(body.start, end)
        if (start, end) == (body.start, body.end) or start >= end:
            return None
        printed = whole.printed[start - whole.start : end - whole.start]
        whole, inner = replace(whole, start=start, end=end, printed=printed), inner or body
    if inner is None or inner.kind == OTHER:
        return whole
    return replace(whole, rows=inner.rows, country=inner.country, why=f"part of “{inner.printed}”", kind=PART)


def _share_country(paragraph: str, bodies: list[Body], names: RecordNames) -> list[Body]:
    """*the State Border Service and the Ministry of Health of Uzbekistan*: one country for a whole list."""
    found = list(bodies)
    for place in range(len(found) - 2, -1, -1):
        body, after = found[place], found[place + 1]
        is_listed = re.fullmatch(r"(?:,|,? and|,? и|,? as well as)(?: the| of the| of)? ", paragraph[body.end : after.start])
        if is_listed and after.country and not body.country and body.kind == NATIONAL:
            rows = tuple(row for row in body.rows if names.country_of(row) == after.country)
            why = f"{body.why.split('” ')[0]}”, in a list with its country" if rows else body.why
            found[place] = replace(body, rows=rows or body.rows, country=after.country if rows else "", why=why)
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
        rows = tuple(row for row in body.rows if row in told) if body.kind == NATIONAL and not body.row else ()
        is_told = len(rows) == 1
        found.append(replace(body, rows=rows, why=f"{body.why}, {ELSEWHERE}") if is_told else body)
    return found
