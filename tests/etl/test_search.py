import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.text import fold
from etl import drawn, search


@pytest.fixture(scope="module")
def words(engine: Engine) -> dict[tuple[str, str], str]:
    with engine.connect() as connection:
        return {(row.table, row.id): row.words for row in search.rows(drawn.tables(connection))}


def test_an_event_is_found_by_all_who_and_where(words: dict[tuple[str, str], str]) -> None:
    found = words["events", "2021-03-03-alphaville-roundtable"]
    wanted = [
        "Round table on alpha borders",
        "Alphaville", "Альфавиль", "Alfaville",
        "ALPHA", "Alpha Office on Tests", "Альфа", "Beta Org.", "GAMMA-UZ",
        "Anna Alfova", "Анна Альфова", "Goli Gammaev", "Голи Гамма",
        "Alpha Plan", "Plan of Action of Alpha", "Plan of Alpha",
    ]  # fmt: skip
    assert [spelling for spelling in wanted if fold(spelling) not in found] == []


def test_an_office_is_found_by_its_name_and_the_aliases_of_its_place(
    words: dict[tuple[str, str], str],
) -> None:
    assert words["border_liaison_offices", "gamma-crossing"] == "gamma crossing"
    assert words["border_liaison_offices", "omega-post"] == "omega post"


def test_a_recommendation_is_found_by_who_asks_and_who_is_asked(words: dict[tuple[str, str], str]) -> None:
    assert words["recommendations", "alpha-2-training"].startswith(
        "train the officers of the posts. beta alpha"
    )
    assert "boris betov" in words["recommendations", "beta-1-share"]


def test_a_source_is_found_by_title_contents_and_publisher(words: dict[tuple[str, str], str]) -> None:
    assert words["sources", "beta-2022-page"] == "soobshchenie bety reports the beta exercise. beta"


def test_the_store_finds_a_person_in_either_script(store_path: Path) -> None:
    query = "SELECT id FROM search WHERE search MATCH ? AND \"table\" = 'events'"
    with closing(sqlite3.connect(store_path)) as connection:
        for spelling in ("Анна", "ANNA", "anna alfova"):
            match = " ".join(f'"{word}"*' for word in fold(spelling).split())
            assert connection.execute(query, (match,)).fetchall() == [("2021-03-03-alphaville-roundtable",)]
