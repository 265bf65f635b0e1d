"""Rows of a page as JSON are those of the file, whether the build holds them or they are made."""

import json
from datetime import date

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.links import AT_HOME
from data.schema.dictionary import ADDED
from data.schema.models import tables
from pages.server.api import lines

DATED = Filters(since=date(2021, 3, 3), until=date(2021, 3, 4))
ALPHA = Filters(organisations=("alpha",))


def ask(engine: Engine, dataset: str, filters: Filters) -> Request:
    return Request(dataset, filters, export.find_release(engine), (), AT_HOME)


def joined(page: lines.Page, base: str = AT_HOME) -> bytes:
    return lines.join_pieces(page.rows, base)


@pytest.mark.parametrize("dataset", ["events", "event_organisations", "statement_themes", "places"])
def test_rows_of_any_filter_are_those_of_the_file(dataset: str, engine: Engine) -> None:
    for filters in (Filters(), DATED, ALPHA, Filters()):
        asked = ask(engine, dataset, filters)
        file = export.make_file(asked, "jsonl", engine).splitlines()
        page = lines.read_page(asked, engine, 0, 1_000)
        assert joined(page) == b",\n".join(file[1:])
        receipt = json.loads(file[0])["receipt"]
        assert (page.tally.rows, page.tally.of) == (receipt["rows"], receipt["of_rows"])


@pytest.mark.parametrize("dataset", ["events", "event_organisations", "statement_themes"])
def test_own_columns_are_those_of_the_table(dataset: str, engine: Engine) -> None:
    names = {*tables()[dataset].model_fields, "date_match"}
    for filters in (Filters(), DATED, ALPHA):
        asked = ask(engine, dataset, filters)
        whole, own = (lines.read_page(asked, engine, 1, 3, is_own=is_own) for is_own in (False, True))
        rows = json.loads(b"[%s]" % joined(whole))
        kept = [{each: row[each] for each in row if each in names} for row in rows]
        assert json.loads(b"[%s]" % joined(own)) == kept
        assert own.tally == whole.tally
        assert rows or not filters.is_empty


@pytest.mark.parametrize("dataset", ["offices", "recommendations-list", "sources-list", "network-pairs"])
def test_own_columns_of_a_list_are_all_but_sources_and_claims(dataset: str, engine: Engine) -> None:
    asked = ask(engine, dataset, Filters())
    whole, own = (lines.read_page(asked, engine, 0, 9, is_own=is_own) for is_own in (False, True))
    rows = json.loads(b"[%s]" % joined(whole))
    assert rows
    kept = [{each: row[each] for each in row if each not in ADDED} for row in rows]
    assert json.loads(b"[%s]" % joined(own)) == kept


def test_rows_that_the_build_holds_are_not_made(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(filters: Filters, first: int, most: int) -> lines.Page:
        return lines.read_page(ask(engine, "events", filters), engine, first, most)

    made = export.read_page(ask(engine, "events", DATED), engine, 0, 9)[0]
    monkeypatch.setattr(export, "read_page", lambda *_: 1 / 0)
    whole, part = read(Filters(), 0, 3), read(Filters(), 1, 2)
    assert whole.has_more
    assert joined(whole).endswith(b",\n" + joined(part))
    assert read(DATED, 0, 9).tally == made.tally
    [row] = json.loads(b"[%s]" % joined(read(ALPHA, 0, 1), 'http://"a"/é'))
    assert row["record_url"].startswith('http://"a"/é/event?')
