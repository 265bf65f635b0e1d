"""Events of the record that a draft may report, and texts that are much the same."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from data.drafts.candidate import Candidate, Field
from data.values.text import fold
from etl.draft.gazetteer.curated_rows import Cells, CuratedRows
from etl.reporting.errors import count_noun

NEAR = 3
"""Days between two events that may be one."""
SHOWN = 0.6
"""The score from which on an event is named."""
MOST = 3
SHINGLE, LONGEST_TEXT = 4, 20_000
"""Words of a run, and characters of a text that is compared."""
ALIKE = 0.5
"""The share of the smaller text from which on two texts are told to be alike."""


class Likeness(NamedTuple):
    score: float
    event: str
    why: tuple[str, ...]


def find_similar_events(candidates: Iterable[Candidate], title: str, record: CuratedRows) -> list[Likeness]:
    """Events of the record that a draft may report, the likeliest first."""
    drafted = _drafted(candidates, title)
    known = _facts(record)
    found = [_compare(drafted, event, known[event["id"]]) for event in record.rows("events")]
    return sorted((each for each in found if each.score >= SHOWN), reverse=True)[:MOST]


class _Drafted(NamedTuple):
    first: date | None
    last: date | None
    rows: dict[str, set[str]]
    title: str


def _drafted(candidates: Iterable[Candidate], title: str) -> _Drafted:
    listed = list(candidates)
    days = [each for each in listed if each.field is Field.DATE]
    first = _day(days[0].value) if days else None
    last = (_day(days[0].detail["end"]) or first) if days else None
    rows: dict[str, set[str]] = defaultdict(set)
    for each in listed:
        if len(each.rows) == 1:
            rows[each.field] |= set(each.rows)
    return _Drafted(first, last, rows, title)


def _facts(record: CuratedRows) -> dict[str, dict[str, set[str]]]:
    """By event its places, organisations and people."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for table, column, kind in (
        ("event_places", "place_id", Field.PLACE),
        ("event_organisations", "organisation_id", Field.ORGANISATION),
        ("speakers", "person_id", Field.PERSON),
    ):
        for row in record.rows(table):
            found[row["event_id"]][kind].add(row[column])
    return found


def _compare(drafted: _Drafted, event: Cells, known: dict[str, set[str]]) -> Likeness:
    time, when = _time(drafted, event)
    if not time:
        return Likeness(0.0, event["id"], ())
    shared = {
        kind: drafted.rows[kind] & known[kind] for kind in (Field.PLACE, Field.ORGANISATION, Field.PERSON)
    }
    words = SequenceMatcher(None, fold(drafted.title), fold(event["title"])).ratio()
    parts = (
        (time, when),
        (0.25 * bool(shared[Field.PLACE]), "same place"),
        (
            min(0.2, 0.07 * len(shared[Field.ORGANISATION])),
            f"{count_noun(len(shared[Field.ORGANISATION]), 'organisation')} in common",
        ),
        (
            min(0.2, 0.1 * len(shared[Field.PERSON])),
            f"{count_noun(len(shared[Field.PERSON]), 'person')} in common",
        ),
        (0.3 * max(0.0, words - 0.4), "" if words < 0.6 else "a title like it"),
    )
    score = round(sum(part for part, _ in parts), 2)
    return Likeness(score, event["id"], tuple(why for part, why in parts if part and why))


def _time(drafted: _Drafted, event: Cells) -> tuple[float, str]:
    begin = _day(event["start_on"])
    end = _day(event["end_on"]) or begin
    if drafted.first and drafted.last and begin and end:
        gap = max((begin - drafted.last).days, (drafted.first - end).days, 0)
        if gap <= NEAR:
            return (0.45, "same days") if gap == 0 else (0.25, f"{gap} days apart")
        return 0.0, ""
    if drafted.first and event["start_on"][:7] == drafted.first.isoformat()[:7]:
        return 0.2, "same month"
    return 0.0, ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text or "") else None


def list_shingles(text: str) -> frozenset[int]:
    """Digests of runs of words, of the beginning of a text."""
    words = fold(text[:LONGEST_TEXT]).split()
    runs = (" ".join(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def measure_overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller text that stands in the other: near 1 for a repost."""
    return len(one & other) / max(1, min(len(one), len(other)))
