"""The record at a glance: headline figures and what was read."""

from sqlalchemy import Engine, func, select
from sqlmodel import col

from data.engines.answers import Answer
from data.engines.statements import Rows
from data.filters import CERTAINLY, POSSIBLY, Filters
from data.queries.events.list import Ask
from data.queries.matching import match_events, match_recommendations
from data.schema.models import Build

SURE = "max(CASE WHEN f.certain THEN 1 ELSE 0 END) AS sure"


def count_figures(filters: Filters) -> Ask:
    """One row: events that match, organisations with a part in them, people who spoke, sources.

    Of the first three, `<name>_certainly` counts those of events that are certainly in the range of dates.
    """

    def answer(engine: Engine) -> Answer:
        found = match_events(engine, filters)
        sql = f"""{found.head()},
organisations AS (SELECT p.number, {SURE} FROM found f JOIN read_parts p ON p.n = f.n GROUP BY 1),
people AS (SELECT p.number, {SURE} FROM found f JOIN read_speakers p ON p.n = f.n GROUP BY 1)
SELECT (SELECT count(*) FROM found) AS events, (SELECT count(*) FROM organisations) AS organisations,
  (SELECT count(*) FROM people) AS speakers, (SELECT count(*) FROM found WHERE certain) AS events_certainly,
  (SELECT coalesce(sum(sure), 0) FROM organisations) AS organisations_certainly,
  (SELECT coalesce(sum(sure), 0) FROM people) AS speakers_certainly,
  (SELECT count(DISTINCT source) FROM read_reports
    WHERE is_report = 1 AND n IN (SELECT n FROM found)) AS sources"""
        names, [row] = found.count(sql)
        return Answer(names, [tuple(map(int, row))])

    return answer


def count_recommendations(filters: Filters) -> Ask:
    """One row: how many `recommendations` match, `certainly` and `possibly` in the range of dates."""

    def answer(engine: Engine) -> Answer:
        found = match_recommendations(engine, filters)
        sql = f"{found.head()} SELECT count(*), count(*) FILTER (WHERE certain) FROM found"
        [(every, certain)] = found.count(sql).rows
        return Answer(["recommendations", CERTAINLY, POSSIBLY], [(every, certain, every - certain)])

    return answer


def find_release() -> Rows:
    """One row: the release that the store was built from, and how many files and rows it read."""
    return select(
        func.max(col(Build.release)).label("release"),
        func.count().label("files"),
        func.sum(col(Build.rows)).label("rows"),
    )
