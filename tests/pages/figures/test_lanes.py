from collections.abc import Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from data.pictures.drawing.palette import LIGHT
from data.pictures.packing import label_lines
from pages.figures.escaping import chart_text
from pages.figures.lanes import draw_lanes

SINCE, UNTIL = date(2020, 1, 1), date(2022, 9, 26)
"""A thousand days, so that rows are packed for a pixel a day."""


def event(identity: str, earliest: date | None, latest: date | None, **other: Any) -> dict[str, Any]:
    precision = "day" if earliest and earliest == latest else "month" if earliest else "unknown"
    return {
        "id": identity,
        "title": identity.title(),
        "when": "some day",
        "places": "Alphaville",
        "organisers": "ALPHA",
        "kind_label": "Meetings",
        "family": "un_global",
        "date_precision": precision,
        "earliest": earliest,
        "latest": latest,
        "is_disputed": False,
        "source_anchor": "in these words",
        "source_publisher": "Alpha News",
        **other,
    }


def drawn(
    *rows: dict[str, Any], chosen: str | None = None, months_read: Mapping[str, int] | None = None
) -> go.Figure:
    return draw_lanes(rows, "kind_label", SINCE, UNTIL, months_read or {}, LIGHT, chosen)


def traces(figure: go.Figure) -> tuple[go.Bar, go.Scatter, go.Scatter, go.Scatter]:
    """Bars, dots, the rings of disputes, the ring of the chosen event."""
    bars, dots, disputed, chosen, _ = figure.data
    return bars, dots, disputed, chosen


DAY, OTHER = date(2021, 3, 3), date(2021, 9, 9)
MARCH = (date(2021, 3, 1), date(2021, 3, 31))


def test_each_dated_event_has_one_mark_with_its_id() -> None:
    figure = drawn(event("day", DAY, DAY), event("month", *MARCH), event("none", None, None))
    bars, dots, disputed, chosen = traces(figure)
    assert [list(x) for x in bars.customdata] == [["month"]]
    assert [list(x) for x in dots.customdata] == [["day"]]
    assert (len(disputed.x), len(chosen.x)) == (0, 0)


def test_a_dot_stands_on_its_day_and_a_bar_covers_all_of_its_days() -> None:
    bars, dots, *_ = traces(drawn(event("day", DAY, DAY), event("month", *MARCH)))
    assert list(dots.x) == ["2021-03-03"]
    assert list(bars.base) == ["2021-03-01"]
    assert list(bars.x) == [31 * 86_400_000]
    assert bars.orientation == "h"


def test_colours_are_those_of_the_family_outlined_where_the_date_is_not_exact() -> None:
    bars, dots, *_ = traces(
        drawn(
            event("one", DAY, DAY),
            event("two", OTHER, OTHER, family="regional"),
            event("nobody", DAY, DAY, family=None),
            event("inexact", OTHER, OTHER, date_precision="between"),
            event("month", *MARCH),
        )
    )
    assert list(dots.marker.color) == ["#2F6DB5", "#0E7C86", "#5B6672", "rgba(47,109,181,0.36)"]
    assert list(bars.marker.color) == ["rgba(47,109,181,0.36)"]
    assert dots.marker.line.color[-1] == bars.marker.line.color[0] == "#2F6DB5"
    assert (list(dots.marker.line.width), list(bars.marker.line.width)) == ([0, 0, 0, 1.5], [1.5])


def test_names_of_lanes_are_whole_and_have_room_for_all_of_their_lines() -> None:
    services = ("Customs Service Tajikistan", "Customs Service Turkmenistan", "Visits and assessments")
    figure = drawn(*(event(name, DAY, DAY, kind_label=name, date_match="possibly") for name in services))
    texts = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    assert [name for name in services if not any(f"<b>{name}</b>" in text for text in texts)] == []
    bands = [shape.y1 - shape.y0 for shape in figure.layout.shapes[:-1]]
    assert min(bands) >= 4 * 17, "two lines of name, the number, how many are possible"


def test_a_name_without_end_keeps_both_ends() -> None:
    assert label_lines("State " * 40 + "Committee") == ["State State", "State State", "…", "Committee"]


def test_a_long_exact_event_is_a_bar_in_full_colour() -> None:
    bars, *_ = traces(drawn(event("long", *MARCH, date_precision="day")))
    assert list(bars.marker.color) == ["#2F6DB5"]


def test_a_ring_is_drawn_where_sources_disagree_and_around_the_chosen() -> None:
    figure = drawn(
        event("agreed", DAY, DAY), event("disputed", OTHER, OTHER, is_disputed=True), chosen="agreed"
    )
    _, dots, disputed, chosen = traces(figure)
    assert (list(disputed.x), disputed.marker.color) == (["2021-09-09"], LIGHT.dispute)
    assert (list(chosen.x), chosen.marker.color) == (["2021-03-03"], LIGHT.ink)
    assert [disputed.y[0], chosen.y[0]] == [dots.y[1], dots.y[0]]
    assert disputed.marker.symbol == chosen.marker.symbol == "circle-open"


def test_without_events_there_is_an_empty_figure_with_its_axis() -> None:
    figure = drawn()
    assert [len(trace.y) for trace in figure.data] == [0, 0, 0, 0, 0]
    assert [note.text for note in figure.layout.annotations] == ["Pages read"]
    assert figure.layout.height > 0


