"""The dashboard on a PostgreSQL database: the same pages, and one sentence where it does not answer."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from pages.server import state
from pages.server.api.application import make_application
from pages.server.api.pacing import Pacing
from tests.pages.server.api.conftest import Program
from tests.postgresql import copy_store, new_database, shared_server
from tests.reader import opening, said

THING = {"id": "alpha"}
SENTENCE = (
    "The database of the record does not answer, so this page could not be read to its end. "
    "Nothing is lost; reload the page in a moment."
)


@pytest.mark.parametrize("name", ["timeline", "network", "offices", "evidence", "organisation"])
def test_a_page_is_the_same_from_both_engines(
    name: str, builds: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = copy_store(store_path).database.render_as_string(hide_password=False)
    parameters = THING if name == "organisation" else {}
    shown = []
    for place in (builds, address):
        app = opening(place, monkeypatch)(name, **parameters)
        shown.append((said(app), [table.value.to_csv() for table in app.dataframe]))
    assert shown[0][0]
    assert shown[0] == shown[1]


def test_without_the_database_there_is_one_sentence_until_it_is_back(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = copy_store(store_path)
    monkeypatch.setenv("CHEGARA_STORE_READ", build.database.render_as_string(hide_password=False))
    app = AppTest.from_file(store.ROOT / "app.py", default_timeout=60)
    assert state.current_state()["build"] == build.id
    shared_server().kill()
    try:
        app.run()
        assert [error.value for error in app.error] == [SENTENCE]
        assert state.current_state() == {"status": "unavailable"}
    finally:
        shared_server().start()
    app.run()
    assert not app.error
    assert state.current_state() == {"status": "ok", "build": build.id, "release": "test.1"}


def test_programs_get_the_same_rows_and_one_sentence_where_it_does_not_answer(
    builds: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "/api/v1/data/events?country=TJK"
    build, program = copy_store(store_path), Program(make_application(Pacing()))
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    expected = program.ask(asked)
    monkeypatch.setenv("CHEGARA_STORE", build.database.render_as_string(hide_password=False))
    found = program.ask(asked)
    assert (found.status_code, found.content) == (200, expected.content)
    shared_server().kill()
    try:
        assert program.refusal("/api/v1/data/themes") == (503, "The database of the record does not answer.")
    finally:
        shared_server().start()
    assert program.ask("/api/v1/data/themes").status_code == 200


def test_a_database_without_a_build_is_told_and_none_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    where = new_database()
    monkeypatch.setenv("CHEGARA_STORE", where.render_as_string(hide_password=False))
    app = AppTest.from_file(store.ROOT / "app.py", default_timeout=60).run()
    assert [error.value.split(" The curated")[0] for error in app.error] == [
        "No build of the record can be shown. What is wrong with the newest: there is none yet."
    ]
    assert list(store.list_all(where)) == []
