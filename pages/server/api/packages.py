"""Data sets of several tables as the data package of downloads: CSV with schema, sources and receipt."""

from sqlalchemy import Engine

from data import engines
from data.extracts import export
from data.extracts.datasets import DATASETS, PROFILE, Shape
from data.extracts.formats import WRITERS
from data.extracts.request import Request
from data.queries.events import list as events
from pages.server.api.bodies import Body
from pages.server.api.parameters import OWN
from pages.server.api.problems import ProblemError, refuse

FORM = "zip"
MEDIA = WRITERS[FORM].mime
NAMES = [name for name, one in DATASETS.items() if Shape.TABLES in one.shapes and {*one.settings} <= {*OWN}]
"""Those whose settings are parameters."""
MOST_EVENTS = 5_000
"""Events that a package may hold: it is made whole, in about five seconds."""


def write_package(asked: Request, engine: Engine) -> Body:
    """The file that the dashboard gives; ProblemError where it would hold too much, or no thing is named."""
    if asked.dataset == PROFILE and not asked.filters.subject:
        raise refuse("thing", "everything on one thing needs the thing; give “thing” and “id”.")
    [counts] = engines.read_records(engine, events.count_events(asked.filters))
    if counts["events"] > MOST_EVENTS:
        raise ProblemError(
            422,
            f"{counts['events']:,} events match, and a package holds {MOST_EVENTS:,} at most; narrow the "
            "filters, or ask for the tables one by one, page by page.",
        )
    name = export.name_file(asked, FORM)
    content = export.make_file(asked, FORM, engine)
    return Body(content, {"content-disposition": f'attachment; filename="{name}"'})
