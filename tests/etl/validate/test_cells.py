import pytest

from data.schema.models import Border
from etl.reporting.errors import Findings
from etl.staging.tables import Batch
from etl.validate.cells import find_rule, validate_batch
from tests.etl.folder import Folder

DIGITS = "a number is written with the digits 0-9 and a decimal point"
FAULTS = [
    (
        "events.csv",
        "2021-03-03,2021-03-04,day",
        "2021-02-31,2021-03-04,day",
        "events.csv:2: start_on: no such day in the calendar: day is out of range for month"
        " (found '2021-02-31')",
    ),
    (
        "events.csv",
        "2021-03-03,2021-03-04,day",
        "03/04/2021,2021-03-04,day",
        "events.csv:2: start_on: a date is written YYYY-MM-DD, YYYY-MM or YYYY (found '03/04/2021')",
    ),
    (
        "events.csv",
        "2021-03-03,2021-03-04,day",
        "２021-03-03,2021-03-04,day",
        "events.csv:2: start_on: a date is written YYYY-MM-DD, YYYY-MM or YYYY;"
        " it holds U+FF12 FULLWIDTH DIGIT TWO (found '２021-03-03')",
    ),
    (
        "events.csv",
        "meeting,expert meeting",
        "meetng,expert meeting",
        "events.csv:6: kind: is not one of: decision, conference, meeting, opening, operation, training,"
        " visit; the nearest is 'meeting' (found 'meetng')",
    ),
    (
        "events.csv",
        "online,,,unknown",
        "оnline,,,unknown",
        "events.csv:6: mode: is not one of: in_person, online, hybrid, not_stated; the nearest is 'online';"
        " it holds U+043E CYRILLIC SMALL LETTER O (found 'оnline')",
    ),
    ("events.csv", "Meeting of delta,", "  ,", "events.csv:6: title: is blank"),
    (
        "events.csv",
        "unknown,,false",
        "unknown,,no",
        "events.csv:6: is_date_inferred: is written true or false (found 'no')",
    ),
    ("borders.csv", "1312.5", "nan", f"borders.csv:2: length_km: {DIGITS} (found 'nan')"),
    ("borders.csv", "1312.5", "inf", f"borders.csv:2: length_km: {DIGITS} (found 'inf')"),
    ("borders.csv", "1312.5", "3_8", f"borders.csv:2: length_km: {DIGITS} (found '3_8')"),
    ("borders.csv", "1312.5", '"38,5"', f"borders.csv:2: length_km: {DIGITS} (found '38,5')"),
    (
        "borders.csv",
        "1312.5",
        "38°12'",
        f"borders.csv:2: length_km: {DIGITS}; it holds U+00B0 DEGREE SIGN (found '38°12'')",
    ),
    (
        "borders.csv",
        "1312.5",
        "٣",
        f"borders.csv:2: length_km: {DIGITS}; it holds U+0663 ARABIC-INDIC DIGIT THREE (found '٣')",
    ),
    ("borders.csv", "1312.5", "-1", "borders.csv:2: length_km: should be greater than 0 (found '-1')"),
    (
        "border_liaison_offices.csv",
        "40.2,69.4",
        "91,69.4",
        "border_liaison_offices.csv:2: latitude: should be less than or equal to 90 (found '91')",
    ),
    (
        "border_liaison_offices.csv",
        "40.2,69.4",
        "40.2,181",
        "border_liaison_offices.csv:2: longitude: should be less than or equal to 180 (found '181')",
    ),
    (
        "office_counts.csv",
        "operational,2,exact",
        "operational,2.5,exact",
        "office_counts.csv:2: number: a whole number is written with the digits 0-9 alone (found '2.5')",
    ),
    (
        "organisations.csv",
        "https://alpha.example/",
        "javascript:alert(1)",
        "organisations.csv:2: website: a link starts with http:// or https:// and holds no blanks or"
        " user name (found 'javascript:alert(1)')",
    ),
    (
        "sources.csv",
        "0" * 64,
        "0" * 63,
        f"sources.csv:2: sha256: a SHA-256 is 64 digits 0-9 and a-f (found '{'0' * 63}')",
    ),
    (
        "people.csv",
        "Boris Betov",
        "x" * 2001,
        f"people.csv:3: name: is longer than 2000 characters (found '{'x' * 80}…')",
    ),
    (
        "event_themes.csv",
        "exercise,drugs",
        "exercise,Drugs",
        "event_themes.csv:4: theme_id: an id is small letters and digits in words joined by hyphens"
        " (found 'Drugs')",
    ),
    (
        "places.csv",
        "city,KAZ",
        "city,Kz",
        "places.csv:3: country_id: a country code is three capital letters (ISO 3166-1 alpha-3) (found 'Kz')",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), FAULTS, ids=[case[3][:60] for case in FAULTS])
