"""Each body once, with its part in the event and the rows that it may mean."""

import re
from dataclasses import dataclass

from data.drafts.candidate import PERHAPS, PERHAPS_WHY, Candidate, Field, Origin
from data.values.text import fold
from etl.draft.candidates.bodies import roles
from etl.draft.candidates.bodies.body import Body
from etl.draft.candidates.bodies.roles import RoleFound
from etl.draft.candidates.bodies.rules import ORGANISER, PARTICIPANT
from etl.draft.candidates.templates import Template
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.spellings import Match

EARLY = 3
GUEST = re.compile(
    r"\b(?:accepted an invitation|at the invitation|invited by|address(?:es|ed)|take[sn]? part in|took "
    r"part in|participat\w+ in"
    r"|attend(?:s|ed) (?:the|a)|sp(?:eaks?|oke) at|was invited|visit(?:s|ed)|met with|meets? with"
    r"|received)\b",
    re.IGNORECASE,
)
"""Words of a publisher that was a guest, or that tell of a visit."""
MOSTLY_OWN = 0.7
"""The share of its reports that a publisher organised from which on it is asked whether it did."""
OWN = 2
"""Countries of a document whose only body of a kind is offered, whatever its name."""
NO_WORDS = "It is named; no words say which part it had."


@dataclass(slots=True)
class _Part:
    """What is known of one body."""

    body: Body
    role: str = PARTICIPANT
    why: str = ""
    rank: float = 0.0
    guess: str = ""
    """Why it may have organised the event, though no words say so."""


def list_organisations(
    sentences: list[Template],
    bodies: list[Body],
    names: RecordNames,
    publisher: str,
    lands: tuple[str, ...],
) -> list[Candidate]:
    """The likeliest organisers first; a state only where words give it a part.

    `lands` are the countries of the document, that of the place first.
    """
    parts: dict[str, _Part] = {}
    for body in bodies:
        parts.setdefault(token_key(body), _Part(body))
    for sentence in sentences:
        for found in roles.find_roles(sentence):
            _give(parts, found, sentence.paragraph, names)
    if not any(GUEST.search(sentence.text) for sentence in sentences if sentence.paragraph <= EARLY):
        _publisher_organised(parts, publisher, names)
    _join_parents(parts, names)
    return sorted((_candidate(part, lands, names) for part in parts.values()), key=lambda each: -each.rank)


def token_key(body: Body) -> str:
    """By what two mentions are one body."""
    return body.row or fold(body.printed)


def _give(parts: dict[str, _Part], found: RoleFound, paragraph: int, names: RecordNames) -> None:
    body = _state(found.mark.mention, paragraph, names) if found.mark.kind == "C" else found.mark.mention
    part = parts.setdefault(token_key(body), _Part(body))
    if found.role == PARTICIPANT:  # what it is without any words
        part.why = part.why or found.why
        return
    rank = found.rank - 0.05 * (paragraph - 1)
    if rank > part.rank:
        part.role, part.why, part.rank, part.body = found.role, found.why, rank, body


def _state(land: Match, paragraph: int, names: RecordNames) -> Body:
    """A country that gives money or hosts, as the body that it is."""
    row = names.states.get(land.ids[0])
    name = countries.country_name(land.ids[0])
    rows = (row,) if row else ()
    return Body(paragraph, land.start, land.end, land.printed, rows, f"the state {name}", 2, land.ids[0])


def _join_parents(parts: dict[str, _Part], names: RecordNames) -> None:
    """*OSCE* in the title, *OSCE Office in Dushanbe* in the text: of one organiser the part stays."""
    for part in list(parts.values()):
        parent = parts.get(names.parents.get(part.body.row, ""))
        if parent is None or parent is part or parent.body.printed not in part.body.printed:
            continue
        if ORGANISER in (part.role, parent.role) or parent.guess:
            if part.role == PARTICIPANT:
                part.role, part.why, part.rank = parent.role, parent.why, parent.rank
                part.guess = parent.guess
            parts.pop(parent.body.row)


def _publisher_organised(parts: dict[str, _Part], publisher: str, names: RecordNames) -> None:
    """Where no words tell: the publisher, if it is named early and organised most of what it reported."""
    if any(part.role == ORGANISER for part in parts.values()):
        return
    for part in parts.values():
        rows = {part.body.row, names.parents.get(part.body.row, "")} - {""}
        share = max((names.own_reports.get(row, 0.0) for row in rows), default=0.0)
        is_own = publisher and rows & set(names.organisations.ids(publisher))
        if is_own and share >= MOSTLY_OWN and part.body.paragraph <= 2 and part.role == PARTICIPANT:
            part.guess = f"No words say who organised; {share:.0%} of the events that it reports are its own."
            part.rank = 0.2
            return


def _list_likely(body: Body, lands: tuple[str, ...], names: RecordNames) -> tuple[str, ...]:
    """Of a name without its country: the bodies that have it, those of the document's countries first.

    One that the record calls otherwise (*Border Troops*) is offered too where its country has no other of
    its kind.
    """
    found = body.rows if len(body.rows) > 1 else (*body.rows, "")
    kinds = {names.rows["organisations"][row]["kind"] for row in body.rows}
    for land in lands[:OWN]:
        own = [
            row["id"]
            for row in names.rows["organisations"].values()
            if row["country_id"] == land and row["kind"] in kinds
        ]
        found += tuple(own) if len(own) == 1 and own[0] not in found else ()
    places = {land: place for place, land in enumerate(lands)}
    return tuple(sorted(found, key=lambda row: (not row, places.get(names.country_of(row), len(lands)))))


def _candidate(part: _Part, lands: tuple[str, ...], names: RecordNames) -> Candidate:
    body = part.body
    rows = body.rows if body.row or not body.rows else _list_likely(body, lands, names)
    why = f"{body.why}; {part.why}" if part.why else body.why
    by = Origin.GAZETTEER if body.rows else Origin.RULE
    detail = {"role": str(part.role), "country": body.country}
    if part.guess:
        detail |= {PERHAPS: str(ORGANISER), PERHAPS_WHY: part.guess}
    rank = part.rank + (0.3 if body.row else 0.15 if body.rows else 0.1)
    return Candidate(
        Field.ORGANISATION,
        body.printed,
        body.paragraph,
        body.start,
        body.end,
        why,
        rank,
        by,
        rows,
        detail,
        "" if part.why else NO_WORDS,
    )
