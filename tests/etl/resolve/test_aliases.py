from etl.resolve.aliases import Spellings
from etl.staging.tables import Table
from tests.etl.folder import Folder


def test_a_spelling_becomes_the_id_it_stands_for(folder: Folder) -> None:
    parts = [row["organisation_id"] for row in folder.table("event_organisations").rows]
    people = [row["person_id"] for row in folder.table("speakers").rows]
    assert parts[2] == "beta"
    assert people[2] == "gammaev-goli"


def test_an_alias_of_nothing_is_a_fault(folder: Folder) -> None:
    folder.edit("aliases.csv", "places,Alfaville,alphaville", "places,Alfaville,alphavile")
    assert folder.faults() == [
        "aliases.csv:5: id: places.csv holds no such id; the nearest is 'alphaville' (found 'alphavile')"
    ]


def test_an_alias_may_not_be_the_id_of_another_row(folder: Folder) -> None:
    folder.edit("aliases.csv", "places,Alfaville,", "places,betaburg,")
    assert folder.faults() == ["aliases.csv:5: spelling: is itself an id in places.csv (found 'betaburg')"]


def test_without_aliases_nothing_is_replaced() -> None:
    table = Table("event_places", lines=[2], cells={"place_id": ["Alfaville"]})
    Spellings().replace(table)
    assert table.rows == [{"place_id": "Alfaville"}]


def test_an_alias_without_an_id_or_of_no_table_is_told_once_and_stands_for_nothing(folder: Folder) -> None:
    folder.edit("aliases.csv", "places,Alfaville,alphaville", "places,Alfaville,")
    folder.edit("aliases.csv", "people,", "peeple,")
    assert folder.faults() == [
        "aliases.csv:4: table: does not look like ^(organisations|people|places|instruments|countries)$"
        " (found 'peeple')",
        "aliases.csv:5: id: is blank",
        "speakers.csv:4: person_id: people.csv holds no such id, nor aliases.csv such a spelling"
        " (found 'Голи Гамма')",
    ]
