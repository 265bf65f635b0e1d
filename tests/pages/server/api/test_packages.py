"""A package is the file of the dashboard, of a bounded number of events and rows."""

import pytest
from sqlalchemy import Engine

from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters, Subject
from pages.server.api import packages
from pages.server.api.packages import NAMES
from tests.pages.server.api.conftest import BASE, Program

ALPHA = Filters(subject=Subject("organisations", "alpha"))


def test_those_are_offered_whose_settings_can_be_given(program: Program) -> None:
    assert NAMES == ["network", "profile", "record"]
    assert [each["name"] for each in program.read("/api/v1/data")["packages"]] == NAMES


@pytest.mark.parametrize(
    ("dataset", "query", "filters", "settings"),
    [
        ("network", "?least=1&min=2", Filters(), (("least", "1"), ("min", "2"))),
        ("profile", "?thing=organisation&id=alpha", ALPHA, ()),
        ("record", "", Filters(), ()),
    ],
)
def test_it_is_the_file_of_the_dashboard(
    dataset: str,
    query: str,
    filters: Filters,
    settings: tuple[tuple[str, str], ...],
    program: Program,
    engine: Engine,
) -> None:
    asked = Request(dataset, filters, export.find_release(engine), settings, BASE)
    answer = program.ask(f"/api/v1/data/{dataset}.zip{query}", accept_encoding="gzip")
    assert answer.content == export.make_file(asked, "zip", engine)
    assert answer.headers["content-type"] == "application/zip"
    assert "content-encoding" not in answer.headers
    name = export.name_file(asked, "zip")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_what_would_be_too_much_is_refused(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/api/v1/data/profile.zip"
    assert program.refusal(path) == (
        422,
        "thing: everything on one thing needs the thing; give “thing” and “id”.",
    )
    monkeypatch.setattr(packages, "MOST_EVENTS", 0)
    assert program.refusal(f"{path}?thing=organisation&id=alpha")[1].endswith("one by one, page by page.")


def test_tables_that_no_filter_narrows_are_bounded_too(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "MOST_ROWS", 40)
    status, words = program.refusal("/api/v1/data/record.zip?to=1900-01-01")
    assert (status, words.split(" ", 1)[1].startswith("rows are in its tables")) == (422, True)
    assert program.ask("/api/v1/data/profile.zip?thing=organisation&id=alpha").status_code == 200
