"""Which passage of a source supports a value: the one rule of pages, hover texts and briefs.

Pure: the claims on a row are handed in, as rows of `queries.sources.claims`.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from data.claims.values import agree, parse_value
from data.schema.vocabulary import Rank
from data.values.rows import Records, Row

LONGEST_ANCHOR = 8
"""Words of a source that may be quoted."""
LINKS = ("event_organisations", "event_instruments", "event_places")
"""Tables whose rows say one thing: any words on the row are words for it."""
ReadClaims = Callable[[str, str], Records]
"""From table and key of a row to the claims on it, the best first by field."""


class Cite(NamedTuple):
    """Where the passage for a value is looked for: claims of the source on these fields of this row.

    The first field that has one counts; else any claim on the row, else on `event`, the event that the row
    belongs to (then these are not words for the value), else the source alone.
    """

    source_id: str
    table: str = ""
    subject: str = ""
    fields: tuple[str, ...] = ()
    event: str = ""


class Support(NamedTuple):
    """The source of a value and its claim with the words; without a claim the source as a whole.

    `is_context`: the words are those of the source on the row or its event, not on the value itself.
    """

    source_id: str
    claim: Row | None = None
    is_context: bool = False


def find_passage(cite: Cite, read: ReadClaims) -> Support:
    """The passage of the source of the cite."""
    for table, subject in ((cite.table, cite.subject), ("events", cite.event)):
        if table and subject:
            own = [c for c in read(table, subject) if c["source_id"] == cite.source_id and c["anchor"]]
            if own:
                best = min(own, key=lambda claim: _order(claim, cite.fields))
                is_own = table == cite.table and (best["field"] in cite.fields or table in LINKS)
                return Support(cite.source_id, best, not is_own)
    return Support(cite.source_id)


def find_preferred_passage(cite: Cite, read: ReadClaims, shown: Mapping[str, str] | None = None) -> Support:
    """The passage of whichever source the value that the record holds is preferred from.

    Where no claim on the fields is preferred or undisputed, that of the source of the row. `shown` is what a
    reader sees of a field that may have had another value on the chosen day; then only claims that agree
    with it count.
    """
    shown = shown or {}
    every = [claim for claim in read(cite.table, cite.subject) if claim["field"] in cite.fields]
    claims = [claim for claim in every if _agrees(claim, shown.get(claim["field"]))]
    kept = [claim for claim in claims if claim["rank"] == Rank.PREFERRED]
    kept = kept or [c for c in claims if c["anchor"] and (c["field"] in shown or not c["is_disputed"])]
    if not kept:
        return find_passage(cite if claims == every else cite._replace(fields=()), read)
    best = min(kept, key=lambda c: (_order(c, cite.fields), c["source_id"] != cite.source_id))
    source = best["source_id"]
    return Support(source, best) if best["anchor"] else find_passage(cite._replace(source_id=source), read)


def _agrees(claim: Row, shown: str | None) -> bool:
    if shown is None:
        return True
    table, field = claim["table"], claim["field"]
    return agree(parse_value(table, field, claim["value"]), parse_value(table, field, shown))


def _order(claim: Row, fields: tuple[str, ...]) -> int:
    return fields.index(claim["field"]) if claim["field"] in fields else len(fields)
