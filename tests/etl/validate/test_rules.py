import pytest

from tests.etl.folder import Folder

COURSE = "events,2021-03-alphaville-course,start_on"
FAULTS = [
    (
        "claims.csv",
        COURSE,
        "event,2021-03-alphaville-course,start_on",
        "claims.csv:5: table: is no table; the nearest is 'events' (found 'event')",
    ),
    (
        "claims.csv",
        COURSE,
        "events,2021-03-alphaville-cours,start_on",
        "claims.csv:5: subject: events.csv holds no row with this id;"
        " the nearest is '2021-03-alphaville-course' (found '2021-03-alphaville-cours')",
    ),
    (
        "claims.csv",
        COURSE,
        "events,2021-03-alphaville-course,start",
        "claims.csv:5: field: is no column of events; the nearest is 'start_on' (found 'start')",
    ),
    (
        "claims.csv",
        COURSE,
        "events,2021-03-alphaville-course,earliest",
        "claims.csv:5: field: is no column of events (found 'earliest')",
    ),
    (
        "claims.csv",
        "alfov-anna/speaker/alpha-2021-report,office",
        "alfov-anna/chair/alpha-2021-report,office",
        "claims.csv:11: subject: speakers.csv holds no row with this event_id/person_id/role/source_id;"
        " the nearest is '2021-03-03-alphaville-roundtable/alfov-anna/speaker/alpha-2021-report'"
        " (found '2021-03-03-alphaville-roundtable/alfov-anna/chair/alpha-2021-report')",
    ),
    (
        "claims.csv",
        "On 3 March 2021 the round table",
        "one two three four five six seven eight nine",
        "claims.csv:2: anchor: is longer than 8 words (found 'one two three four five six seven eight nine')",
    ),
    (
        "claims.csv",
        "fourteen bodies,,took part",
        "fourteen bodies,,took part in what was said there",
        "claims.csv:4: anchor: is longer than 8 words with prefix and suffix (found 'fourteen bodies')",
    ),
    (
        "events.csv",
        "month,,false,,,false,,,",
        "month,,false,,,true,,,",
        "events.csv:3: place_reason: stands beside an inferred place, and only there",
    ),
    (
        "events.csv",
        "month,,false,,,false,,,",
        "month,,false,,,false,Its seat.,,",
        "events.csv:3: place_reason: stands beside an inferred place, and only there (found 'Its seat.')",
    ),
    (
        "sources.csv",
        "2026-01,stored_copy",
        "2026-01,",
        "sources.csv:4: read_as: is given together with read_on or not at all",
    ),
    (
        "speakers.csv",
        "The repost quotes the opening speech.",
        "",
        "speakers.csv:3: role: is speaker: give the words on it in mode_as_stated, or why in role_reason"
        " (found 'speaker')",
    ),
    (
        "recommendation_follow_ups.csv",
        "under_way,true",
        "not_found,true",
        "recommendation_follow_ups.csv:2: is_direct: is true, and yet nothing was found (found 'True')",
    ),
    (
        "recommendation_follow_ups.csv",
        "that it trains them.,,",
        "that it trains them.,one two three four five six seven eight nine,",
        "recommendation_follow_ups.csv:2: anchor: is longer than 8 words"
        " (found 'one two three four five six seven eight nine')",
    ),
    (
        "recommendations.csv",
        "2021-03-03-alphaville-roundtable,,gamma-note",
        "2021-03-03-alphaville-roundtable,2021-03-03-alphaville-roundtable,gamma-note",
        "recommendations.csv:2: quoted_at_event_id: is also the event at which it was made"
        " (found '2021-03-03-alphaville-roundtable')",
    ),
    (
        "border_liaison_offices.csv",
        "20,village",
        "20,",
        "border_liaison_offices.csv:5: point_kind: is given with a point and only with one",
    ),
    (
        "border_liaison_offices.csv",
        "2021-06,before,,,,,",
        "2021-06,before,,,,5,",
        "border_liaison_offices.csv:3: radius_km: is given with a point and only with one (found '5.0')",
    ),
    (
        "borders.csv",
        "AFG-TJK,gamma-gazetteer,AFG,TJK",
        "AFG-TJK,gamma-gazetteer,AFG,UZB",
        "borders.csv:4: country_b_id: is not the country in the id, TJK (found 'UZB')",
    ),
    (
        "border_liaison_offices.csv",
        "KAZ-UZB,KAZ",
        "KAZ-UZB,TJK",
        "border_liaison_offices.csv:5: country_id: is no side of its border KAZ-UZB (found 'TJK')",
    ),
    (
        "border_liaison_offices.csv",
        "41.5,69.0,20,village",
        "41.5,,20,village",
        "border_liaison_offices.csv:5: longitude: latitude and longitude are given together or not at all",
    ),
    (
        "instruments.csv",
        "2011-11,2022",
        "2023-11,2022",
        "instruments.csv:2: end_on: lies before start_on 2023-11 (found '2022')",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), FAULTS, ids=[case[3][:60] for case in FAULTS])
def test_a_broken_rule_is_named(file: str, old: str, new: str, fault: str, folder: Folder) -> None:
    folder.edit(file, old, new)
    assert folder.faults() == [fault]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            "TJK-TJK,gamma-gazetteer,TJK,TJK,x,,",
            "borders.csv:5: id: names the same country twice (found 'TJK-TJK')",
        ),
        (
            "TJK-AFG,gamma-gazetteer,TJK,AFG,x,,",
            "borders.csv:5: id: the two countries stand in alphabetical order: AFG-TJK (found 'TJK-AFG')",
        ),
        (
            "TJK–UZB,gamma-gazetteer,TJK,UZB,x,,",
            "borders.csv:5: id: a border is two country codes joined by a hyphen, such as TJK-UZB;"
            " it holds U+2013 EN DASH (found 'TJK–UZB')",
        ),
        (
            "TJK-XXX,gamma-gazetteer,TJK,XXX,x,,",
            "borders.csv:5: country_b_id: countries.csv holds no such id (found 'XXX')",
        ),
    ],
)
def test_a_border_is_two_known_countries_in_order(row: str, fault: str, folder: Folder) -> None:
    folder.add("borders.csv", row)
    assert folder.faults() == [fault]


def test_participants_are_claimed_only_of_what_people_take_part_in(folder: Folder) -> None:
    folder.edit("claims.csv", "gamma-crossing,status", "gamma-crossing,participants")
    assert folder.faults() == [
        "claims.csv:10: field: is no column of border_liaison_offices (found 'participants')"
    ]
