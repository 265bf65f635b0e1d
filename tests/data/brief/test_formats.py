import json

import pytest
import rispy
from sqlalchemy import Engine

from data.brief import formats
from data.brief.basket import Basket
from data.brief.request import ADDRESS, Length, Request
from data.citations import styles
from data.filters import Filters

BEGINNINGS = {
    "docx": b"PK",
    "html": b"<!DOCTYPE html>",
    "md": b"# Brief: ALPHA",
    "ris": b"TY  - ",
    "bibtex": b"@",
    "csl": b"[",
    "chicago": b"Alpha",
    "apa": b"Alpha",
    "un": b"Alpha",
}


@pytest.mark.parametrize("form", formats.FORMS)
def test_the_same_request_gives_the_same_bytes_in_every_format(engine: Engine, form: str) -> None:
    request = Request(Filters(organisations=("alpha",)))
    content = formats.make_brief(engine, request, form)
    assert content.startswith(BEGINNINGS[form])
    assert content == formats.make_brief(engine, request, form)
    assert b"localhost" not in content


def test_citations_are_of_all_that_matches_whatever_the_length(engine: Engine) -> None:
    short, whole = (
        formats.make_brief(engine, Request(length=each), "ris") for each in (Length.ONE, Length.WHOLE)
    )
    assert short == whole
    ids = {record["id"] for record in rispy.loads(short.decode())}
    assert ids >= {"alpha-2021-report", "alpha-2021-repost", "beta-2022-page"}
    items = json.loads(formats.make_brief(engine, Request(), "csl"))
    assert {item["id"] for item in items} == ids


def test_names_of_files_tell_what_is_in_them(engine: Engine) -> None:
    assert engine.url.database
    request = Request(Filters(organisations=("alpha",)), title="Мой brief: ../../x")
    one = formats.name_brief(request, "docx", "b1")
    assert one.startswith("chegara_brief_moy-brief-x_")
    assert one.endswith(".docx")
    assert formats.name_brief(request, "docx", "b2") != one
    assert formats.name_brief(Request(), "bibtex", "b1").startswith("chegara_brief_all_")
    assert formats.name_brief(Request(), "bibtex", "b1").endswith(".bib")


def test_sources_are_put_into_a_style_only_where_it_is_asked_for(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(styles, "format_sources")
    assert formats.make_brief(engine, Request(), "ris")


def test_the_name_of_a_file_is_the_same_in_every_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    request = Request(Filters(organisations=("alpha",)), title="On alpha", note="Mine", by="theme")
    assert formats.name_brief(request, "docx", "b1") == "chegara_brief_on-alpha_ec0b91567564.docx"
    monkeypatch.setenv(ADDRESS, "https://chegara.example")
    assert formats.name_brief(request, "docx", "b1") != "chegara_brief_on-alpha_ec0b91567564.docx"


def test_a_basket_gives_its_title_to_the_file() -> None:
    basket = Basket((), title="Own title")
    assert formats.name_brief(Request(basket=basket), "md", "b").startswith("chegara_brief_own-title_")
    untitled = formats.name_brief(Request(basket=Basket(())), "md", "b")
    assert untitled.startswith("chegara_brief_selection_")