def test_a_cell_that_breaks_a_rule_is_named(
    file: str, old: str, new: str, fault: str, folder: Folder
) -> None:
    folder.edit(file, old, new)
    assert folder.faults() == [fault]


def test_all_faults_of_all_files_come_in_one_report(folder: Folder) -> None:
    folder.edit("events.csv", "meeting,expert meeting,online", "meetng,expert meeting,onlin")
    folder.edit("borders.csv", "1312.5", "long")
    folder.edit("claims.csv", "high,false", "hgh,false")
    assert [fault.split(": ")[:2] for fault in folder.faults()] == [
        ["borders.csv:2", "length_km"],
        ["claims.csv:2", "confidence"],
        ["events.csv:6", "kind"],
        ["events.csv:6", "mode"],
    ]


def test_cells_become_values_of_their_type_and_blanks_the_default() -> None:
    columns = ("id", "source_id", "country_a_id", "country_b_id", "name", "length_km", "note")
    batch = Batch(columns, [2], [["AAA-BBB"], ["s"], ["AAA"], ["BBB"], ["007"], ["12.50"], [None]])
    table = validate_batch("borders", batch, Findings())
    assert table.rows == [
        {
            "source_id": "s",
            "id": "AAA-BBB",
            "country_a_id": "AAA",
            "country_b_id": "BBB",
            "name": "007",
            "length_km": 12.5,
            "note": None,
        }
    ]


@pytest.mark.parametrize(
    ("cell", "value"), [("true", True), ("TRUE", True), ("false", False), ("FALSE", False)]
)
def test_booleans_may_be_written_as_spreadsheets_do(cell: str, value: bool, folder: Folder) -> None:
    folder.edit("office_organisations.csv", "alpha-2021-report,false", f"alpha-2021-report,{cell}")
    assert folder.table("office_organisations").rows[0]["is_assumed"] is value


def test_a_blank_boolean_is_its_default(folder: Folder) -> None:
    assert folder.table("office_organisations").rows[2]["is_assumed"] is False


def test_the_rule_of_a_column_checks_where_the_table_does_not() -> None:
    assert Border(id="nonsense").id == "nonsense"
    with pytest.raises(ValueError, match="String should match pattern"):
        find_rule("borders", "id").adapter.validate_python(["nonsense"])


def test_a_row_with_a_fault_stays_as_it_was_read() -> None:
    columns = ("office_id", "organisation_id", "source_id", "is_assumed")
    batch = Batch(columns, [2, 3], [["a", "d"], ["b", "e"], ["c", "f"], ["maybe", "TRUE"]])
    findings = Findings()
    table = validate_batch("office_organisations", batch, findings)
    assert [row["is_assumed"] for row in table.rows] == ["maybe", True]
    assert table.broken == {(0, "is_assumed")}
    assert [str(fault) for fault in findings.faults] == [
        "office_organisations.csv:2: is_assumed: is written true or false (found 'maybe')"
    ]
