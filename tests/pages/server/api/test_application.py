"""Rows for programs: the same as in the files, page by page; every answer is as the document says."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bench.api import list_values, send_random
from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.schema.models import tables
from pages.server.api import application, pages
from pages.server.api.application import NAMES
from pages.server.api.parameters import Query
from tests.pages.server.api.conftest import BASE, Program

ALPHA = Filters(organisations=("alpha",), since=date(2021, 1, 1))


def make(engine: Engine, dataset: str, filters: Filters, form: str) -> bytes:
    """The file that the dashboard gives at the same address."""
    return export.make_file(Request(dataset, filters, export.find_release(engine), (), BASE), form, engine)


def read_all(program: Program, path: str) -> list[bytes]:
    """The content of all pages of CSV."""
    found: list[bytes] = []
    cursor = ""
    while not found or cursor:
        answer = program.ask(f"{path}&cursor={cursor}")
        assert answer.status_code == 200, answer.text
        found.append(answer.content)
        cursor = answer.headers.get("chegara-cursor", "")
    return found


def read_rows(program: Program, path: str) -> list[Any]:
    """The rows of all pages of JSON."""
    rows: list[Any] = []
    following: str | None = path
    while following:
        page = program.read(following)
        rows += page["rows"]
        following = page["next"]
    return rows


@pytest.mark.parametrize("dataset", NAMES)
def test_pages_of_csv_are_the_file_to_the_byte(dataset: str, program: Program, engine: Engine) -> None:
    found = read_all(program, f"/api/v1/data/{dataset}.csv?limit=5")
    assert b"".join(found) == make(engine, dataset, Filters(), "csv")
    assert len(found) > 1 or found[0].count(b"\r\n") <= 6


@pytest.mark.parametrize("dataset", NAMES)
def test_pages_of_json_are_the_lines_of_the_file(dataset: str, program: Program, engine: Engine) -> None:
    rows = read_rows(program, f"/api/v1/data/{dataset}?org=alpha&from=2021-01-01&limit=4")
    lines = make(engine, dataset, ALPHA, "jsonl").decode().splitlines()[1:]
    assert rows == list(map(json.loads, lines))


@pytest.mark.parametrize("dataset", ["events", "event_organisations"])
def test_own_columns_are_kept_from_page_to_page_in_either_form(dataset: str, program: Program) -> None:
    asked = "columns=own&from=2021-01-01&limit=2"
    rows = read_rows(program, f"/api/v1/data/{dataset}?{asked}")
    file = b"".join(read_all(program, f"/api/v1/data/{dataset}.csv?{asked}")).decode("utf-8-sig")
    lines = [*csv.DictReader(io.StringIO(file))]
    names = {*tables()[dataset].model_fields, "date_match"} - {"begins_by", "ends_from"}
    assert {frozenset(row) for row in (*rows, *lines)} == {frozenset(names)}
    assert [line["source_id"] for line in lines] == [row["source_id"] for row in rows]
    assert len(rows) > 2


def test_a_page_has_its_receipt_in_headers_too(program: Program, engine: Engine) -> None:
    answer = program.ask("/api/v1/data/events?org=alpha&limit=1")
    receipt = answer.json()["receipt"]
    assert (receipt["rows"], receipt["filter"]) == (1, "ALPHA")
    assert answer.headers["chegara-build"] == export.find_release(engine).build
    assert answer.headers["chegara-cite"] == receipt["cite"]
    assert answer.headers["link"] == f'<{answer.json()["next"]}>; rel="next"'


def test_the_list_names_the_data_sets_with_settings_that_can_be_given(program: Program) -> None:
    found = program.read("/api/v1/data")
    assert [each["name"] for each in found["datasets"]] == NAMES
    assert not [
        each["name"] for each in found["datasets"] if not set(each["settings"]) <= Query.model_fields.keys()
    ]
    [offices] = [each for each in found["datasets"] if each["name"] == "offices"]
    assert offices == {
        "name": "offices",
        "title": "Border Liaison Offices",
        "settings": ["known", "border"],
        "json_rows": f"{BASE}/api/v1/data/offices",
        "csv_rows": f"{BASE}/api/v1/data/offices.csv",
    }


@pytest.mark.parametrize(
    ("path", "method", "status", "sentence"),
    [
        (
            "/api/v1/data/nosuch",
            "GET",
            404,
            "There is no such data set; /api/v1/data lists them all.",
        ),
        (
            "/api/v1/data/record.csv",
            "GET",
            404,
            "This data set has another form: ask for /api/v1/data/record.zip.",
        ),
        (
            "/api/v1/data/events.zip",
            "GET",
            404,
            "This data set has another form: ask for /api/v1/data/events.",
        ),
        (
            "/api/v1/x",
            "GET",
            404,
            "There is nothing at this address; /api/v1/openapi.json says what there is.",
        ),
        *(
            (
                f"/api/v1/{path}?x=1",
                "GET",
                422,
                "x: there is no such parameter; /api/v1/openapi.json lists them all.",
            )
            for path in ("data", "feeds/releases")
        ),
        ("/api/v1/data", "POST", 405, "This is read-only: GET and HEAD are answered."),
    ],
)
def test_what_cannot_be_answered_is_said(
    path: str, method: str, status: int, sentence: str, program: Program
) -> None:
    assert program.refusal(path, method) == (status, sentence)


def test_without_a_good_build_programs_are_told_so(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path))
    assert program.refusal("/api/v1/data") == (503, "No build of the record can be served now.")


def test_what_fails_all_the_same_is_a_problem_too(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "write_page", lambda *_: 1 / 0)
    assert program.refusal("/api/v1/data/events?limit=9") == (500, "The server has failed; its log says why.")


def test_random_requests_are_answered_as_documented(
    builds: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    found = send_random(list_values(store_path), 40)
    assert found.keys() <= {200, 404, 422}
    assert found[200] > 10
    assert found[422] > 10


@pytest.mark.parametrize("path", ["/api/v1/feeds/events", "/api/v1/data", "/api/v1/data/events.csv"])
def test_a_page_elsewhere_reads_it_only_where_that_is_set(
    path: str, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "access-control-allow-origin" not in program.ask(path, origin="https://map.example").headers
    monkeypatch.setenv("CHEGARA_API_ORIGINS", "https://map.example")
    opened = Program(application.make_application())
    answer = opened.ask(path, origin="https://map.example")
    assert answer.headers["access-control-allow-origin"] == "https://map.example"
    assert {"etag", "content-disposition", "chegara-cursor", "chegara-cite", "retry-after"} <= set(
        answer.headers["access-control-expose-headers"].split(", ")
    )
    for method in ("GET", "HEAD"):
        before = {"access_control_request_method": method, "access_control_request_headers": "if-none-match"}
        assert opened.ask(path, "OPTIONS", origin="https://map.example", **before).status_code == 200
    assert "access-control-allow-origin" not in opened.ask(path, origin="https://other.example").headers
