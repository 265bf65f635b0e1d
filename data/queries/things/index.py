"""The index: every thing by its name, found by any spelling that the record knows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Engine

from data import engines
from data.engines.answers import Answer
from data.engines.statements import RecentCache
from data.links import THINGS
from data.queries.events.list import Ask
from data.queries.matching import search_bounds, word_numbers
from data.values.text import fold, index_terms, search_terms

SPELLINGS = {
    "organisations": "nullif(t.full_name, t.name)|t.name_russian",
    "people": "t.name_cyrillic",
    "places": "t.name_cyrillic",
    "instruments": "nullif(t.full_name, t.name)",
}
"""Other names by table, parted by `|`; a table that is not here has none."""
WORDED = {
    "border_liaison_offices": ("border_liaison_offices", "k.number"),
    "sources": ("sources", "s.source"),
    **dict.fromkeys(SPELLINGS, ("names", "k.number")),
}
"""By table whose words `read_words` holds, and the number that they are kept by."""
BORDER = """t.id || ' ' || t.name || ' border ' || (SELECT group_concat(c.name || ' ' || coalesce((
  SELECT group_concat(spelling, ' ') FROM aliases a WHERE a."table" = 'countries' AND a.id = c.id), ''), ' ')
  FROM countries c WHERE c.id IN (t.country_a_id, t.country_b_id))"""
SEARCHED = {"borders": BORDER, "countries": "t.id || ' ' || t.name"}
"""By short table what its rows are found by beside other spellings; else by name."""
KINDS = {
    "organisations": "t.kind",
    "places": "t.kind",
    "border_liaison_offices": "t.status",
    "instruments": "t.kind",
    "sources": "t.publisher",
}
CANDIDATE = "candidate"
"""Status of what is listed, but not counted as an office."""
CANDIDATES = f"count(CASE WHEN kind = '{CANDIDATE}' THEN 1 END)"
_SMALL: RecentCache[list[Any]] = RecentCache(len(THINGS))
COLUMNS = ["id", "name", "spellings", "kind", "events"]


def count_things(words: str) -> Ask:
    """How many rows of each `table` of `links.THINGS` have names with every one of the words.

    `candidates` are those of `number` that are no more than candidates for an office.
    """

    def answer(engine: Engine) -> Answer:
        counted = []
        for table in THINGS:
            sql, values = _worded(table, words) if table in WORDED else ("", {})
            counts = (
                engines.select(engine, f"SELECT count(*), {CANDIDATES} FROM ({sql}) listed", values).rows[0]
                if sql
                else (len(_small(engine, table, words)), 0)
            )
            counted.append((table, *counts))
        return Answer(["table", "number", "candidates"], counted)

    return answer


def list_things(table: str, words: str, first: int, most: int) -> Ask:
    """At most `most` rows of a table from `first` on, by name, with the columns of COLUMNS."""

    def answer(engine: Engine) -> Answer:
        if table not in WORDED:
            return Answer(COLUMNS, _small(engine, table, words)[first : first + most])
        sql, values = _worded(table, words)
        paged = f"SELECT * FROM ({sql}) listed ORDER BY lower(name), id LIMIT :most OFFSET :first"
        return engines.select(engine, paged, {**values, "first": first, "most": most})

    return answer


def _worded(table: str, words: str) -> tuple[str, dict[str, Any]]:
    bounds, values = search_bounds(words)
    kept_in, number = WORDED[table]
    conditions = "".join(f" AND {number} IN ({word_numbers(kept_in, each)})" for each in bounds)
    return f"{_select(table)}{conditions}", values


def _select(table: str) -> str:
    if table == "sources":
        return """SELECT t.id, coalesce(t.title, t.about) AS name, NULL AS spellings, t.publisher AS kind,
  s.events FROM sources t JOIN read_sources s ON s.id = t.id WHERE 1 = 1"""
    others = SPELLINGS.get(table, "NULL").split("|")
    own = " || ".join(f"coalesce('; ' || {column}, '')" for column in others)
    aliases = f"""(SELECT group_concat(spelling, '; ') FROM (SELECT a.spelling FROM aliases a
    WHERE a.id = t.id AND a."table" = '{table}' ORDER BY a.spelling) spelled)"""
    kind = KINDS.get(table, "NULL")
    spellings = f"nullif(ltrim({own} || coalesce('; ' || {aliases}, ''), '; '), '')"
    return f"""SELECT t.id, t.name, {spellings} AS spellings, {kind} AS kind, k.events FROM {table} t
LEFT JOIN read_names k ON k."table" = '{table}' AND k.id = t.id WHERE 1 = 1"""


def _small(engine: Engine, table: str, words: str) -> list[Any]:
    """Rows of a short table, whose words are no part of the search of events."""
    searched = SEARCHED.get(table, "t.name")
    sql = f"SELECT o.*, {searched} FROM ({_select(table)}) o JOIN {table} t ON t.id = o.id ORDER BY o.name"
    rows = _SMALL.get(engine, table, lambda: list(engines.select(engine, sql, {}).rows))
    terms = search_terms(words)
    return [row[:-1] for row in rows if _begin(terms, index_terms(fold(f"{row[2] or ''} {row[-1]}")))]


def _begin(terms: Iterable[str], words: list[str]) -> bool:
    return all(any(word.startswith(term) for word in words) for term in terms)
