"""Answers are tagged by build, packed where that is taken, and made once."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from data import store
from etl import pipeline
from pages.server.api import pages
from pages.server.api.application import make_application
from tests.etl.folder import Folder
from tests.pages.server.api.conftest import BASE, Program
from tests.postgresql import copy_store

EVENTS = "/api/v1/data/events?limit=2"


def test_a_tag_that_still_holds_is_answered_without_rows(program: Program, store_path: Path) -> None:
    first = program.ask(EVENTS)
    tag = first.headers["etag"]
    assert tag.startswith(f'"{store.build_id(store_path)}-')
    assert first.headers["cache-control"] == "private, no-cache"
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = program.ask(EVENTS, if_none_match=known)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert program.ask(EVENTS, if_none_match='"other"').content == first.content


def test_another_request_has_another_tag(program: Program) -> None:
    asked = [EVENTS, f"{EVENTS}&org=alpha", "/api/v1/data/events?limit=3", "/api/v1/data/events.csv?limit=2"]
    assert len({program.ask(path).headers["etag"] for path in asked}) == len(asked)


def test_who_takes_gzip_gets_it(program: Program) -> None:
    plain, packed = program.ask(EVENTS), program.ask(EVENTS, accept_encoding="gzip")
    assert (packed.headers["content-encoding"], plain.headers.get("content-encoding")) == ("gzip", None)
    assert packed.content == plain.content  # as unpacked by the client
    assert len(gzip.compress(plain.content)) < int(plain.headers["content-length"])
    assert packed.headers["etag"] != plain.headers["etag"]
    for refused in ("gzip;q=0", "br, GZIP ; q=0.0, *", "x-gzipped"):
        assert "content-encoding" not in program.ask(EVENTS, accept_encoding=refused).headers
    assert "content-encoding" in program.ask(EVENTS, accept_encoding="br;q=0, GZip;q=0.5").headers


def test_an_answer_is_made_once(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    first = program.ask(EVENTS).content
    monkeypatch.setattr(pages, "write_page", lambda *_: 1 / 0)
    assert program.ask(EVENTS).content == first


def test_links_are_to_the_public_address(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.read(EVENTS)["next"].startswith(f"{BASE}/api/v1/data/events?")
    assert program.ask(EVENTS, x_forwarded_proto="javascript").json()["next"].startswith("http://")
    monkeypatch.setenv("CHEGARA_ADDRESS", "https://chegara.example.org/team/")
    page = program.read(EVENTS)
    assert page["next"].startswith("https://chegara.example.org/team/api/v1/data/events?")
    assert page["rows"][0]["record_url"].startswith("https://chegara.example.org/team/event?id=")


def test_a_cursor_ends_with_its_build(
    tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = program.read(EVENTS)["next"]
    folder = Folder(tmp_path / "curated")
    folder.edit("themes.csv", "Drugs,", "Medicines,")
    pipeline.build(folder.path, tmp_path / "builds")
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path / "builds"))
    status, sentence = program.refusal(following)
    assert status == 410
    assert sentence.endswith("begin again without a cursor.")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (sqlite3.OperationalError("disk I/O error"), "The build was replaced meanwhile; ask again."),
        (store.LostBuildError("b_1"), "The build was replaced meanwhile; ask again."),
        (store.UnreachableError("refused"), "The database of the record does not answer."),
    ],
)
def test_a_store_that_goes_meanwhile_is_told(
    error: Exception, sentence: str, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(pages, "write_page", fail)
    assert program.refusal(f"{EVENTS}&q=alpha") == (503, sentence)


@pytest.mark.parametrize(
    "path", [EVENTS, f"{EVENTS}&org=alpha&from=2021-01-01", "/api/v1/data/sources-list.csv"]
)
def test_rows_are_the_same_from_a_database(
    path: str, program: Program, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = program.ask(path).content
    address = copy_store(store_path).database.render_as_string(hide_password=False)
    monkeypatch.setenv("CHEGARA_STORE", address)
    other = Program(make_application())
    assert other.ask(path).content == whole
