"""The page Search: what it finds, where the words stand, and where each result leads."""

import re
from pathlib import Path

import pytest

from pages.views.search import results
from tests.reader import Opened, lead, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def heads(page: str) -> list[str]:
    return [re.sub("<.*?>", "", words) for words in re.findall(r'<h2 class="cardhead">(.*?)</h2>', page)]


def hits(page: str) -> list[str]:
    """Each result as plain text, with what is marked in stars."""
    listed = re.findall(r"<li>(<a.*?)</li>", page)
    return [re.sub("<.*?>", " ", re.sub("</?mark>", "*", hit)).strip() for hit in listed]


def test_a_spelling_is_found_marked_and_said_where_it_stands(opened: Opened) -> None:
    app = opened("search", q="Альфа office")
    page = said(app)
    assert lead(app) == "7 results for “Альфа office”. Every word has to be there, or the beginning of one."
    assert heads(page) == [
        "Events: 3, newest first",
        "Organisations: 1",
        "Recommendations: 2, newest first",
        "Statements: 1",
    ]
    [alpha] = [hit for hit in hits(page) if hit.startswith("ALPHA")]
    assert alpha.endswith("full name: Alpha *Office* on Tests · name in Russian: *Альфа*")
    assert 'href="organisation?id=alpha" target="_self" data-page="but-search"' in page


def test_each_result_leads_to_its_page(opened: Opened) -> None:
    page = said(opened("search", q="officers"))
    assert 'href="event?id=2021-03-alphaville-course"' in page
    assert 'href="recommendation?id=alpha-2-training"' in page
    page = said(opened("search", q="length"))
    assert 'href="border?id=TJK-UZB"' in page
    assert "note: Not the real <mark>length</mark>." in page


def test_a_statement_leads_to_its_page_its_speaker_its_event_and_its_source(opened: Opened) -> None:
    statement, *_ = re.findall(r"<li>.*?</li>", said(opened("search", q="alpha", of="statements")))
    pages = re.findall(r'href="(\w+)\?id=', statement)
    assert pages[:5] == ["statement", "person", "organisation", "event", "source"]


def test_one_kind_is_shown_page_by_page(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "FIRST", 1)
    monkeypatch.setattr(results, "ROWS", 2)
    assert 'href="search?q=alpha&amp;of=events"' in said(opened("search", q="alpha"))
    app = opened("search", **{"q": "alpha", "of": "events", "search-page": "2"})
    assert heads(said(app)) == ["Events: 4, newest first"]
    assert len(hits(said(app))) == 2
    assert "3 to 4 of 4 events" in said(app)


def test_nothing_found_and_nothing_asked_each_say_so(opened: Opened) -> None:
    assert lead(opened("search", q="zzz")) == (
        "Nothing in the record has “zzz”. Fewer words, or only the beginning of one, may find more."
    )
    assert lead(opened("search")).startswith("Search events, organisations")
    assert 'href="search?q=Office+on+Drugs"' in said(opened("search"))


def test_hostile_words_stay_text(opened: Opened) -> None:
    page = said(opened("search", q="<script>alert(1)</script>"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
