import re
from pathlib import Path

import pytest

from tests.reader import Opened, lead, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_overview_counts_under_the_filters(opened: Opened) -> None:
    assert "It holds 6 events; 3 of its 4 sources report them." in lead(opened())
    assert "Under the filters: 1 event; 2 of its 4 sources report it." in lead(opened(kind="conference"))


def test_the_overview_prints_no_missing_value(opened: Opened) -> None:
    listed = said(opened()).split('<div class="ways newest">')[1].split("<h2")[0]
    links = re.findall(r'data-page="all" class="">(.*?)</a>', listed)
    assert [words for words in links if "nan" in words or "None" in words] == []
    assert "between 15 January 2022 and June 2022: Beta office opens" in links


def test_the_newest_events_open_under_the_filters(opened: Opened) -> None:
    page = said(opened(kind="conference"))
    assert 'href="event?id=2021-03-03-alphaville-roundtable" target="_self" data-page="all"' in page


def test_the_first_sentence_says_what_this_is_and_explains_its_three_words(opened: Opened) -> None:
    page = said(opened())
    assert page.count('class="term"') == 3
    for word, name in (
        ("events", "event"),
        ("border liaison offices", "border-liaison-office"),
        ("source", "source"),
    ):
        assert f'popovertarget="term-{name}">{word}</button>' in page
        assert f'<span id="term-{name}" popover="auto" class="meaning">' in page


def test_a_newcomer_begins_before_what_differs(opened: Opened) -> None:
    assert [header.value for header in opened().header] == [
        "Begin here",
        "Newest events",
        "What was read",
        "Where sources differ",
    ]
    page = said(opened(kind="conference"))
    assert 'href="recommendations?kind=conference"' in page
    assert "What was asked of whom, and what came of it?" in page


def test_under_a_filter_each_block_says_whether_it_follows(opened: Opened) -> None:
    scopes = r'<p class="small scope">(.*?)</p>'
    assert re.findall(scopes, said(opened())) == []
    page = said(opened(kind="conference"))
    assert re.findall(scopes, page) == [
        "These views set filters of their own.",
        "Under the filters.",
        "Of the whole record, whatever the filters.",
        "Under the filters.",
    ]
    assert "Under the filters: 1 event; 2 of its 4 sources report it." in page
    assert re.search(r"<span>border liaison offices in July 2022, whatever the filters\. Border by", page)


def test_the_offices_are_worded_as_their_source_does(opened: Opened) -> None:
    assert re.search(
        r">over 10<.*?<span>border liaison offices in July 2022\. "
        r"Border by border, the last count is 3, November 2021\.<",
        said(opened()),
    )


def test_differences_lead_to_the_page_that_holds_all_of_them(opened: Opened) -> None:
    page = said(opened(kind="conference"))
    assert (
        '<a href="evidence?kind=conference" target="_self" data-page="" class="inline">Evidence</a>' in page
    )


def test_where_nothing_differs_it_is_said(opened: Opened) -> None:
    assert "The sources of these events do not differ." in said(opened(kind="training"))
