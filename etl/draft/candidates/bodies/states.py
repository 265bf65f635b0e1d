"""States as bodies: governments, embassies, and the delegations of the EU."""

import re
from collections.abc import Iterator

from etl.draft.candidates.bodies.body import STATE, Body
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.spellings import Match

STATE_HEAD = re.compile(
    r"(?:[Gg]overnments?|[Ee]mbass(?:y|ies)|[Pp]eople|[Cc]onsulate(?: General)?|Permanent Mission"
    r"|Federal Foreign Office"
    r"|[Пп]равительств\w+|[Пп]осольств\w+)(?: of)?(?: the)? $"
)
STATE_TAIL = re.compile(
    r"(?:[’']s)? (?:[Gg]overnment|[Ee]mbassy|Department of State|State Department|Foreign Office)(?!\w)"
)
SEAT = re.compile(r" (?:in|to|в) (?:the (?:City of )?)?$")


def find_states(number: int, paragraph: str, lands: list[Match], names: RecordNames) -> Iterator[Body]:
    """Governments and embassies; a delegation of the EU."""
    for land in lands:
        head = STATE_HEAD.search(paragraph[max(0, land.start - 40) : land.start])
        tail = STATE_TAIL.match(paragraph[land.end :])
        if head or tail:
            start = land.start - (len(head[0]) if head else 0)
            end = _seat_end(paragraph, land.end + (tail.end() if tail else 0), lands)
            row = names.states.get(land.ids[0])
            why = f"a government or embassy of {countries.country_name(land.ids[0])}"
            rows = (row,) if row else ()
            yield Body(number, start, end, paragraph[start:end], rows, why, STATE, land.ids[0])
    for match in re.finditer(
        r"(?:(?:EU|European Union) Delegation|Delegation of the (?:EU|European Union))", paragraph
    ):
        end = _seat_end(paragraph, match.end(), lands)
        if "eu" in names.rows["organisations"]:
            yield Body(
                number,
                match.start(),
                end,
                paragraph[match.start() : end],
                ("eu",),
                "delegation of the EU",
                STATE,
            )


def _seat_end(paragraph: str, end: int, lands: list[Match]) -> int:
    """The end of *in Kazakhstan* or *to Tajikistan* after an embassy."""
    for land in lands:
        if land.start > end and SEAT.fullmatch(paragraph[end : land.start]):
            return land.end
    return end
