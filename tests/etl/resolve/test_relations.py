import pytest

from tests.etl.folder import Folder

FAULTS = [
    (
        "event_places.csv",
        "2021-03-alphaville-course,gamma-crossing",
        "2021-03-alphaville-course,alphaville",
        "event_places.csv:4: event_id/place_id: stands on line 3 too"
        " (found '2021-03-alphaville-course/alphaville')",
    ),
    (
        "organisations.csv",
        "beta-2022-page,BETA,",
        "beta-2022-page,ALPHA,",
        "organisations.csv:3: name: stands on line 2 too (found 'ALPHA')",
    ),
    (
        "event_organisations.csv",
        "exercise,alpha,partner",
        "exercise,alphaa,partner",
        "event_organisations.csv:9: organisation_id: organisations.csv holds no such id, nor aliases.csv such"
        " a spelling; the nearest is 'alpha' (found 'alphaa')",
    ),
    (
        "event_organisations.csv",
        "exercise,alpha,partner",
        "exercise,ALPHA,partner",
        "event_organisations.csv:9: organisation_id: organisations.csv holds no such id, nor aliases.csv such"
        " a spelling; the nearest is 'alpha' (found 'ALPHA')",
    ),
    (
        "event_themes.csv",
        "exercise,drugs",
        "exercise,alpha",
        "event_themes.csv:4: theme_id: themes.csv holds no such id; organisations.csv does (found 'alpha')",
    ),
    (
        "places.csv",
        "UZB,1512569",
        "NAM,1512569",
        "places.csv:2: country_id: countries.csv holds no such id (found 'NAM')",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "fault"), FAULTS, ids=[case[3][:60] for case in FAULTS])
def test_what_does_not_fit_together_is_named(
    file: str, old: str, new: str, fault: str, folder: Folder
) -> None:
    folder.edit(file, old, new)
    assert folder.faults() == [fault]


def test_keys_are_compared_trimmed_and_composed(folder: Folder) -> None:
    folder.add("aliases.csv", "places,Йcity,alphaville,x", "places, И\u0306city ,alphaville,x")
    assert folder.faults() == ["aliases.csv:8: table/spelling: stands on line 7 too (found 'places/Йcity')"]


def test_keys_that_differ_in_capitals_only_warn(folder: Folder) -> None:
    folder.add("aliases.csv", "organisations,BETA ORG.,beta,x")
    assert folder.warnings() == [
        "aliases.csv:7: table/spelling: differs from line 2 in capitals only"
        " (found 'organisations/BETA ORG.')"
    ]


def test_a_reference_broken_in_many_rows_is_one_fault_with_their_number(folder: Folder) -> None:
    folder.edit("countries.csv", "UZB,gamma", "UZX,gamma")
    faults = [fault for fault in folder.faults() if not fault.startswith("borders")]
    assert faults == [
        "border_liaison_offices.csv:3: country_id: countries.csv holds no such id; the nearest is 'UZX'"
        " (found 'UZB')",
        "organisations.csv:4: country_id: countries.csv holds no such id; the nearest is 'UZX' (found 'UZB')",
        "places.csv:2: country_id: countries.csv holds no such id; the nearest is 'UZX' (found 'UZB')",
    ]
    folder.edit("sources.csv", "gamma-gazetteer", "omikron")
    assert (
        "countries.csv:2: source_id: sources.csv holds no such id; so in 4 rows (found 'gamma-gazetteer')"
        in folder.faults()
    )


def test_a_row_with_another_fault_can_still_be_referred_to(folder: Folder) -> None:
    folder.edit("events.csv", "conference,round table", "confrence,round table")
    assert [fault.split(": ")[0] for fault in folder.faults()] == ["events.csv:2"]


def test_without_claims_the_other_tables_are_compared_all_the_same(folder: Folder) -> None:
    (folder.path / "claims.csv").unlink()
    folder.edit("event_themes.csv", "exercise,drugs", "exercise,alpha")
    assert folder.faults() == [
        "claims.csv: is missing from the data folder",
        "event_themes.csv:4: theme_id: themes.csv holds no such id; organisations.csv does (found 'alpha')",
    ]
