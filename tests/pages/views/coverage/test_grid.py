"""What was read: bare ground for months not read, a hollow cell for one without an event."""

import re
from datetime import date
from typing import Any

from pages.views.coverage.grid import MonthRange, draw_grid, month_range

SHOWN = month_range(date(2021, 1, 15), date(2021, 4, 1))
PUBLISHERS = [{"publisher": "Alpha <b>", "undated": 0}, {"publisher": "Beta", "undated": 1038}]
CELLS: list[dict[str, Any]] = [
    {"publisher": publisher, "month": month, "pages": pages, "events": events, "read_on": read_on}
    for publisher, month, pages, events, read_on in (
        ("Alpha <b>", "2021-01", 1, 0, None),
        ("Alpha <b>", "2021-02", 2, 1, "2026-01-02"),
        ("Beta", "2021-02", 1, 9, None),
        ("Beta", "2019-02", 1, 1, None),
        ("Gamma", "2021-02", 1, 1, None),
    )
]


def marks(drawn: str) -> list[list[tuple[str, str, str]]]:
    """By row: class, width and words of each mark."""
    rows = drawn.split('<div class="months">')[1:]
    return [re.findall(r'<i class="(.*?)" style="width:(.*?)%" title="(.*?)"', row) for row in rows]


def test_the_months_of_two_days_and_those_between() -> None:
    assert MonthRange(2021 * 12, 2021 * 12 + 3) == SHOWN
    assert SHOWN.number == 4
    assert SHOWN.share(1) == 25


def test_months_unread_read_in_vain_and_reported_are_unlike_each_other() -> None:
    alpha, beta = marks(draw_grid(CELLS, PUBLISHERS, SHOWN, "Read"))
    assert [mark[:2] for mark in alpha] == [("hollow", "25"), ("reported1", "25"), ("", "50")]
    assert [mark[:2] for mark in beta] == [("", "25"), ("reported4", "25"), ("", "50")]


def test_a_mark_names_months_pages_events_and_last_check_where_it_is_stated() -> None:
    alpha, _ = marks(draw_grid(CELLS, PUBLISHERS, SHOWN, "Read"))
    assert [words for *_, words in alpha] == [
        "January 2021: 1 page read, no events reported",
        "February 2021: 2 pages read, 1 event reported; last checked: 2026-01-02",
        "March 2021 to April 2021: no page read",
    ]
    assert "<b>Alpha &lt;b&gt;</b>" in draw_grid(CELLS, PUBLISHERS, SHOWN, "Read")


def test_a_row_begins_with_its_publisher_and_ends_with_what_is_undated() -> None:
    drawn = draw_grid(CELLS, PUBLISHERS, SHOWN, "Read <i>")
    assert re.findall(r"<b>(.*?)</b>", drawn) == ["Alpha &lt;b&gt;", "Beta"]
    assert re.findall(r"</div><span>(.*?)</span>", drawn) == ["", "1,038 undated"]
    assert 'role="img" aria-label="Read &lt;i&gt;"' in drawn
    assert "Gamma" not in drawn


def test_the_axis_names_months_then_years_and_never_more_than_nine() -> None:
    def axis(since: date, until: date) -> list[tuple[str, str]]:
        drawn = draw_grid([], [], month_range(since, until), "")
        return re.findall(r'<span style="left:(.*?)%">(.*?)</span>', drawn)

    assert axis(date(2021, 1, 15), date(2021, 4, 1)) == [
        ("0", "Jan 2021"),
        ("25", "Feb 2021"),
        ("50", "Mar 2021"),
        ("75", "Apr 2021"),
    ]
    assert [words for _, words in axis(date(2021, 2, 1), date(2022, 9, 1))][:2] == ["Apr 2021", "Jul 2021"]
    assert axis(date(2009, 10, 1), date(2018, 9, 30))[0] == ("2.778", "2010")
    assert [words for _, words in axis(date(2009, 1, 1), date(2025, 12, 31))] == [
        str(year) for year in range(2010, 2025, 2)
    ]


def test_without_any_page_a_row_is_one_stretch_not_read() -> None:
    alpha, _ = marks(draw_grid([], PUBLISHERS, SHOWN, "Read"))
    assert alpha == [("", "100", "January 2021 to April 2021: no page read")]
