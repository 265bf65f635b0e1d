"""The OpenAPI document names all that can be asked for, and all that an answer has."""

import pytest
from streamlit import config

from data.links import ALONE, MANY
from pages.server.api.application import make_application
from tests.pages.server.api.conftest import Program


def test_the_document_has_every_filter_of_the_address(program: Program) -> None:
    paths = program.read("/api/v1/openapi.json")["paths"]
    named = {each["name"] for each in paths["/api/v1/data/{dataset}"]["get"]["parameters"]}
    filters = {*MANY, *ALONE, "thing", "id"}
    assert filters <= named
    assert {each["name"] for each in paths["/api/v1/feeds/events"]["get"]["parameters"]} == filters


@pytest.mark.parametrize(
    ("public", "path", "server"),
    [
        ("", "", "/"),
        ("", "/office/", "/office"),
        ("https://un.example.org/chegara", "", "https://un.example.org/chegara"),
    ],
)
def test_the_document_says_what_its_paths_follow(
    public: str, path: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_ADDRESS", public)
    monkeypatch.setattr(config, "get_option", lambda _: path)
    assert Program(make_application()).read("/api/v1/openapi.json")["servers"] == [{"url": server}]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("data/{dataset}", "data/events?limit=1"),
        ("data/{dataset}.csv", "data/events.csv?limit=1"),
        ("data/{dataset}.zip", "data/record.zip"),
        ("feeds/events", "feeds/events"),
    ],
)
def test_the_document_has_every_header_of_an_answer(path: str, asked: str, program: Program) -> None:
    described = program.read("/api/v1/openapi.json")["paths"][f"/api/v1/{path}"]["get"]["responses"]
    given = {*program.ask(f"/api/v1/{asked}").headers}
    usual = {"cache-control", "vary", "content-length", "content-type"}
    assert given - usual == {*described["200"]["headers"]}
    assert {status for status, told in described.items() if "retry-after" in told.get("headers", {})} == {
        "429",
        "503",
    }
