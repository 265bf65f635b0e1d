"""Pages put together from rows that are kept are those of the file, under every filter."""

import json
from datetime import date

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.links import AT_HOME
from pages.server.api import lines

DATED = Filters(since=date(2021, 3, 3), until=date(2021, 3, 4))
ALPHA = Filters(organisations=("alpha",))


def ask(engine: Engine, dataset: str, filters: Filters, base: str = AT_HOME) -> Request:
    return Request(dataset, filters, export.find_release(engine), (), base)


@pytest.mark.parametrize("dataset", ["events", "event_organisations", "statement_themes", "places"])
def test_rows_of_any_filter_are_those_of_the_file(dataset: str, engine: Engine) -> None:
    for filters in (Filters(), DATED, ALPHA, Filters()):
        asked = ask(engine, dataset, filters)
        file = export.make_file(asked, "jsonl", engine).splitlines()
        page = lines.read_page(asked, engine, 0, 1_000)
        assert page.rows == file[1:]
        receipt = json.loads(file[0])["receipt"]
        assert (page.tally.rows, page.tally.of) == (receipt["rows"], receipt["of_rows"])


def test_rows_that_are_kept_are_not_read_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(filters: Filters, first: int, most: int) -> lines.Page:
        return lines.read_page(ask(engine, "events", filters, "https://own.example"), engine, first, most)

    whole = read(Filters(), 0, 4)
    assert whole.has_more
    monkeypatch.setattr(export, "read_page", lambda *_: 1 / 0)
    assert read(Filters(), 1, 2).rows == whole.rows[1:3]
    with pytest.raises(ZeroDivisionError):  # under a range of dates a row says how it matches
        read(DATED, 0, 1)
