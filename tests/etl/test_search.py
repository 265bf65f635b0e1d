import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data.text import search_terms
from etl import search

Found = Callable[[str, str], list[object]]


@pytest.fixture
def found(store_path: Path) -> Found:
    """The ids or numbers that a full-text table holds for all words, each by its beginning."""

    def ids(table: str, words: str) -> list[object]:
        match = " ".join(f'"{word}"*' for word in search_terms(words))
        key = "id" if table == "search" else "rowid"
        query = f"SELECT {key} FROM {table} WHERE {table} MATCH ? ORDER BY 1"  # noqa: S608
        with closing(sqlite3.connect(store_path)) as connection:
            return [row for (row,) in connection.execute(query, (match,))]

    return ids


def test_a_title_and_a_form_are_found_by_the_number_of_the_event(found: Found) -> None:
    assert found("read_titles", "alpha borders") == [1]
    assert found("read_titles", "round table") == [1]


@pytest.mark.parametrize("words", ["ALPHA", "Alpha Office", "Альфа", "alpha office tests"])
def test_an_organisation_is_found_by_any_of_its_names(words: str, found: Found, store_path: Path) -> None:
    query = """SELECT number FROM read_names WHERE "table" = 'organisations' AND id = 'alpha'"""
    with closing(sqlite3.connect(store_path)) as connection:
        assert connection.execute(query).fetchone()[0] in found("read_called", words)


def test_an_office_is_found_by_its_name_and_the_aliases_of_its_place(found: Found) -> None:
    assert found("search", "gamma crossing") == ["gamma-crossing"]
    assert found("search", "omega post") == ["omega-post"]


def test_a_recommendation_is_found_by_who_asks_and_who_is_asked(found: Found) -> None:
    assert "alpha-2-training" in found("search", "train officers posts")
    assert "beta-1-share" in found("search", "boris betov")


def test_a_source_is_found_by_title_contents_and_publisher(found: Found) -> None:
    assert found("search", "soobshchenie reports the beta exercise") == ["beta-2022-page"]


def test_the_arrays_of_words_hold_each_event_once_under_each_word() -> None:
    index = search.Index()
    index.add(1, "round table")
    index.add(0, "table on table tennis")
    columns = index.columns()
    assert bytes(columns["word_text"]).decode().split("\n") == ["on", "round", "table", "tennis"]
    assert columns["word_starts"].tolist() == [0, 1, 2, 4, 5]
    assert columns["word_events"].tolist() == [0, 1, 0, 1, 0]
