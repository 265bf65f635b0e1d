"""Numbers that sources claim, as `read_numbers` holds them: what each choice among rival values takes."""

import sqlite3
from collections.abc import Iterator
from itertools import count, groupby
from typing import Any

from data.claims.totals import Choice, choose_by_rule, encode_bound
from data.schema.vocabulary import Rank

EVENT = """coalesce((SELECT n FROM read_event_texts WHERE c."table" = 'events' AND id = c.subject), -1)"""
ABLE = f"""
FROM read_sums k JOIN claims c
  ON c."table" = k."table" AND c.field = k.field AND coalesce(c.unit, '') = k.unit
WHERE c.amount IS NOT NULL AND c.rank <> '{Rank.DEPRECATED}' GROUP BY k.number, c.subject
"""
AGREED = "min(c.amount) = max(c.amount) AND min(c.bound) = max(c.bound) AND max(c.is_disputed) = 0"
SETTLED = f"""
SELECT k.number, {EVENT}, max(c.rowid), max(c.amount), max(c.bound) {ABLE} HAVING {AGREED}
ORDER BY 1, c.subject
"""
SEVERAL = f"""
WITH several AS (SELECT k.number, c.subject {ABLE} HAVING NOT ({AGREED}))
SELECT c.rowid, k.number, {EVENT}, c.subject, c."table", c.field, c.value, c.rank, c.amount, c.bound,
  c.is_disputed, s.published_on
FROM several v JOIN read_sums k ON k.number = v.number
JOIN claims c ON c."table" = k."table" AND c.subject = v.subject AND c.field = k.field
  AND coalesce(c.unit, '') = k.unit AND c.amount IS NOT NULL
JOIN sources s ON s.id = c.source_id
ORDER BY k.number, c.subject, c.value, c.source_id
"""  # noqa: S608 - our own names
FIELDS = ("row", "kind", "n", "subject", "table", "field", "value", "rank", "amount", "bound")
ALL = ""
"""The choice of a number that is the same under every choice."""


def list_rows(draft: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of `read_numbers`: one a field and subject where its claims agree, one a choice where not."""
    number = count()
    for kind, n, claim, amount, bound in draft.execute(SETTLED):
        yield next(number), kind, n, ALL, claim, amount, encode_bound(bound), False
    names = (*FIELDS, "is_disputed", "published_on")
    claims = (dict(zip(names, row, strict=True)) for row in draft.execute(SEVERAL))
    for (kind, _), group in groupby(claims, lambda claim: (claim["kind"], claim["subject"])):
        rivals = list(group)
        matter, chosen = next(number), choose_by_rule(rivals)
        is_contested = any(claim["is_disputed"] for claim in rivals)
        for choice in Choice if is_contested else (Choice.PREFERRED,):
            claim, is_other = chosen[choice], chosen[choice]["value"] != chosen[Choice.PREFERRED]["value"]
            amount, bound = claim["amount"], encode_bound(claim["bound"])
            yield (
                matter,
                kind,
                claim["n"],
                str(choice) if is_contested else ALL,
                claim["row"],
                amount,
                bound,
                is_other,
            )
