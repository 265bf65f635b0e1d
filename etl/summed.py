"""Numbers that sources claim, made ready to be added up under each choice; `data.told` says what is held."""

import sqlite3
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.readmodel import SUMS
from data.totals import COUNTS_OF_OFFICES, Choice, taken
from data.vocabulary import CountBound, Rank

Array = NDArray[Any]
WORDED = " ".join(f"WHEN '{each}' THEN {code}" for code, each in enumerate(CountBound))
BOUND = f"CASE c.bound {WORDED} END"
ABLE = f"c.amount IS NOT NULL AND c.\"table\" <> '{COUNTS_OF_OFFICES}'"
KINDS = f"""
INSERT INTO {SUMS.name}
SELECT row_number() OVER (ORDER BY "table", field, unit) - 1, * FROM (
  SELECT DISTINCT c."table", c.field, coalesce(c.unit, '') AS unit FROM claims c
  WHERE {ABLE} AND c.rank <> '{Rank.DEPRECATED}')
"""  # noqa: S608 - our own names
CLAIMS = f"""
claims c JOIN {SUMS.name} k ON k."table" = c."table" AND k.field = c.field AND k.unit = coalesce(c.unit, '')
"""
NUMBERED = "coalesce((SELECT n FROM read_events WHERE c.\"table\" = 'events' AND id = c.subject), -1)"
ONE = f"""
FROM {CLAIMS} WHERE {ABLE} AND c.rank <> '{Rank.DEPRECATED}' GROUP BY k.number, c.subject
HAVING min(c.amount) = max(c.amount) AND min(c.bound) = max(c.bound) AND max(c.is_disputed) = 0
"""
SETTLED = f"SELECT k.number, {NUMBERED}, max(c.amount), max({BOUND}) {ONE} ORDER BY 1, c.subject"
CONTESTED = f"""
WITH several AS (SELECT k.number, c.subject {ONE.replace("HAVING", "HAVING NOT (")}))
SELECT c.rowid, k.number, {NUMBERED}, c.subject, c."table", c.field, c.value, c.rank, c.amount, c.bound,
  c.is_disputed, s.published_on
FROM several v JOIN {SUMS.name} k ON k.number = v.number
JOIN claims c ON c."table" = k."table" AND c.subject = v.subject AND c.field = k.field
  AND coalesce(c.unit, '') = k.unit AND c.amount IS NOT NULL
JOIN sources s ON s.id = c.source_id
ORDER BY k.number, c.subject, c.value, c.source_id
"""  # noqa: S608
NAMES = ("row", "number", "event", "subject", "table", "field", "value", "rank", "amount", "bound")
NUMBER = np.dtype([("kind", np.int16), ("event", np.int32), ("amount", np.float64), ("bound", np.uint8)])


def arrays(draft: sqlite3.Connection) -> dict[str, Array]:
    """Fill `read_sums`; the arrays of its numbers, and of those on which sources contradict each other."""
    draft.execute(KINDS)
    numbers = np.fromiter(draft.execute(SETTLED), NUMBER)
    agreeing, rivals = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    for _, group in groupby(_claims(draft), lambda claim: (claim["number"], claim["subject"])):
        claims = list(group)
        named, chosen = (claims[0]["number"], claims[0]["event"]), taken(claims)
        if any(claim["is_disputed"] for claim in claims):
            rivals.append((named, *(_rival(chosen, choice) for choice in Choice)))
        else:
            agreeing.append((*named, *_number(chosen[Choice.PREFERRED])))
    numbers = np.concatenate([numbers, np.array(agreeing, NUMBER)])
    return {
        **{f"number_{name}": numbers[name] for name in NUMBER.names or ()},
        **_rivals(rivals),
    }


def _rival(chosen: dict[Choice, Any], choice: Choice) -> tuple[int, float, int, bool]:
    """The row, amount and bound of the claim that a choice takes, and whether it is not the preferred one."""
    claim = chosen[choice]
    return claim["row"], *_number(claim), claim["value"] != chosen[Choice.PREFERRED]["value"]


def _rivals(rivals: list[tuple[Any, ...]]) -> dict[str, Array]:
    """Choice by choice, in the order of `Choice`."""
    named = np.array([names for names, *_ in rivals], np.int32).reshape(-1, 2)
    taken_ = [each[at] for at in range(1, len(Choice) + 1) for each in rivals]
    kinds = {"claim": np.int32, "amount": np.float64, "bound": np.uint8, "differs": np.bool_}
    return {
        "rival_kind": named[:, 0].astype(np.int16),
        "rival_event": named[:, 1],
        **{
            f"rival_{name}": np.array([row[at] for row in taken_], kind)
            for at, (name, kind) in enumerate(kinds.items())
        },
    }


def _claims(draft: sqlite3.Connection) -> Any:
    names = (*NAMES, "is_disputed", "published_on")
    return (dict(zip(names, row, strict=True)) for row in draft.execute(CONTESTED))


def _number(claim: Any) -> tuple[float, int]:
    return claim["amount"], list(map(str, CountBound)).index(claim["bound"])
