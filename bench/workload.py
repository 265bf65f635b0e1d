"""What benches ask of a store: five filters of five widths, and a word that is neither rare nor common."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from data import engines
from data.filters import Filters
from data.queries import facets
from data.queries.events import list as events

YEARS = 5
WIDEST, NARROWEST = "all", "mid5y"
SHARE = 0.01
"""The share of events whose title holds the middling word."""


def filters(engine: Engine) -> dict[str, Filters]:
    """By name, widest first: all, five years, and in them the busiest, ten and one middling organisation."""
    organisations = engines.read_frame(engine, facets.list_organisations())["id"].tolist()
    since, until = _years(engine)
    return {
        WIDEST: Filters(),
        "date5y": Filters(since=since, until=until),
        "top5y": Filters(organisations=(organisations[0],), since=since, until=until),
        "ten5y": Filters(organisations=tuple(organisations[1:11]), since=since, until=until),
        NARROWEST: Filters(organisations=(organisations[len(organisations) // 2],), since=since, until=until),
    }


def middling_word(path: Path) -> str:
    """The word of the titles of events that occurs in about one in a hundred of them."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("ATTACH ? AS built", (str(path),))
        memory.execute("CREATE VIRTUAL TABLE words USING fts5(title)")
        memory.execute("INSERT INTO words SELECT title FROM built.events")
        memory.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, row)")
        query = (
            "SELECT term FROM terms WHERE length(term) > 4 AND term GLOB '[a-z]*'"
            " ORDER BY abs(doc - ? * (SELECT count(*) FROM words)), term LIMIT 1"
        )
        return str(memory.execute(query, (SHARE,)).fetchone()[0])


def _years(engine: Engine) -> tuple[date, date]:
    """The last five whole years of the record."""
    last = engines.read_records(engine, events.find_bounds())[0]["last"].year
    return date(last - YEARS, 1, 1), date(last - 1, 12, 31)
