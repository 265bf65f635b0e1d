import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data.engines.answers import Answer
from data.queries.events import list as event_queries
from pages.views.timeline import table as timeline_table
from tests.reader import Opened, chips, dates_shown, lead, opening, run, said

EVENTS = [
    "2020-before-decision",
    "2021-03-alphaville-course",
    "2021-03-03-alphaville-roundtable",
    "2022-betaburg-exercise",
    "2022-06-beta-office",
    "undated-delta-meeting",
]


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_whole_record_stands_on_the_timeline(opened: Opened) -> None:
    app = opened("timeline")
    assert lead(app).startswith("6 events, ")
    assert lead(app).endswith(". 1 has no date and is not in the pictures.")
    assert app.dataframe[0].value["title"].tolist() == [
        "Decision on the alpha plan",
        "Course for alpha officers",
        "Round table on alpha borders",
        'Exercise "Beta shield"',
        "Beta office opens",
        "Meeting of delta",
    ]
    assert chips(app) == []


def test_a_filter_in_the_link_narrows_sentence_and_table(opened: Opened) -> None:
    app = opened("timeline", org="alpha", country="UZB")
    assert lead(app) == "2 events, 2021."
    assert app.dataframe[0].value["title"].tolist() == [
        "Course for alpha officers",
        "Round table on alpha borders",
    ]
    assert app.multiselect("f_org").value == ["alpha"]
    assert chips(app) == ["ALPHA ✕", "Uzbekistan ✕", "Clear all"]


def test_dates_are_shown_in_words_and_sorted_by_the_first_day_they_allow_else_the_last(
    opened: Opened,
) -> None:
    table = opened("timeline").dataframe[0]
    assert dates_shown(table, "when") == [
        "by December 2020",
        "March 2021",
        "3–4 March 2021",
        "2022 (inferred)",
        "between 15 January 2022 and June 2022",
        "not stated",
    ]
    assert table.value["when"].tolist() == [
        "2020-12 or earlier",
        "2021-03",
        "2021-03-03 to 2021-03-04",
        "2022 (inferred)",
        "2022-01-15 or later, by 2022-06",
        "undated: not stated",
    ]


def test_inexact_dates_are_counted_apart(opened: Opened) -> None:
    app = opened("timeline", kind=["conference", "training"], **{"from": "2021-03-03", "to": "2021-03-31"})
    assert lead(app) == (
        "2 events: 1 certainly in the selected range, 2021, and 1 possibly, because its date is not exact."
    )
    assert app.dataframe[0].value["date_match"].tolist() == ["certainly", "possibly"]


def test_where_nothing_matches_the_reader_can_clear_the_filters(opened: Opened) -> None:
    app = opened("timeline", q="zzz*")
    assert lead(app) == "No event matches."
    [notice] = app.info
    assert notice.value == (
        r"No events in the record match these filters: “zzz\*”. Remove one above, or clear them all."
    )
    app.button("clear-nothing").click()
    run(app)
    assert lead(app).startswith("6 events")


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_a_card(event: str, opened: Opened) -> None:
    card = said(opened("timeline", event=event))
    assert '<div class="cardtitle">' in card
    assert ">nan<" not in card
    assert " nan" not in card
    assert ", None" not in card


def test_the_card_names_values_on_which_sources_differ(opened: Opened) -> None:
    card = said(opened("timeline", event="2021-03-03-alphaville-roundtable"))
    assert "2 documents, 1 originator" in card
    assert '<span class="disputed">4 March 2021</span>, says Beta News' in card
    assert "3–4 March 2021 · Alphaville, Uzbekistan · hybrid · round table" in re.sub(
        '<sup.*?</sup>|<a [^>]*class="filter".*?</a>|<.*?>', "", card
    )


def test_an_event_that_there_is_not_has_no_card(opened: Opened) -> None:
    app = opened("timeline", event="nobody")
    assert '<div class="cardtitle">' not in said(app)
    assert ["was left out: event “nobody”" in warning.value for warning in app.warning] == [True]


@pytest.mark.parametrize("lanes", ["kind", "organiser", "country", "nonsense"])
def test_lanes_are_cut_as_the_link_says(lanes: str, opened: Opened) -> None:
    app = opened("timeline", lanes=lanes)
    assert app.button_group("lane-choice").value == ("kind" if lanes == "nonsense" else lanes)


def test_a_long_list_stands_on_pages_and_the_address_names_the_page(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_table, "SIZE", 4)
    app = opened("timeline", page="2")
    assert app.dataframe[0].value["title"].tolist() == ["Beta office opens", "Meeting of delta"]
    assert "5 to 6 of 6 events, oldest first: 2022. Sorting by a column sorts this page only." in said(app)
    assert "The table has 2 pages: turn them beneath it. The pictures show all events." in said(app)
    app = opened("timeline", page="3")
    assert ["was left out: page “3”" in w.value for w in app.warning] == [True]
    assert len(app.dataframe[0].value) == 4


