"""Data sets of several tables as the data package of downloads: CSV with schema, sources and receipt."""

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS, PROFILE, Shape
from data.extracts.formats import WRITERS
from data.extracts.request import Request
from data.queries import tables
from data.queries.events import list as events
from pages.server.api.bodies import Body
from pages.server.api.parameters import OWN
from pages.server.api.problems import ProblemError, refuse

FORM = "zip"
MEDIA = WRITERS[FORM].mime
NAMES = [name for name, one in DATASETS.items() if Shape.TABLES in one.shapes and {*one.settings} <= {*OWN}]
"""Those whose settings are parameters."""
MOST_EVENTS, MOST_ROWS = 5_000, 100_000
"""Events that a package may hold, and rows of its tables, some of which no filter narrows.

It is made whole, in about five seconds.
"""


def write_package(asked: Request, engine: Engine) -> Body:
    """The file that the dashboard gives; ProblemError where it would hold too much, or no thing is named."""
    if asked.dataset == PROFILE and not asked.filters.subject:
        raise refuse("thing", "everything on one thing needs the thing; give “thing” and “id”.")
    _refuse_large(asked, engine)
    name = export.name_file(asked, FORM)
    content = export.make_file(asked, FORM, engine)
    return Body(content, {"content-disposition": f'attachment; filename="{name}"'})


def _refuse_large(asked: Request, engine: Engine) -> None:
    [counts] = engines.read_records(engine, events.count_events(asked.filters))
    sizes = engines.read_records(engine, tables.count_all_rows(asked.filters))
    rows = sum(each["rows"] for each in sizes if each["table"] in DATASETS[asked.dataset].parts)
    for number, words, most in (
        (counts["events"], "events match", MOST_EVENTS),
        (rows, "rows are in its tables", MOST_ROWS),
    ):
        if number > most:
            raise ProblemError(
                422,
                f"{number:,} {words}, and a package holds {most:,} at most; narrow the filters, or ask for "
                "the tables one by one, page by page.",
            )
