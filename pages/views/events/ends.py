"""Who speaks to whom in recommendations and statements, and on what: each name a link."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from data.queries.things import ends as queries
from data.values.rows import Row
from pages.views.html import markup
from pages.views.html.things import link_thing
from pages.views.session import reads
from pages.views.shell.filters.controls import draw_filter


class Ends(NamedTuple):
    """Links: who speaks (person and organisation, as far as stated), to whom, in which document, on what."""

    by: markup.Safe
    to: markup.Safe
    instrument: markup.Safe
    themes: markup.Safe


def link_ends(table: str, rows: Iterable[Row]) -> dict[str, Ends]:
    """The ends of rows of recommendations or statements, by their ids."""
    shown = {row["id"]: row for row in rows}
    if not shown:
        return {}
    themes: dict[str, list[markup.Safe]] = defaultdict(list)
    for each in reads.read_records(queries.list_themes, table, tuple(shown)):
        themes[each["id"]].append(_with_filter("themes", each["theme_id"], each["theme"]))
    found = reads.read_records(queries.list_ends, table, tuple(shown))
    return {
        each["id"]: _link(shown[each["id"]], each, markup.join(themes[each["id"]], " · ")) for each in found
    }


def _link(row: Row, ids: Row, themes: markup.Safe) -> Ends:
    by = [
        _with_filter(table, ids[f"{column}_id"], row[column])
        for table, column in (("people", "person"), ("organisations", "organisation"))
        if row[column]
    ]
    return Ends(
        markup.join(by, ", ") or markup.to_html(None),
        _with_filter("organisations", ids["addressee_id"], row.get("addressee")),
        _with_filter("instruments", ids["instrument_id"], row["instrument"]),
        themes,
    )


def _with_filter(table: str, identity: str | None, name: object) -> markup.Safe:
    return markup.join((link_thing(table, identity, name), draw_filter(table, identity)))