def test_the_event_asked_for_has_its_card_whatever_page_it_stands_on(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_table, "SIZE", 2)
    assert '<div class="cardtitle">Meeting of delta' in said(opened("timeline", event=EVENTS[-1]))


@pytest.mark.parametrize("lanes", ["kind", "organiser", "country"])
def test_too_many_events_to_draw_are_counted_in_their_lanes(
    lanes: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_table, "READABLE", 5)
    words = "A bar counts those that began in a month; every lane has a scale of its own"
    assert words in said(opened("timeline", lanes=lanes))
    assert "began then</span>" in said(opened("timeline", lanes=lanes))
    assert words not in said(opened("timeline", lanes=lanes, org="alpha"))


def test_what_no_source_prints_is_marked_in_the_table(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_events = event_queries.list_events

    def inferred(*asked: Any) -> Callable[[Engine], Answer]:
        def answer(engine: Engine) -> Answer:
            names, rows = list_events(*asked)(engine)
            place = names.index("is_place_inferred")
            return Answer(names, [(*row[:place], True, *row[place + 1 :]) for row in rows])

        return answer

    with monkeypatch.context() as patch:
        patch.setattr(event_queries, "list_events", inferred)
        rows = opened("timeline", q="alphav").dataframe[0].value
    assert rows["places"].tolist() == ["Alphaville; Gamma crossing (inferred)", "Alphaville (inferred)"]
    rows = opened("timeline").dataframe[0].value
    assert rows["places"].tolist()[1:3] == ["Alphaville; Gamma crossing", "Alphaville"]
    assert rows["when"].tolist()[2:4] == ["2021-03-03 to 2021-03-04", "2022 (inferred)"]


COVERAGE = "What was read, by publisher and month"


def covered(app: AppTest) -> str:
    """The sentence over the picture of what was read."""
    return said(app).split('<p class="lead">')[-1].split("</p>")[0]


def test_beneath_the_table_stands_what_was_read_of_each_publisher(opened: Opened) -> None:
    app = opened("timeline")
    assert [header.value for header in app.header] == [COVERAGE]
    assert covered(app) == (
        "4 pages by 4 publishers were read. 2 of them were published in the months shown; 2 have no date "
        "and so no place in the picture. "
        "For 2 of the publishers it is stated when its pages were last checked."
    )
    shown = app.dataframe[1]
    table = shown.value
    assert table["publisher"].tolist() == ["Alpha", "Beta", "Beta News", "Gamma"]
    assert table["undated"].tolist() == [0, 1, 0, 1]
    assert dates_shown(shown, "last") == ["5 March 2021", "2022", "March 2021", "not stated"]
    assert dates_shown(shown, "checked") == ["2 January 2026", "January 2026", "not stated", "not stated"]


def test_what_was_read_stays_where_no_event_matches(opened: Opened) -> None:
    app = opened("timeline", q="zzz", **{"from": "2022-01-01"})
    assert "0 of them were published in the months shown" in covered(app)
    assert app.dataframe[0].value["events"].tolist() == [0, 0, 0, 0]
    assert app.dataframe[0].value["pages"].tolist() == [1, 1, 1, 1]


def test_the_list_holds_the_events_in_order_of_date_without_a_picture(opened: Opened) -> None:
    app = opened("timeline", view="list")
    listed = said(app).split('<ol class="events">')[1].split("</ol>")[0]
    assert re.findall('<div class="title"><a href="event\\?id=([^"]+)"', listed) == EVENTS
    assert len(app.dataframe) == 1, "what was read of publishers"
    assert app.get("plotly_chart") == []
    assert listed.count('aria-pressed="false"') == len(EVENTS)


def test_the_card_that_is_open_is_marked_in_the_list(opened: Opened) -> None:
    page = said(opened("timeline", view="list", event=EVENTS[2]))
    listed = page.split('<ol class="events">')[1].split("</ol>")[0]
    assert listed.count('aria-pressed="true"') == 1
    assert '<li class="is-on"><div class="when">3–4 March 2021</div>' in listed


def test_the_list_has_pages_of_its_own(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_table, "CARDS", 4)
    app = opened("timeline", **{"view": "list", "list-page": "2"})
    listed = said(app).split('<ol class="events">')[1].split("</ol>")[0]
    assert re.findall('<div class="title"><a href="event\\?id=([^"]+)"', listed) == EVENTS[4:]
    assert "5 to 6 of 6 events, oldest first" in said(app)
