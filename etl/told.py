"""The arrays of what was asked, said, and differs, made from a draft; `data.told` says what each holds.

Whatever orders a list of the pages is decided here, once.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.told import PREFIX, Matter
from data.vocabulary import Family, FollowUp, OrganisationRole, SpeakerMode, StatementKind
from etl import arrays, sized, summed

Array = NDArray[Any]
NAMED = "(SELECT number FROM read_names WHERE \"table\" = '{}' AND id = {})"
BY, PERSON, TO = (
    NAMED.format(table, column)
    for table, column in (
        ("organisations", "t.organisation_id"),
        ("people", "t.person_id"),
        ("organisations", "t.addressee_id"),
    )
)
NOBODY = -1
NEWEST = "ORDER BY e.earliest DESC, e.id, t.source_id, t.position, t.id"
ASKED = f"""
SELECT t.rowid, coalesce(r.n, -1), coalesce({BY}, -1), coalesce({PERSON}, -1), coalesce({TO}, -1),
  coalesce((SELECT name FROM organisations WHERE id = t.addressee_id), t.addressee), o.family, t.follow_up
FROM recommendations t LEFT JOIN events e ON e.id = t.event_id LEFT JOIN read_events r ON r.id = e.id
LEFT JOIN organisations o ON o.id = t.organisation_id {NEWEST}
"""  # noqa: S608 - our own names
SAID = f"""
SELECT t.rowid, coalesce(r.n, -1), coalesce({BY}, -1), t.kind
FROM statements t LEFT JOIN events e ON e.id = t.event_id LEFT JOIN read_events r ON r.id = e.id {NEWEST}
"""  # noqa: S608
THEMES = """
SELECT t.rowid, n.number FROM {link}_themes l JOIN {link}s t ON t.id = l.{link}_id
JOIN read_names n ON n."table" = 'themes' AND n.id = l.theme_id
"""
DAY = "coalesce(CAST(substr(replace(s.{}, '-', '') || '0000', 1, 8) AS INTEGER), 0)"
SOURCES = f"""
SELECT s.rowid, s.originator, s.extent = 'whole', s.read_via_url IS NOT NULL, s.sha256 IS NOT NULL,
  (SELECT count(*) FROM claims c WHERE c.source_id = s.id),
  {DAY.format("published_on")}, {DAY.format("read_on")}
FROM sources s ORDER BY s.published_on IS NULL, s.published_on DESC, s.id
"""  # noqa: S608
SOURCE_COLUMNS = ("order", "originator", "whole", "mirrored", "hashed", "claims", "published", "read")
"""What SOURCES gives, as the arrays name it."""
BEARING = """
SELECT DISTINCT r.n, s.rowid FROM event_organisations p
JOIN events e ON e.id = p.event_id AND e.source_id <> p.source_id
JOIN read_events r ON r.id = p.event_id JOIN sources s ON s.id = p.source_id
WHERE NOT EXISTS (SELECT 1 FROM claims c
  WHERE c."table" = 'events' AND c.subject = p.event_id AND c.source_id = p.source_id)
ORDER BY 1, 2
"""
DIFFERING = f"""
WITH disputed AS (SELECT DISTINCT "table" AS t, subject, field FROM claims WHERE is_disputed),
modes AS (SELECT s.event_id, s.person_id, p.name FROM speakers s JOIN people p ON p.id = s.person_id
  WHERE mode <> '{SpeakerMode.NOT_STATED}' GROUP BY 1, 2 HAVING count(DISTINCT mode) > 1),
uneven AS (SELECT event_id FROM event_organisations WHERE role = '{OrganisationRole.ORGANISER}' GROUP BY 1
  HAVING count(*) < count(DISTINCT organisation_id) * count(DISTINCT source_id)),
every AS (
  SELECT {Matter.OF_EVENT:d} AS sort, t, subject, field, subject AS event, '' AS name
  FROM disputed WHERE t = 'events'
  UNION ALL SELECT {Matter.OF_OTHER_ROW:d}, t, subject, field, NULL, '' FROM disputed WHERE t <> 'events'
  UNION ALL
  SELECT {Matter.PART:d}, 'speakers', event_id || '/' || person_id, 'mode', event_id, name FROM modes
  UNION ALL
  SELECT {Matter.PART:d} + 1, 'event_organisations', event_id, 'organisers', event_id, '' FROM uneven)
