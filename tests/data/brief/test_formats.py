import json
import re
from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest
import rispy
from sqlalchemy import Engine

from bench.payloads import PAYLOADS
from data.brief import formats
from data.brief.basket import Basket, Item, read_basket, write_basket
from data.brief.request import ADDRESS, Length, Request
from data.citations import styles
from data.filters import Filters
from data.values.text import printable
from tests.data.brief.writers.test_html import Page

HELD = ("2022-06-beta-office", "2021-03-03-alphaville-roundtable")
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
    assert formats.name_brief(request, "docx", "b1") == "chegara_brief_on-alpha_bba0a3ad6372.docx"
    monkeypatch.setenv(ADDRESS, "https://chegara.example")
    assert formats.name_brief(request, "docx", "b1") != "chegara_brief_on-alpha_bba0a3ad6372.docx"


def test_a_basket_gives_its_title_to_the_file() -> None:
    basket = Basket((), title="Own title")
    assert formats.name_brief(Request(basket=basket), "md", "b").startswith("chegara_brief_own-title_")
    untitled = formats.name_brief(Request(basket=Basket(())), "md", "b")
    assert untitled.startswith("chegara_brief_selection_")


def _hostile() -> Basket:
    """A payload as the title, the note on the whole, each note, and the ids of what no release holds."""
    ids = (*HELD, *PAYLOADS)
    items = [Item("events", each[:200], PAYLOADS[place % len(PAYLOADS)]) for place, each in enumerate(ids)]
    return Basket(tuple(items), PAYLOADS[0], PAYLOADS[3])


def test_hostile_text_of_a_basket_stays_text_in_every_file(engine: Engine) -> None:
    basket = read_basket(write_basket(_hostile()))
    request = Request(basket=basket, length=Length.WHOLE)
    word, page, plain = (formats.make_brief(engine, request, form) for form in formats.WRITERS)
    read = docx.Document(BytesIO(word))
    lines = [line.text for line in read.paragraphs]
    for payload in PAYLOADS:
        assert any(printable(payload) in line for line in lines)
    assert not any(
        "outside.example" in part.reltype or "outside.example" in part.target_ref
        for part in read.part.rels.values()
        if part.is_external
    )
    shown = Page(page)
    assert {tag for tag, _ in shown.tags}.isdisjoint({"script", "iframe", "svg", "style2", "form", "object"})
    assert all(
        not str(link["href"]).startswith(("https://outside", "javascript", "data"))
        for link in shown.named("a")
    )
    assert all(str(image["src"]).startswith("data:image/svg+xml;base64,") for image in shown.named("img"))
    for image in shown.named("img"):
        drawn = ElementTree.fromstring(b64decode(str(image["src"]).partition(",")[2]))  # noqa: S314 - our own file
        assert not [
            each.tag for each in drawn.iter() if each.tag.endswith(("script", "image", "foreignObject"))
        ]
    text = plain.decode()
    assert not re.search(r"(?<!\\)<(script|img|svg|iframe|b|a|style)\b", text)
    assert not re.search(r"(?<!\\)!?\[[^\]^]*(?<!\\)\]\(https?://outside", text)


def test_the_same_basket_of_the_same_release_gives_the_same_bytes(engine: Engine) -> None:
    basket = Basket((Item("events", HELD[0], "Mine"), Item("border_liaison_offices", "psi-post")), "Own")
    again = read_basket(write_basket(basket))
    for form in formats.FORMS:
        made = [formats.make_brief(engine, Request(basket=each), form) for each in (basket, again)]
        assert made[0] == made[1], form
