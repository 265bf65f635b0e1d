"""The range of dates of the panel, on the pages of a record of 2020 to 2022 and in the command `extract`."""

import csv
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.filters import Filters
from etl.commands.command_line import main
from pages.views.session import reads
from pages.views.shell.filters import days
from tests.reader import Opened, chips, opening, run

END = date(date.today().year, 12, 31)  # noqa: DTZ011
WHOLE = (date(2020, 1, 1), END)


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def asked(app: AppTest) -> dict[str, str]:
    found = {name: app.query_params[name] for name in ("from", "to") if name in app.query_params}
    return {name: day if isinstance(day, str) else day[-1] for name, day in found.items()}


def test_without_a_range_the_picker_spans_the_record_and_the_year_of_the_clock(opened: Opened) -> None:
    app = opened("timeline")
    assert app.date_input(days.WIDGET).value == WHOLE
    assert (asked(app), chips(app)) == ({}, [])


@pytest.mark.parametrize(
    "wanted",
    [
        {"from": "2050-01-01", "to": "2060-12-31"},
        {"from": "1950-05-05", "to": "1960-01-01"},
        {"from": "1950-05-05"},
        {"to": "2060-12-31"},
        {"from": "2050-01-01"},
        {"to": "1950-01-01"},
        {"from": "2020-01-01", "to": str(END)},
        {"from": "1900-01-01", "to": "2100-12-31"},
    ],
    ids=str,
)
@pytest.mark.parametrize("page", ["timeline", "offices"])
def test_the_range_of_a_link_is_kept_and_the_command_finds_the_same(
    wanted: dict[str, str], page: str, opened: Opened, builds: Path, tmp_path: Path
) -> None:
    app = opened(page, **wanted)
    assert asked(app) == wanted
    assert [str(warning.value) for warning in app.warning] == []
    shown = [chip.replace("\\", "") for chip in chips(app)]
    assert [chip for chip in shown if all(day in chip for day in wanted.values())] == shown[:1] != []
    if page == "timeline":
        out = tmp_path / "events.csv"
        options = [part for name, day in wanted.items() for part in (f"--{name}", day)]
        assert main(["extract", "--store", str(builds), *options, "-o", str(out)]) == 0
        with out.open(encoding="utf-8-sig", newline="") as file:
            found = [row["title"] for row in csv.DictReader(file)]
        assert (app.dataframe[0].value["title"].tolist() if app.dataframe else []) == found


def test_an_end_that_is_not_moved_stays_as_it_was_asked_for(opened: Opened) -> None:
    app = opened("timeline", **{"from": "2050-01-01", "to": "2060-12-31"})
    app.date_input(days.WIDGET).set_value((date(2021, 1, 1), date(2060, 12, 31)))
    run(app)
    assert asked(app) == {"from": "2021-01-01", "to": "2060-12-31"}
    app.date_input(days.WIDGET).set_value(WHOLE)
    run(app)
    assert asked(app) == {}
    app.date_input(days.WIDGET).set_value((date(2020, 1, 1), date(2021, 6, 30)))
    run(app)
    assert asked(app) == {"to": "2021-06-30"}


def test_a_range_that_is_half_picked_or_emptied_asks_for_what_is_there(opened: Opened) -> None:
    app = opened("timeline", **{"from": "2021-01-01", "to": "2021-12-31"})
    app.date_input(days.WIDGET).set_value((date(2021, 5, 5),))
    run(app)
    assert asked(app) == {"from": "2021-05-05"}
    app.date_input(days.WIDGET).set_value(())
    run(app)
    assert asked(app) == {}


def test_a_new_year_of_the_clock_asks_for_nothing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("timeline")

    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(END.year + 1, 1, 1)

    monkeypatch.setattr(days, "date", Later)
    run(app)
    assert asked(app) == {}
    assert app.date_input(days.WIDGET).value == (date(2020, 1, 1), date(END.year + 1, 12, 31))


def test_so_many_values_that_none_was_read_are_told(opened: Opened) -> None:
    app = opened("timeline", org=[f"x{number}" for number in range(3_000)])
    assert [str(warning.value).replace("\\", "") for warning in app.warning] == [
        "The link holds more than 1,000 values, too many to be read. All were left out."
    ]


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        (None, None, (date(2020, 1, 1), date(2022, 12, 31))),
        (date(2021, 5, 5), None, (date(2021, 5, 5), date(2022, 12, 31))),
        (date(1950, 1, 1), date(2060, 1, 1), (date(2020, 1, 1), date(2022, 12, 31))),
        (date(2050, 1, 1), date(2060, 1, 1), (date(2050, 1, 1), date(2060, 1, 1))),
        (date(2050, 1, 1), None, (date(2050, 1, 1), date(2051, 1, 1))),
        (None, date(1950, 1, 1), (date(1949, 1, 1), date(1950, 1, 1))),
        (date.max, None, (date.max, date.max)),
        (None, date.min, (date.min, date.min)),
    ],
)
def test_pictures_span_what_is_there_of_the_range(
    since: date | None, until: date | None, span: tuple[date, date], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "record_bounds", lambda: (date(2020, 1, 1), date(2022, 12, 31)))
    assert days.picture_span(Filters(since=since, until=until)) == span


def test_a_record_without_any_date_has_the_bounds_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "read_records", lambda *_: [{"first": None, "last": None}])
    assert days.record_bounds.__wrapped__() == (date(END.year, 1, 1), END)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("since", "until", "quarters"),
    [
        ("2020-01-01", "2020-12-31", ("2020-01-01", "2020-12-31")),
        ("2020-02-10", "2021-11-20", ("2020-01-01", "2021-12-31")),
        ("2020-02-25", "2021-11-10", ("2020-04-01", "2021-09-30")),
        ("2020-05-01", "2020-05-09", ("2020-04-01", "2020-06-30")),
        ("2020-05-01", "2020-06-30", ("2020-04-01", "2020-06-30")),
        ("2020-02-25", "2020-04-10", ("2020-01-01", "2020-03-31")),
    ],
)
def test_a_drag_snaps_to_quarters(since: str, until: str, quarters: tuple[str, str]) -> None:
    found = days.snap_to_quarters(date.fromisoformat(since), date.fromisoformat(until))
    assert tuple(map(str, found)) == quarters


def test_the_slider_asks_for_whole_years_and_from_end_to_end_for_all(opened: Opened) -> None:
    app = opened("extracts", **{"from": "2021-03-03", "to": "2060-01-01"})
    assert app.select_slider(days.YEARS).value == (2021, 2022)
    app.select_slider(days.YEARS).set_range(2020, 2021)
    run(app)
    assert asked(app) == {"to": "2021-12-31"}
    app.select_slider(days.YEARS).set_range(2021, 2021)
    run(app)
    assert asked(app) == {"from": "2021-01-01", "to": "2021-12-31"}
    app.select_slider(days.YEARS).set_range(2020, 2022)
    run(app)
    assert asked(app) == {}
