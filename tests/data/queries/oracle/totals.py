"""Totals of the numbers that sources claim, under each choice among values that contradict each other."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from data.claims.totals import Choice
from data.schema.vocabulary import CountBound, Rank
from tests.data.queries.cases import Case
from tests.data.queries.oracle.record import Record, Row, match_events

NOT_ADDED = "office_counts"
OPEN = (CountBound.OVER, CountBound.AT_LEAST)
ABOUT = (CountBound.ABOUT, CountBound.UP_TO)
KEY = ("source_id", "table", "subject", "field", "value")
Kind = tuple[str, str, str, str]
"""Table, field, unit and kind of event of numbers that are added up."""


def list_totals(record: Record, case: Case) -> list[Row]:
    """One row a kind of numbers, with the sums under the preferred values and under the choice."""
    groups: dict[Kind, list[list[Row]]] = defaultdict(list)
    for kind, claims in _numbered_claims(record, case):
        groups[kind].append(claims)
    rows = []
    for (table, field, unit, event_kind), rivals in sorted(groups.items()):
        row = {"table": table, "field": field, "unit": unit, "event_kind": event_kind, "rows": len(rivals)}
        row["contested"] = sum(map(_is_contested, rivals))
        for name, choice in (("preferred", Choice.PREFERRED), ("chosen", case.choice)):
            taken = [_chosen_claim(claims, choice) for claims in rivals]
            row[name] = round(sum(claim["amount"] for claim in taken), 6)
            row[f"{name}_bound"] = _bound_of_sum({claim["bound"] for claim in taken})
        rows.append(row)
    return rows


def list_changes(record: Record, case: Case) -> list[Row]:
    """Keys of the claims preferred and chosen where the choice takes another value; in no order."""
    pairs = [
        (_chosen_claim(claims, Choice.PREFERRED), _chosen_claim(claims, case.choice))
        for _, claims in _numbered_claims(record, case)
    ]
    return [
        {"preferred": tuple(one[name] for name in KEY), "chosen": tuple(other[name] for name in KEY)}
        for one, other in pairs
        if one["value"] != other["value"]
    ]


def _numbered_claims(record: Record, case: Case) -> Iterator[tuple[Kind, list[Row]]]:
    """All claims of a number for one field of one row: under filters of matching events alone.

    Numbers are added up that somebody claims in a claim that is not deprecated.
    """
    events = match_events(record, case.filters)
    groups: dict[tuple[Kind, str], list[Row]] = defaultdict(list)
    for row in sorted(record.tables["claims"], key=lambda row: (row["value"], row["source_id"])):
        is_held = case.filters.is_empty or (row["table"] == "events" and row["subject"] in events)
        if is_held and row["amount"] is not None and row["table"] != NOT_ADDED:
            kind = record.row("events", row["subject"] if row["table"] == "events" else None).get("kind", "")
            groups[(row["table"], row["field"], row["unit"] or "", kind), row["subject"]].append(
                row | {"published_on": record.row("sources", row["source_id"])["published_on"] or ""}
            )
    for (kind, _), claims in groups.items():
        if any(claim["rank"] != Rank.DEPRECATED for claim in claims):
            yield kind, claims


def _is_contested(claims: list[Row]) -> bool:
    return any(claim["is_disputed"] for claim in claims)


def _chosen_claim(claims: list[Row], choice: Choice) -> Row:
    """What the choice takes; numbers that can all be true stay as preferred."""
    able = [claim for claim in claims if claim["rank"] != Rank.DEPRECATED]
    latest = max(able, key=lambda claim: (claim["published_on"], claim["amount"], claim["value"]))
    preferred = next((claim for claim in able if claim["rank"] == Rank.PREFERRED), latest)
    ordered = sorted(able, key=lambda claim: (claim["amount"], claim["bound"] in OPEN, claim["value"]))
    taken = {
        Choice.PREFERRED: preferred,
        Choice.LATEST: latest,
        Choice.LOWEST: ordered[0],
        Choice.HIGHEST: ordered[-1],
    }
    return taken[choice if _is_contested(claims) else Choice.PREFERRED]


def _bound_of_sum(bounds: Collection[str]) -> CountBound:
    """*About* as soon as one part is, else open above as soon as one part is."""
    if any(bound in bounds for bound in ABOUT):
        return CountBound.ABOUT
    return next((bound for bound in OPEN if bound in bounds), CountBound.EXACT)
