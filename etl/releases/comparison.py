"""What changed from one state of the record to the next: claims first, then the rows of the tables."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from etl.releases.state import RANKED, Cells, State


class ChangeKind(StrEnum):
    """What happened to a claim or to a row."""

    CLAIM_ADDED = "claim added"
    CLAIM_WITHDRAWN = "claim withdrawn"
    VALUE = "value changed"
    RANK = "rank changed"
    RULE = "rule changed"
    REASON = "reason changed"
    PASSAGE = "passage changed"
    DISPUTED = "now disputed"
    SETTLED = "no longer disputed"
    ROW_ADDED = "row added"
    ROW_REMOVED = "row removed"
    CELL = "cell changed"
    ROW = "row changed"


OF_CLAIMS = tuple(list(ChangeKind)[:9])


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `claim` is the claim as it is now, or as it was; empty where a row is meant.

    `column` is empty where the whole row is meant; `old` and `new` are empty where there was nothing.
    """

    table: str
    key: str
    column: str
    what: ChangeKind
    old: str = ""
    new: str = ""
    claim: Cells = field(default_factory=dict)

    def place(self) -> tuple[str, str, bool, str, str, str, str]:
        return self.table, self.key, self.what not in OF_CLAIMS, self.column, self.what, self.old, self.new


def list_changes(before: State, now: State) -> list[Change]:
    """Every change, by table and record; claims come before the cells of their row."""
    found = [*_claims(before.claims, now.claims)]
    for table in sorted(set(before.rows) | set(now.rows)):
        found += _rows(table, before, now)
    return sorted(found, key=Change.place)


def _claims(before: dict[str, Cells], now: dict[str, Cells]) -> Iterator[Change]:
    withdrawn = _by_field(before, now)
    added = _by_field(now, before)
    for place in sorted(set(withdrawn) | set(added)):
        old, new = withdrawn[place], added[place]
        if len(old) == len(new) == 1:
            yield _of_claim(new[0], ChangeKind.VALUE, old[0]["value"], new[0]["value"])
            yield from _rank_changes(old[0], new[0])
            continue
        yield from (_of_claim(claim, ChangeKind.CLAIM_WITHDRAWN, old=claim["value"]) for claim in old)
        yield from (_of_claim(claim, ChangeKind.CLAIM_ADDED, new=claim["value"]) for claim in new)
    for identity in sorted(set(before) & set(now)):
        yield from _rank_changes(before[identity], now[identity])


def _by_field(these: dict[str, Cells], others: dict[str, Cells]) -> defaultdict[tuple[str, ...], list[Cells]]:
    """The claims that only one side holds, by source, table, subject and field."""
    found: defaultdict[tuple[str, ...], list[Cells]] = defaultdict(list)
    for identity in sorted(set(these) - set(others)):
        claim = these[identity]
        found[claim["source_id"], claim["table"], claim["subject"], claim["field"]].append(claim)
    return found


def _rank_changes(old: Cells, new: Cells) -> Iterator[Change]:
    for column, what in zip(
        (*RANKED, "passage"),
        (ChangeKind.RANK, ChangeKind.RULE, ChangeKind.REASON, ChangeKind.PASSAGE),
        strict=True,
    ):
        if old[column] != new[column]:
            is_shown = what != ChangeKind.PASSAGE
            yield _of_claim(new, what, old[column] if is_shown else "", new[column] if is_shown else "")
    if old["is_disputed"] != new["is_disputed"]:
        yield _of_claim(new, ChangeKind.DISPUTED if new["is_disputed"] == "true" else ChangeKind.SETTLED)


def _of_claim(claim: Cells, what: ChangeKind, old: str = "", new: str = "") -> Change:
    return Change(claim["table"], claim["subject"], claim["field"], what, old, new, claim)


def _rows(table: str, before: State, now: State) -> Iterator[Change]:
    old, new = before.rows.get(table, {}), now.rows.get(table, {})
    yield from (Change(table, key, "", ChangeKind.ROW_REMOVED) for key in old.keys() - new.keys())
    yield from (Change(table, key, "", ChangeKind.ROW_ADDED) for key in new.keys() - old.keys())
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            yield from _cells(table, key, before, now)


def _cells(table: str, key: str, before: State, now: State) -> Iterator[Change]:
    if table not in before.cells:
        yield Change(table, key, "", ChangeKind.ROW)
        return
    old, new = before.cells[table][key], now.cells[table][key]
    for column in new:
        if (was := old.get(column, "")) != new[column]:
            yield Change(table, key, column, ChangeKind.CELL, was, new[column])
