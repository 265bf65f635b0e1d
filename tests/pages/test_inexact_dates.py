"""A range of dates on every page: what is certainly in it and what only possibly is told apart."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.reader import Opened, chips, lead, opening, run, said

RANGE = {"from": "2021-03-04", "to": "2022-01-31"}
PAGES = ("overview", "timeline", "network", "offices", "recommendations", "evidence", "extracts", "about")


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def column(app: AppTest, table: int, name: str) -> list[object]:
    values: list[object] = app.dataframe[table].value[name].tolist()
    return values


@pytest.mark.parametrize("page", PAGES)
def test_the_chip_says_how_many_events_and_goes_by_the_same_key(page: str, opened: Opened) -> None:
    app = opened(page, **RANGE)
    assert chips(app) == [r"2021\-03\-04 → 2022\-01\-31 · events\: 1 certainly, 4 possibly ✕"]
    app.button("chip-0-2021-03-04 → 2022-01-31").click()
    run(app)
    assert chips(app) == []


def test_the_chip_counts_under_all_filters(opened: Opened) -> None:
    app = opened("offices", kind="operation", **RANGE)
    assert chips(app)[1] == r"2021\-03\-04 → 2022\-01\-31 · events\: 1 possibly ✕"
    app = opened("offices", q="zzz", **RANGE)
    assert chips(app)[0] == r"2021\-03\-04 → 2022\-01\-31 · events\: none ✕"


def test_the_overview_parts_its_figures_and_marks_what_is_possible(opened: Opened) -> None:
    app = opened(**RANGE)
    for words in (
        "events: 1 certainly, 4 possibly",
        "organisations that took part: 3 certainly, 1 possibly",
        "speakers, all certainly in the range",
        "recommendations: 2 certainly, 1 possibly",
    ):
        assert f"<span>{words}</span>" in said(app)
    for words in (
        "March 2021, Alphaville; Gamma crossing: Course for alpha officers · possibly in the range",
        "3–4 March 2021, Alphaville: Round table on alpha borders",
    ):
        assert f">{words}</a>" in said(app)
    assert "<span>events</span>" in said(opened())


def test_the_network_parts_events_in_tables_and_card(opened: Opened) -> None:
    app = opened("network", least="1", org="alpha", **RANGE)
    assert column(app, 0, "events") == [3, 3, 2, 1]
    assert column(app, 0, "certainly") == [1, 1, 1, 0]
    assert column(app, 0, "possibly") == [2, 2, 1, 1]
    assert "3 events (1 certainly, 2 possibly)" in said(app)
    assert '<td>2<div class="small">1 possibly</div></td>' in said(app)
    assert "<td>March 2021 · possibly in the range</td>" in said(app)
    pairs = opened("network", least="1", table="pairs", **RANGE)
    assert column(pairs, 0, "possibly") == [1, 1, 0]
    assert "certainly" not in opened("network", least="1").dataframe[0].value.columns


def test_recommendations_and_statements_say_how_their_event_matches(opened: Opened) -> None:
    app = opened("recommendations", said="all", **RANGE)
    assert lead(app).endswith(" The events of 2 lie in the range, of 1 only possibly.")
    assert column(app, 0, "date_match") == ["certainly", "certainly", "possibly"]
    assert "hatched: possibly in the range" in said(app)
    words = re.sub("<sup.*?</sup>|<.*?>", "", said(app))
    assert "not stated · possibly in the range · 1 recommendation, reported by Beta" in words
    assert "Exercise &quot;Beta shield&quot;, 2022 · possibly in the range" in words
    assert "in the range" not in said(opened("recommendations", said="all"))


def test_offices_match_by_their_opening(opened: Opened) -> None:
    app = opened("offices", **RANGE)
    assert column(app, 0, "name") == ["Afghan-Tajik border, unnamed 1", "Omega post"]
    assert column(app, 0, "date_match") == ["possibly", "possibly"]
    assert "date_match" not in opened("offices").dataframe[0].value.columns


def test_extracts_name_the_column_under_a_range_alone(opened: Opened) -> None:
    assert (
        "The column date_match says whether a row is certainly or only possibly in the range of dates."
        in said(opened("extracts", **RANGE))
    )
    assert "column date_match" not in said(opened("extracts"))
