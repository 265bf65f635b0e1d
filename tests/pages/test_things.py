"""The pages of things: each part says what the record has, every name leads on, nothing ends in silence."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.extracts import export
from data.extracts.formats import WRITERS
from data.extracts.request import Request
from data.filters import Filters, Subject
from data.links import THINGS
from pages.views.things import events as part
from pages.views.things.head import clip_words
from tests.reader import Opened, chips, lead, opening, run, said

NAMED = {
    "event": "2021-03-03-alphaville-roundtable",
    "recommendation": "alpha-2-training",
    "statement": "alpha-threat",
    "organisation": "alpha",
    "person": "alfov-anna",
    "place": "alphaville",
    "country": "UZB",
    "border": "TJK-UZB",
    "office": "gamma-crossing",
    "instrument": "alpha-plan",
    "theme": "border-management",
    "source": "alpha-2021-report",
}
TITLES = {
    "event": "Round table on alpha borders",
    "recommendation": r"Anna Alfova\: Train the officers of the posts",
    "statement": r"Anna Alfova\: Smuggling of test data is rising",
    "organisation": "ALPHA",
    "person": "Anna Alfova",
    "place": "Alphaville",
    "country": "Uzbekistan",
    "border": r"Tajik\-Uzbek border",
    "office": "Gamma crossing",
    "instrument": "Alpha Plan",
    "theme": "Border management",
    "source": "Alpha report",
}
ROUNDTABLE = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def plain(app: AppTest) -> str:
    return re.sub("<.*?>", "", re.sub("<sup.*?</sup>", "", said(app)))


def heads(app: AppTest) -> list[str]:
    """The headings of the parts, without numbers of notes."""
    found = re.findall(r'<h2 class="cardhead">(.*?)</h2>', said(app))
    return [re.sub("<.*?>", "", re.sub("<sup.*?</sup>", "", words)) for words in found]


def table_rows(app: AppTest, head: str) -> list[list[str]]:
    """The cells of the table under a heading, as plain text."""
    part = said(app).split(head, 1)[1].split("</table>", 1)[0]
    rows = re.findall(r"<tr>(<td>.*?)</tr>", part)
    return [
        [re.sub("<.*?>", "", re.sub("<sup.*?</sup>", "", cell)) for cell in re.findall("<td>(.*?)</td>", row)]
        for row in rows
    ]


@pytest.mark.parametrize("page", THINGS.values())
def test_a_thing_opens_under_its_name(page: str, opened: Opened) -> None:
    app = opened(page, id=NAMED[page])
    assert [title.value for title in app.title] == [TITLES[page]]
    assert [warning.value for warning in app.warning] == []
    assert 'class="footnotes"' in said(app)


@pytest.mark.parametrize(
    ("page", "identity", "table"),
    [
        ("organisation", "epsilon", "organisations"),
        ("statement", "alpha-threat", "statements"),
        ("recommendation", "alpha-2-training", "recommendations"),
    ],
)
def test_what_is_said_or_has_no_event_gives_its_own_row(
    page: str, identity: str, table: str, opened: Opened
) -> None:
    app = opened(page, id=identity)
    app.session_state[f"download-{table}"] = True
    assert "1 row as shown, with its sources" in said(run(app))


def test_a_title_ends_in_words_before_the_dots() -> None:
    assert clip_words("Pay more for OSCE work on border security, police training and more.") == (
        "Pay more for OSCE work on border security…"
    )
    assert clip_words("Train the officers of the posts.") == "Train the officers of the posts"


@pytest.mark.parametrize("page", THINGS.values())
def test_an_unknown_id_is_one_clear_sentence(page: str, opened: Opened) -> None:
    words = {"office": "Border Liaison Office"}.get(page, page)
    said_in = ("Recommendations", "recommendations?")
    lists = {"event": ("Timeline", "timeline?"), "recommendation": said_in, "statement": said_in}
    name, address = lists.get(page, ("Index", f"index?of={page}"))
    app = opened(page, id="<b>nobody</b>")
    assert re.sub("<.*?>", "", lead(app)) == (
        f"The record holds no {words} with the id “&lt;b&gt;nobody&lt;/b&gt;”; the {name} lists all it holds."
    )
    assert f'href="{address}"' in said(app)
    assert re.sub("<.*?>", "", lead(opened(page))) == (
        f"This page shows one {words} of the record. Choose it in the {name}."
    )


def test_an_organisation_has_all_its_parts(opened: Opened) -> None:
    app = opened("organisation", id="alpha")
    assert lead(app) == "UN entity. In 3 events of the record."
    assert heads(app) == [
        "Border Liaison Offices that it runs or supports: 2 in operation",
        "Events by year",
        "Roles by year",
        "Events: 3, newest first · all on the timeline",
        "Partners: 2",
        "Who spoke for it: 1",
        "Recommendations by or to ALPHA: 2",
        "Statements by it: 1",
        "Sources: 3",
        "Where sources differ: 2",
    ]
    assert table_rows(app, "Roles by year") == [["2022", "1", "–", "1", "–"], ["2021", "2", "2", "–", "1"]]
    assert table_rows(app, "Partners")[0][:2] == ["BETA", "2"]
    assert table_rows(app, "Who spoke for it") == [["Anna Alfova", "Head of Alpha", "1"]]


def test_names_and_spellings_stand_with_their_reasons(opened: Opened) -> None:
    page = plain(opened("organisation", id="alpha"))
    for words in ("ALPHA", "Alpha Office on Tests", "Альфа", "Russian name."):
        assert words in page
    page = plain(opened("person", id="gammaev-goli"))
    for words in ("Голи Гаммаев", "Голи Гамма", "Short form in the report."):
        assert words in page


def test_a_role_counts_an_event_once_though_two_sources_report_it(opened: Opened) -> None:
    app = opened("person", id="alfov-anna")
    assert table_rows(app, "Roles by year") == [["2021", "1", "1"]]
    assert table_rows(app, "Offices held")[0][:2] == ["Head of Alpha", "ALPHA"]


def test_filters_narrow_the_page_and_it_says_so(opened: Opened) -> None:
    app = opened("organisation", id="alpha", kind="conference")
    assert lead(app) == "UN entity. In 1 of its 3 events under the filters: Conferences."
    assert chips(app) == ["Conferences ✕"]
    assert len(table_rows(app, "Events: 1, newest first")) == 1


def test_filters_that_leave_no_event_leave_names_and_words(opened: Opened) -> None:
    app = opened("organisation", id="alpha", kind="visit")
    assert lead(app) == "UN entity. In 0 of its 3 events under the filters: Visits and assessments."
    assert "Alpha Office on Tests" in plain(app)


def test_what_took_part_in_nothing_says_so(opened: Opened) -> None:
    assert lead(opened("organisation", id="epsilon")) == ("Network. No recorded event mentions it.")


def test_lists_turn_page_by_page_in_the_address(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "ROWS", 2)
    first = said(opened("organisation", id="alpha"))
    assert '<nav class="turn" aria-label="Pages of events">' in first
    assert 'href="organisation?id=alpha&amp;events-page=2"' in first
    assert "1 to 2 of 3 events" in first
    last = opened("organisation", **{"id": "alpha", "events-page": "2", "sources-page": "1"})
    assert "3 to 3 of 3 events" in said(last)
    assert 'href="organisation?id=alpha&amp;sources-page=1"' in said(last)
    assert len(table_rows(last, "Events: 3, newest first")) == 1
    wrong = opened("organisation", **{"id": "alpha", "events-page": "9"})
    assert ["events-page “9”" in warning.value for warning in wrong.warning] == [True]


def test_a_border_lists_its_offices_and_what_contradicts(opened: Opened) -> None:
    app = opened("border", id="TJK-UZB")
    assert [row[0] for row in table_rows(app, "Border Liaison Offices: 2 in operation")] == [
        "Gamma crossing",
        "Omega post",
    ]
    assert "1,312 km" in plain(app)
    counted = "What sources counted2 in operation, November 2021; all counts on the page"
    assert counted in plain(app)


def test_all_of_a_thing_can_be_downloaded(engine: Engine) -> None:
    filters = Filters(subject=Subject("people", "alfov-anna"))
    asked = Request("profile", filters, export.find_release(engine))
    frames = export.read_frames(asked, engine, None, WRITERS["xlsx"])
    counts = {frame.name: len(frame.rows) for frame in frames}
    assert list(counts)[:2] == ["people", "events"]
    assert counts["people"] == counts["events"] == 1
    assert counts["recommendations-list"] == 1
    assert counts["statements-list"] == 1
    assert counts["sources-list"] == 2
    receipt = export.make_receipt(asked, engine, frames)
    assert receipt.link == "http://localhost:8501/person?id=alfov-anna"
    assert receipt.filter == "Anna Alfova"
