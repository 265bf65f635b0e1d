import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from data import store
from data.extracts import datasets, export
from data.extracts.datasets import Dataset
from data.extracts.request import Request
from data.filters import Filters
from data.parsers.extract import read_extract
from data.parsers.limits import PAGE
from data.parsers.sheets import TooLargeError, UnreadableError
from data.recheck import check, report
from data.recheck.comparison import Group, Result
from data.recheck.receipt import MOST_VALUES
from etl import pipeline
from tests.data.recheck.later_record import later

ALL = Filters()


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The invented record after a correction, a withdrawal, a dispute and an addition."""
    folder = later(tmp_path_factory.mktemp("next") / "curated")
    path = pipeline.build(folder.path, tmp_path_factory.mktemp("later")).path
    assert path is not None
    return store.open_read_only(path)


def extract(engine: Engine, name: str, form: str, filters: Filters = ALL) -> dict[str, bytes]:
    asked = Request(name, filters, export.find_release(engine))
    return {export.name_file(asked, form): export.make_file(asked, form, engine)}


def counts(result: Result) -> dict[str, int]:
    return {str(group): number for group, number in result.counts.items() if number}


@pytest.mark.parametrize("form", ["csv", "xlsx", "zip"])
@pytest.mark.parametrize(
    "name",
    [
        *("events", "offices", "office-counts", "recommendations-list", "statements-list", "sources-list"),
        *("network-organisations", "network-pairs", "claims", "speakers", "themes"),
    ],
)
def test_an_extract_of_today_is_unchanged(name: str, form: str, engine: Engine) -> None:
    files = extract(engine, name, form)
    (result,) = check.check_extract(read_extract(files), engine, Filters())
    assert counts(result) == {"unchanged": result.rows}, report.list_lines(result)
    assert (result.unknown, result.missing) == ((), ())


def test_the_record_as_a_package_is_unchanged(engine: Engine) -> None:
    earlier = read_extract(extract(engine, "record", "zip"))
    found = check.check_extract(earlier, engine)
    assert len(found) == 26
    assert (
        sum(result.counts[Group.UNCHANGED] for result in found) == sum(result.rows for result in found) > 90
    )
    left = check.list_unchecked(earlier)
    assert [Path(file).stem for file in left] == ["build", "organisation_positions", "warnings"]


@pytest.mark.parametrize("form", ["xlsx", "zip"])
def test_what_changed_since_is_told_with_its_reason(form: str, engine: Engine, today: Engine) -> None:
    only = Filters(kinds=("training", "meeting"))
    (result,) = check.check_extract(read_extract(extract(engine, "events", form, only)), today)
    told = [(f.group, f.key, f.column, f.earlier, f.now) for f in result.findings]
    course, meeting = "2021-03-alphaville-course", "undated-delta-meeting"
    assert told == [
        (Group.CORRECTED, course, "start_on", "2021-03", "2021-04"),
        (Group.CORRECTED, course, "earliest", "2021-03-01", "2021-04-01"),
        (Group.CORRECTED, course, "latest", "2021-03-31", "2021-04-30"),
        (Group.UNCHANGED, meeting, "", None, None),
        (
            *(Group.DISPUTED, meeting, "form", None),
            "course (Beta) | expert meeting (Alpha)",
        ),
        (Group.NEW, "2021-05-new", "", None, None),
    ]
    assert result.findings[0].why.endswith("preferred as the latest. The organiser moved it.")
    assert report.summarise(result) == (
        "Events, 2 rows: 1 unchanged, 1 corrected, 0 withdrawn; of those that stand, 1 newly disputed; "
        "1 new row matches the same filter."
    )


def test_withdrawn_rows_are_those_that_are_gone(engine: Engine, today: Engine) -> None:
    (result,) = check.check_extract(read_extract(extract(today, "events", "xlsx")), engine)
    assert [f.key for f in result.findings if f.group == Group.WITHDRAWN] == ["2021-05-new"]


def test_a_lone_csv_takes_the_filters_that_are_offered(engine: Engine, today: Engine) -> None:
    earlier = read_extract(extract(engine, "events", "csv", Filters(kinds=("training",))))
    (unknown,) = check.check_extract(earlier, today)
    assert (unknown.counts[Group.NEW], unknown.is_filter_known) == (0, False)
    assert report.summarise(unknown).endswith("new rows are not listed, because the filter is not known.")
    (offered,) = check.check_extract(earlier, today, Filters(kinds=("training",)))
    assert (offered.counts[Group.NEW], offered.is_filter_known) == (1, True)


def test_what_is_of_no_table_is_refused(engine: Engine) -> None:
    with pytest.raises(UnreadableError, match=r"x\.csv:1: is no table or list of this record"):
        check.check_extract(read_extract({"x.csv": b"a,b\n1,2\n"}), engine)
    for made in ("comparison-figures", "search-results"):  # rows of no table, without keys
        with pytest.raises(UnreadableError, match="is no table or list of this record"):
            check.check_extract(read_extract(extract(engine, made, "csv", Filters(words="alpha"))), engine)


def test_settings_of_a_receipt_are_not_trusted(engine: Engine) -> None:
    receipt = json.dumps({"table": "offices", "filters": {}, "settings": {"known": "yesterday"}}).encode()
    files = {**extract(engine, "offices", "csv"), "x.metadata.json": receipt}
    with pytest.raises(UnreadableError, match=r"settings that are not known \(found 'known=yesterday'\)"):
        check.check_extract(read_extract(files), engine)


def test_a_data_set_is_read_once_however_many_sheets_are_of_it(
    today: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = datasets.read_rows

    def counted(given: Dataset, *rest: Any) -> pd.DataFrame:
        asked.append(given.name)
        return rows(given, *rest)

    monkeypatch.setattr(datasets, "read_rows", counted)
    content = b"id,title\nundated-delta-meeting,x\n"
    found = check.check_extract(read_extract({f"{number}/events.csv": content for number in range(9)}), today)
    assert [result.counts[Group.CORRECTED] for result in found] == [1] * 9
    assert asked == ["events"]


def test_findings_of_all_sheets_are_bounded_together(today: Engine) -> None:
    files = {f"{number}/events.csv": b"id,title\ngone,x\n" for number in range(3)}
    assert len(check.check_extract(read_extract(files), today, limits=replace(PAGE, findings=3))) == 3
    with pytest.raises(TooLargeError, match="more than 2 rows and columns would have to be listed"):
        check.check_extract(read_extract(files), today, limits=replace(PAGE, findings=2))


@pytest.mark.parametrize("value", ["x", "9" * 30, "9" * 5_000, "-1", "1e9", "", "\x00"])
def test_settings_of_a_receipt_are_taken_or_refused(today: Engine, value: str) -> None:
    receipt = {"table": "network-pairs", "settings": {"min": value, "least": value}, "filters": {}}
    content = {"x.csv": b"a_id,b_id\nx,y\n", "x.metadata.json": json.dumps(receipt).encode()}
    problems: list[UnreadableError] = []
    try:
        check.check_extract(read_extract(content), today)
    except UnreadableError as refused:
        problems.append(refused)
    assert {each.problem for each in problems} <= {"the receipt has settings that are not known"}
    assert all(len(str(each)) < 200 for each in problems)


@pytest.mark.parametrize("field", ["organisations", "roles", "countries", "kinds", "themes"])
def test_as_many_values_of_a_filter_as_a_receipt_may_name_are_asked_for(today: Engine, field: str) -> None:
    values = [f"v{number}" for number in range(MOST_VALUES)]
    receipt = {"table": "events", "filters": {"match_all": True, "organisations": ["a"], field: values}}
    content = {"events.csv": b"id,title\nx,y\n", "x.metadata.json": json.dumps(receipt).encode()}
    (found,) = check.check_extract(read_extract(content), today)
    assert (found.is_filter_known, found.counts[Group.NEW]) == (True, 0)
