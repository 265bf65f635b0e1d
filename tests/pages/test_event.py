"""The page of an event, of a recommendation and of a statement: all of it, whatever the filters."""

import re
from pathlib import Path

import pytest

from tests.pages.test_things import ROUNDTABLE, heads, plain, table_rows
from tests.reader import Opened, lead, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_an_event_has_all_that_its_card_has_and_more(opened: Opened) -> None:
    app = opened("event", id=ROUNDTABLE)
    assert re.sub("<.*?>", "", lead(app)).startswith("3–4 March 2021 · Alphaville, Uzbekistan")
    assert heads(app) == [
        "Sources",
        "Where it was",
        "Recommendations at this event: 2",
        "Statements at this event: 1",
        "Where sources differ: 2",
    ]
    assert [row[0] for row in table_rows(app, "Where sources differ")] == ["The event", "The event"]
    page = plain(app)
    for words in ("Organisers", "ALPHA", "Speakers", "Anna Alfova", "2 documents, 1 originator"):
        assert words in page


def test_the_events_before_and_after_are_those_under_the_filters(opened: Opened) -> None:
    page = said(opened("event", id=ROUNDTABLE))
    nav = page.split('aria-label="Events before and after"')[1].split("</nav>")[0]
    assert re.findall('href="event\\?id=([^"]+)"', nav) == [
        "2021-03-alphaville-course",
        "2022-betaburg-exercise",
    ]
    page = said(opened("event", id=ROUNDTABLE, kind=["conference", "opening"]))
    nav = page.split('aria-label="Events before and after"')[1].split("</nav>")[0]
    assert re.findall('href="event\\?id=([^"]+)"', nav) == ["2022-06-beta-office"]
    assert "of those under the filters" in nav


def test_outside_the_filters_all_is_shown_and_said(opened: Opened) -> None:
    app = opened("event", id=ROUNDTABLE, kind="training")
    assert lead(app).endswith("This event is outside the filters; all of it is shown.")
    assert "Recommendations at this event: 2" in heads(app)
    app = opened("recommendation", id="alpha-2-training", kind="training")
    assert lead(app) == "This recommendation is outside the filters; all of it is shown."
    assert "Train the officers of the posts." in plain(app)


def test_a_recommendation_leads_to_its_event_and_its_ends(opened: Opened) -> None:
    page = said(opened("recommendation", id="alpha-2-training"))
    for address in (f"event?id={ROUNDTABLE}", "person?id=alfov-anna", "organisation?id=beta"):
        assert f'href="{address}"' in page


def test_a_statement_says_in_which_office_it_was_made_and_leads_on(opened: Opened) -> None:
    app = opened("statement", id="alpha-threat")
    assert "Anna Alfova — Head of Alpha, ALPHA" in plain(app)
    for address in (f"event?id={ROUNDTABLE}", "person?id=alfov-anna", "source?id=alpha-2021-report"):
        assert f'href="{address}"' in said(app)
    assert "not stated" not in plain(opened("statement", id="gamma-assessment")).split("Themes")[0]
