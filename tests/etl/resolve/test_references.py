from pathlib import Path

from etl.resolve.references import list_dangling
from etl.staging.database import open_staging
from etl.staging.tables import Reference, Table


def test_a_reference_that_leads_nowhere_is_counted_and_a_broken_cell_is_not_named_again(
    tmp_path: Path,
) -> None:
    links = Table("event_themes", lines=[*range(2, 9)])
    links.cells = {"event_id": ["e"] * 7, "theme_id": ["drugs", *["drug"] * 4, "X", None]}
    links.broken = {(5, "theme_id")}
    with open_staging(tmp_path / "rows") as found:
        found.add(Table("themes", lines=[2], cells={"id": ["drugs"]}))
        found.add(links)
        faults = [*list_dangling(found, "event_themes", Reference("theme_id", "themes"))]
    assert [*map(str, faults)] == [
        "event_themes.csv:3: theme_id: themes.csv holds no such id; the nearest is 'drugs'; so in 4 rows"
        " (found 'drug')"
    ]


def test_another_table_that_holds_the_id_is_named(tmp_path: Path) -> None:
    with open_staging(tmp_path / "rows") as found:
        found.add(Table("themes", lines=[2], cells={"id": ["drugs"]}))
        found.add(Table("people", lines=[2], cells={"id": ["a-b"]}))
        found.add(Table("event_themes", lines=[2], cells={"event_id": ["e"], "theme_id": ["a-b"]}))
        (fault,) = list_dangling(found, "event_themes", Reference("theme_id", "themes"))
    assert fault.problem == "themes.csv holds no such id; people.csv does"