def test_undated_events_alone_make_an_empty_figure() -> None:
    figure = drawn(event("none", None, None))
    assert [len(trace.y) for trace in figure.data] == [0, 0, 0, 0, 0]
    assert [note.text for note in figure.layout.annotations] == ["Pages read"]


def test_the_axis_reaches_from_end_to_end_with_a_margin() -> None:
    assert list(drawn(event("day", DAY, DAY)).layout.xaxis.range) == ["2019-12-12", "2022-10-16"]


def test_an_event_that_reaches_out_of_the_axis_is_cut_at_its_end() -> None:
    bars, *_ = traces(
        drawn(event("early", date(2019, 1, 1), date(2020, 3, 1)), event("late", OTHER, date(2030, 1, 1)))
    )
    assert list(bars.base) == ["2020-01-01", "2021-09-09"]
    ends = [
        date.fromisoformat(b).toordinal() + x // 86_400_000 - 1
        for b, x in zip(bars.base, bars.x, strict=True)
    ]
    assert [date.fromordinal(end) for end in ends] == [date(2020, 3, 1), UNTIL]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>x</b>", "a & b", "\"' onclick=x"])
def test_hover_text_is_escaped(text: str) -> None:
    fields: dict[str, Any] = dict.fromkeys(
        ("title", "when", "places", "organisers", "source_anchor", "source_publisher"), text
    )
    bars, dots, *_ = traces(drawn(event("a", DAY, DAY, **fields), event("b", *MARCH, **fields)))
    safe = chart_text(text)
    assert [*dots.text, *bars.text] == [
        f"<b>{safe}</b><br>{safe} · {safe}<br>{safe}<br>“{safe}” - {safe}"
    ] * 2
    assert dots.hovertemplate == bars.hovertemplate == "%{text}<extra></extra>"


def test_hover_text_leaves_out_what_is_not_stated_and_cuts_long_titles() -> None:
    _, dots, *_ = traces(
        drawn(event("a", DAY, DAY, title="x" * 100, places=None, organisers=None, source_anchor=None))
    )
    assert list(dots.text) == [f"<b>{'x' * 88}…</b><br>some day<br>Source: Alpha News"]


def test_under_a_range_of_dates_what_is_only_possible_is_counted_and_named() -> None:
    rows = [event("a", DAY, DAY), event("b", OTHER, OTHER), event("c", *MARCH)]
    matches = zip(rows, ["certainly", "possibly", "possibly"], strict=True)
    figure = drawn(*({**row, "date_match": match} for row, match in matches))
    bars, dots, *_ = traces(figure)
    said = "<br>possibly in the range of dates<br>"
    assert [said in text for text in (*dots.text, *bars.text)] == [False, True, True]
    assert "3 events<br>2 of them possibly<" in figure.layout.annotations[0].text
    assert "possibly" not in drawn(*rows).layout.annotations[0].text


def test_the_names_of_lanes_are_escaped_and_counted() -> None:
    figure = drawn(
        event("a", DAY, DAY, kind_label="<i>x"),
        event("b", DAY, DAY, kind_label="Meetings"),
        event("c", DAY, DAY, kind_label="Meetings"),
    )
    texts = [note.text for note in figure.layout.annotations[:-1]]
    assert [text.split("<br>")[0] for text in texts] == ["<b>Meetings</b>", "<b>&lt;i&gt;x</b>"]
    assert ["2 events" in texts[0], "1 event<" in texts[1]] == [True, True]


def boxes(figure: go.Figure) -> list[tuple[float, float, float]]:
    """Left, right and row of every mark, in days, which are pixels here."""
    bars, dots, *_ = traces(figure)
    found = [
        (start := date.fromisoformat(base).toordinal(), start + length / 86_400_000, y)
        for base, length, y in zip(bars.base, bars.x, bars.y, strict=True)
    ]
    middles = [date.fromisoformat(day).toordinal() for day in dots.x]
    half = dots.marker.size / 2
    return found + [(m - half, m + half, y) for m, y in zip(middles, dots.y, strict=True)]


def test_no_two_marks_of_a_lane_cover_each_other() -> None:
    """Marks that begin together, touch, lie inside others, and come in no order."""
    rows = []
    for number in range(60):
        first = SINCE.toordinal() + number * 37 % 200
        last = first + (0, 3, 12, 13, 30, 90)[number % 6]
        rows.append(event(f"e{number}", date.fromordinal(first), date.fromordinal(last)))
    found = boxes(drawn(*rows))
    assert len(found) == 60
    covering = [
        (one, other)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if one[2] == other[2] and one[0] < other[1] and other[0] < one[1]
    ]
    assert covering == []


def test_pages_read_stand_in_a_strip_under_the_lanes() -> None:
    figure = drawn(event("day", DAY, DAY), months_read={"2021-03": 2})
    read = figure.data[-1]
    assert (read.base, list(read.width)) == (("2021-03-01",), [6])
    strip = figure.layout.shapes[-1]
    assert strip.y0 < read.y[0] < strip.y1 < figure.layout.yaxis.range[0]
    assert strip.y0 > max(trace.y[0] for trace in figure.data[:-1] if len(trace.y))
