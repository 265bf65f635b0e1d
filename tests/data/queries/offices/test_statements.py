"""What was known of an office on a day: sources without a date, rival statuses, openings that lie ahead."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, literal, select

from data import engines, store
from data.filters import Filters
from data.queries.offices import list as queries
from data.queries.offices import statements as office_statements
from data.values.dates import last_day as last_day_of
from etl import pipeline
from tests.etl.folder import Folder

NUMBERED, SILENT = "delta-numbered-page", "delta-silent-page"
SOURCE = "{},Delta,delta,,Reports offices.,web_page,en,,,not_found,,excerpt,,,,"
OFFICE = "{},{},{},true,TJK-UZB,TJK,false,,road,operational,{},no,{},,{},,,,,,,,,,,low,"
CLAIM = "{},border_liaison_offices,{},{},{},,,,,,low,false,normal,,"


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The store of the invented rows with offices whose sources print no date or differ.

    The alpha report is of 2021-03-05, the beta page of 2022. The numbered page prints no date, but its
    number holds for February 2020; nothing at all dates the silent page.
    """
    folder = Folder(tmp_path_factory.mktemp("stated") / "curated")
    folder.add("sources.csv", SOURCE.format(NUMBERED), SOURCE.format(SILENT))
    folder.add(
        "office_counts.csv", f"d,{NUMBERED},TJK-UZB,Offices planned,false,planned,4,exact,2020-02,A plan."
    )
    folder.add(
        "border_liaison_offices.csv",
        OFFICE.format("early", NUMBERED, "Early post", "", "", "unknown"),
        OFFICE.format("silent", SILENT, "Silent post", "", "", "unknown"),
        OFFICE.format("opened", SILENT, "Opened post", "", "2019-07", "month"),
        OFFICE.format("ahead", "alpha-2021-report", "Ahead post", "Open now.", "2022-06-01", "day"),
        OFFICE.format("rival", "beta-2022-page", "Rival post", "", "", "unknown"),
        OFFICE.format("later", NUMBERED, "Later post", "", "2020-01", "month"),
    )
    folder.add(
        "claims.csv",
        CLAIM.format(NUMBERED, "rival", "status", "planned"),
        CLAIM.format("alpha-2021-report", "rival", "status", "establishing"),
        CLAIM.format("beta-2022-page", "rival", "status", "operational"),
        CLAIM.format(SILENT, "rival", "status", "candidate"),
        CLAIM.format("alpha-2021-report", "later", "start_on", "2020-01"),
    )
    builds = tmp_path_factory.mktemp("builds")
    pipeline.build(folder.path, builds)
    path = store.current_build(builds)
    assert path is not None
    opened = store.open_read_only(path)
    yield opened
    opened.dispose()


def office(engine: Engine, identity: str, known: str | None) -> dict[str, object] | None:
    """The office as known on a day; None: not yet."""
    rows = engines.read_frame(engine, queries.list_offices(Filters(), day(known) if known else None))
    found = rows[rows["id"] == identity].to_dict("records")
    return {str(name): value for name, value in found[0].items()} if found else None


@pytest.mark.parametrize("partial", ["2020", "2020-02", "2021-02", "2021-12", "2024-02-29"])
def test_the_last_day_in_sql_is_that_of_the_calendar(partial: str, engine: Engine) -> None:
    rows = engines.read_frame(engine, select(office_statements.last_day_sql(literal(partial)).label("day")))
    assert rows["day"].tolist() == [last_day_of(partial).isoformat()]


@pytest.mark.parametrize(
    ("identity", "known_on"),
    [
        ("gamma-crossing", "2021-03-05"),
        ("psi-post", "2022-12-31"),
        ("early", "2020-02-29"),
        ("opened", "2019-07-31"),
        ("rival", "2021-03-05"),
        ("later", "2021-03-05"),
    ],
)
def test_an_office_is_known_from_the_first_day_that_a_source_prints(
    identity: str, known_on: str, engine: Engine
) -> None:
    row = office(engine, identity, None)
    assert row is not None
    assert row["known_on"] == known_on
    before = date.fromordinal(day(known_on).toordinal() - 1).isoformat()
    assert office(engine, identity, before) is None
    assert office(engine, identity, known_on) is not None


def test_an_office_that_nothing_dates_is_listed_without_a_day_alone(engine: Engine) -> None:
    row = office(engine, "silent", None)
    assert row is not None
    assert row["known_on"] is None
    assert office(engine, "silent", "9999-12-31") is None


@pytest.mark.parametrize(
    ("identity", "known", "status"),
    [
        ("early", "2020-02-29", "operational"),
        ("opened", "2019-07-31", "operational"),
        ("ahead", "2021-03-05", "planned"),
        ("ahead", "2022-05-31", "planned"),
        ("ahead", "2022-06-01", "operational"),
        ("rival", "2021-03-05", "establishing"),
        ("rival", "2022-12-30", "establishing"),
        ("rival", "2022-12-31", "operational"),
        ("later", "2021-03-05", "operational"),
        ("psi-post", "2022-12-31", "establishing"),
    ],
)
def test_the_status_is_that_of_the_day(identity: str, known: str, status: str, engine: Engine) -> None:
    row = office(engine, identity, known)
    assert row is not None
    assert row["status"] == status


def test_words_on_a_later_status_and_on_2021_are_left_out_before(engine: Engine) -> None:
    before, after = office(engine, "ahead", "2021-11-29"), office(engine, "ahead", "2022-06-01")
    assert before is not None
    assert after is not None
    assert (before["status_as_stated"], before["counted_2021"]) == (None, None)
    assert (after["status_as_stated"], after["counted_2021"]) == ("Open now.", "no")


def test_supporters_that_a_later_source_names_are_left_out(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "curated")
    folder.add("office_organisations.csv", "gamma-crossing,beta,beta-2022-page,false")
    pipeline.build(folder.path, tmp_path / "builds")
    path = store.current_build(tmp_path / "builds")
    assert path is not None
    opened = store.open_read_only(path)
    then, now = office(opened, "gamma-crossing", "2022-12-30"), office(opened, "gamma-crossing", "2022-12-31")
    opened.dispose()
    assert then is not None
    assert now is not None
    assert (then["supporters"], now["supporters"]) == ("ALPHA", "ALPHA; BETA")


def test_the_source_cited_is_one_that_had_told_of_the_office(engine: Engine) -> None:
    then, now = office(engine, "rival", "2021-03-05"), office(engine, "rival", None)
    assert then is not None
    assert now is not None
    assert (then["source_id"], now["source_id"]) == ("alpha-2021-report", "beta-2022-page")


def test_claims_on_an_office_by_date_without_what_nothing_dates(engine: Engine) -> None:
    def said(known: str | None) -> list[tuple[str, str]]:
        rows = engines.read_frame(
            engine, office_statements.list_office_claims("rival", day(known) if known else None)
        )
        return list(zip(rows["value"], rows["claimant"], strict=True))

    first = [("planned", "Delta"), ("establishing", "Alpha")]
    assert said("2021-03-05") == first
    assert said(None) == [*first, ("operational", "Beta"), ("candidate", "Delta")]
