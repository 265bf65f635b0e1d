"""The frame around every page: titles, filters from the address, chips, warnings, the first build.

AppTest shows no address that widgets write; that is tested in a browser (tests/e2e).
"""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.testing.v1 import AppTest

from data import links, store
from data.filters import Filters
from pages.views.shell import frame
from tests.conftest import CURATED
from tests.etl.folder import Folder
from tests.reader import Opened, chips, lead, opening, run

PAGES = {
    "overview": "Overview",
    "timeline": "Timeline",
    "network": "Organisation network",
    "offices": "Border Liaison Offices",
    "recommendations": "Recommendations",
    "evidence": "Evidence",
    "index": "Index",
    "brief": "Brief",
    "extracts": "Extracts",
    "about": "About",
    "search": "Search",
    "compare": "Compare",
}


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_under_its_title(name: str, opened: Opened) -> None:
    app = opened(name)
    assert [title.value for title in app.title] == [PAGES[name]]
    assert [warning.value for warning in app.warning] == []


def test_every_page_script_is_tested_here() -> None:
    scripts = {path.stem for path in (store.ROOT / "pages").glob("*.py")} - {"__init__"}
    assert scripts == {*PAGES, *links.DESK, "thing", "event", "recommendation", "statement"}
    assert PAGES.keys() == {*links.PAGES, *links.UNLISTED}


@pytest.mark.parametrize("name", [*PAGES, "person", "event"])
def test_every_page_takes_every_filter(name: str, opened: Opened) -> None:
    app = opened(
        name,
        org=["alpha", "beta"],
        match="all",
        role=["organiser", "participant"],
        country="UZB",
        kind="conference",
        theme="border-management",
        q="table",
        **{"from": "2021-03-03", "to": "2021-12-31"},
    )
    assert chips(app) == [
        "ALPHA ✕",
        "BETA ✕",
        "as organiser ✕",
        "as participant ✕",
        "Uzbekistan ✕",
        "Conferences ✕",
        "Border management ✕",
        "all of these organisations ✕",
        r"2021\-03\-03 → 2021\-12\-31 · events\: 1 certainly ✕",
        "“table” ✕",
        "Clear all",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_so_when_nothing_matches(name: str, opened: Opened) -> None:
    app = opened(name, q="zzz")
    assert [title.value for title in app.title] == [PAGES[name]]
    assert chips(app) == ["“zzz” ✕"]


def test_each_run_has_a_page_of_its_own(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit refuses a page that was run before, and an older run of a hasty reader may be in its page."""
    pages, show = [], frame.run_page

    def note(page: StreamlitPage, filters: Filters) -> None:
        pages.append(page)
        show(page, filters)

    monkeypatch.setattr(frame, "run_page", note)
    run(opened("timeline"))
    first, *others = [page for page in pages if page.url_path == "timeline"]
    assert others
    assert first not in others


def test_a_widget_narrows_as_a_link_does(opened: Opened) -> None:
    app = opened("timeline")
    app.multiselect("f_kind").select("training")
    run(app)
    assert lead(app) == "1 event, 2021."
    assert app.query_params["kind"] == "training"


def test_a_filter_stays_when_the_page_changes(opened: Opened) -> None:
    app = opened("timeline", org="delta")
    run(app.switch_page("pages/network.py"))
    run(app.switch_page("pages/timeline.py"))
    assert chips(app) == ["DELTA ✕"]


def test_what_the_record_does_not_hold_is_named_and_left_out(opened: Opened) -> None:
    app = opened("timeline", org=["nobody", "delta"], theme="x'; DROP TABLE events", **{"from": "soon"})
    [warning] = app.warning
    assert warning.value == (
        "These parts of the link are not known here and were left out: org “nobody”, "
        "theme “x'; DROP TABLE events”, from “soon”."
    )
    assert chips(app) == ["DELTA ✕"]
    assert lead(app).startswith("1 event")


def test_a_link_followed_later_is_read_as_one_opened_first(opened: Opened) -> None:
    app = opened("timeline", org="delta")
    app.query_params["org"] = ["nobody", "alpha"]
    run(app)
    assert chips(app) == ["ALPHA ✕"]
    assert ["org “nobody”" in warning.value for warning in app.warning] == [True]


def test_the_warning_goes_with_the_next_change(opened: Opened) -> None:
    app = opened("timeline", org=["nobody", "delta"])
    app.multiselect("f_kind").select("meeting")
    run(app)
    assert [warning.value for warning in app.warning] == []


def test_a_chip_takes_its_filter_away(opened: Opened) -> None:
    app = opened("timeline", org="alpha", country="UZB")
    app.button("chip-0-ALPHA").click()
    run(app)
    assert chips(app) == ["Uzbekistan ✕"]
    assert app.multiselect("f_org").value == []
    assert "org" not in app.query_params


def test_all_chips_go_at_once(opened: Opened) -> None:
    app = opened("timeline", org="alpha", q="course")
    app.button("chip-clear").click()
    run(app)
    assert chips(app) == []
    assert lead(app).startswith("6 events")


@pytest.mark.parametrize("name", [*PAGES, "thing", "event", "recommendation", "statement", "search"])
def test_a_page_opened_without_its_frame_says_how_to_start(
    name: str, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    again: list[str] = []
    start_over = st.rerun

    def counted() -> None:
        again.append(name)
        start_over()

    monkeypatch.setattr(st, "rerun", counted)
    app = run(AppTest.from_file(store.ROOT / "pages" / f"{name}.py", default_timeout=30))
    assert again == [name], "it starts over once, whatever other sessions have told Streamlit"
    assert [notice.value for notice in app.info] == [
        "This page is part of the dashboard. Start it with `streamlit run app.py`."
    ]
    assert len(app.title) == 0


def test_without_a_store_one_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path / "new"))
    monkeypatch.setattr(store, "CURATED", CURATED)
    app = run(AppTest.from_file(store.ROOT / "app.py", default_timeout=60))
    assert "6 events" in lead(app)
    assert store.current_build(tmp_path / "new") is not None


def test_faults_in_the_tables_are_named_and_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "curated")
    folder.edit("events.csv", "conference,round table", "confrence,round table")
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path / "new"))
    monkeypatch.setattr(store, "CURATED", folder.path)
    app = run(AppTest.from_file(store.ROOT / "app.py", default_timeout=60))
    assert len(app.error) == 1
    assert "events.csv:2: kind: is not one of" in app.code[0].value
    assert store.current_build(tmp_path / "new") is None