SELECT v.t, v.subject, v.field, coalesce(r.n, -1), v.sort FROM every v LEFT JOIN events e ON e.id = v.event
LEFT JOIN read_events r ON r.id = v.event
ORDER BY v.sort, e.earliest DESC, v.t, coalesce(e.id, v.subject), v.name, v.field
"""  # noqa: S608


def build(draft: sqlite3.Connection) -> None:
    """Fill `read_differing` and `read_sums`, and add the arrays. Events and names are there already."""
    for make in (_asked, _said, _sources, _differing, summed.arrays, sized.arrays, _bearing):
        arrays.put(draft, {f"{PREFIX}{name}": items for name, items in make(draft).items()})


def _asked(draft: sqlite3.Connection) -> dict[str, Array]:
    families = {str(each): code for code, each in enumerate(Family)}
    whom: dict[str, int] = {}
    rows = (
        (
            *numbers,
            NOBODY if name is None else whom.setdefault(name, len(whom)),
            families[family or Family.OTHER],
            followed != FollowUp.NOT_FOUND,
        )
        for *numbers, name, family, followed in draft.execute(ASKED)
    )
    found = _columns("asked", ("row", "event", "by", "person", "to", "whom", "family", "followed"), rows)
    found["asked_followed"] = found["asked_followed"].astype(np.bool_)
    return found | _themes(draft, "recommendation", "asked", found["asked_row"])


def _said(draft: sqlite3.Connection) -> dict[str, Array]:
    kinds = {str(each): code for code, each in enumerate(StatementKind)}
    rows = ((*numbers, kinds[kind]) for *numbers, kind in draft.execute(SAID))
    found = _columns("said", ("row", "event", "by", "kind"), rows)
    return found | _themes(draft, "statement", "said", found["said_row"])


def _bearing(draft: sqlite3.Connection) -> dict[str, Array]:
    events = draft.execute("SELECT count(*) FROM events").fetchone()[0]
    found = arrays.read(draft, BEARING, 2)
    starts = np.searchsorted(found[:, 0], np.arange(events + 1)).astype(np.int32)
    return {"bearing_starts": starts, "bearing_values": found[:, 1]}


def _themes(draft: sqlite3.Connection, link: str, prefix: str, rows: Array) -> dict[str, Array]:
    """The themes of each row in the order of the list, as runs."""
    place = np.zeros(int(rows.max(initial=0)) + 1, np.int32)
    place[rows] = np.arange(len(rows))
    linked = arrays.read(draft, THEMES.format(link=link), 2)
    at = place[linked[:, 0]]
    order = np.lexsort((linked[:, 1], at))
    starts = np.searchsorted(at[order], np.arange(len(rows) + 1)).astype(np.int32)
    return {f"{prefix}_theme_starts": starts, f"{prefix}_theme_values": linked[order, 1]}


def _sources(draft: sqlite3.Connection) -> dict[str, Array]:
    codes: dict[str, int] = {}
    rows = ((at, codes.setdefault(who, len(codes)), *plain) for at, who, *plain in draft.execute(SOURCES))
    found = _columns("source", SOURCE_COLUMNS, rows)
    order = found.pop("source_order")
    for name, items in found.items():
        by_row = np.zeros(int(order.max(initial=0)) + 1, np.int32)
        by_row[order] = items
        found[name] = by_row
    return {"source_order": order, **found}


def _differing(draft: sqlite3.Connection) -> dict[str, Array]:
    rows = draft.execute(DIFFERING).fetchall()
    draft.executemany(
        "INSERT INTO read_differing VALUES (?, ?, ?, ?)", ((n, *row[:3]) for n, row in enumerate(rows))
    )
    sorts = [
        Matter.PARTICIPANTS if row[0] == "events" and row[2] == "participants" else min(row[4], Matter.PART)
        for row in rows
    ]
    return _columns(
        "differing", ("event", "sort"), ((row[3], sort) for row, sort in zip(rows, sorts, strict=True))
    )


def _columns(prefix: str, names: Sequence[str], rows: Iterable[Sequence[int]]) -> dict[str, Array]:
    """Rows of numbers as one array a column."""
    cells = np.fromiter(chain.from_iterable(rows), np.int32).reshape(-1, len(names))
    return {f"{prefix}_{name}": cells[:, at] for at, name in enumerate(names)}
