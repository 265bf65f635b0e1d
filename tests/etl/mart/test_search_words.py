import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from data.values.text import search_terms
from etl import pipeline
from tests.etl.folder import Folder

Found = Callable[[str, str], set[str]]
NAMES = {
    "events": "SELECT n AS number, id FROM read_event_texts",
    "names": "SELECT number, id FROM read_names",
    "border_liaison_offices": "SELECT number, id FROM read_names",
    "recommendations": "SELECT place AS number, id FROM read_recommendations",
    "sources": "SELECT source AS number, id FROM read_sources",
}


def ids(path: Path, table: str, words: str) -> set[str]:
    """The ids of the rows of a table that have all words, each by its beginning."""
    with closing(sqlite3.connect(path)) as connection:
        sets = [
            {
                id_
                for (id_,) in connection.execute(
                    f"""SELECT t.id FROM read_words w JOIN ({NAMES[table]}) t ON t.number = w.number
                    WHERE w."table" = ? AND w.word >= ? AND w.word < ?""",  # noqa: S608
                    (table, term, f"{term}~"),
                )
            }
            for term in search_terms(words)
        ]
    return set.intersection(*sets)


@pytest.fixture
def found(store_path: Path) -> Found:
    return partial(ids, store_path)


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """In a store with a place that is called *Toʻlqin* and *Йод* too, and a country *Таджикистан*."""
    place = tmp_path_factory.mktemp("spelled")
    folder = Folder(place / "data")
    folder.add(
        "aliases.csv", "places,Toʻlqin,alphaville,x", "places,Йод,alphaville,x", "countries,Таджикистан,TJK,x"
    )
    report = pipeline.build(folder.path, place / "builds")
    assert report.path is not None
    return partial(ids, report.path)


@pytest.mark.parametrize(
    "words",
    ["Tolqin", "toʻlqin", "To‘lqin", "To’lqin", "Toʼlqin", "To'lqin", "To`lqin", "lqin", "Йод", "И\u0306од"],
)
def test_signs_inside_words_may_be_left_out_and_letters_decomposed(words: str, spelled: Found) -> None:
    assert spelled("names", words) == {"alphaville"}


def test_an_office_is_found_by_its_countries_in_any_spelling_and_no_event_is(spelled: Found) -> None:
    offices = {"gamma-crossing", "omega-post", "unnamed-afg-tjk"}
    assert spelled("border_liaison_offices", "Таджикистан") == offices
    assert spelled("border_liaison_offices", "BLO tajik-uzbek") == offices - {"unnamed-afg-tjk"}
    assert spelled("names", "Таджикистан") == set()


@pytest.mark.parametrize(
    ("table", "words", "id_"),
    [
        ("events", "alpha borders", "2021-03-03-alphaville-roundtable"),
        ("events", "round table", "2021-03-03-alphaville-roundtable"),
        *(("names", words, "alpha") for words in ("ALPHA", "Alpha Office", "Альфа", "alpha office tests")),
        ("border_liaison_offices", "gamma crossing", "gamma-crossing"),
        ("border_liaison_offices", "omega post", "omega-post"),
        ("recommendations", "train officers posts", "alpha-2-training"),
        ("recommendations", "boris betov", "beta-1-share"),
        ("sources", "soobshchenie reports the beta exercise", "beta-2022-page"),
    ],
)
def test_a_row_is_found_by_its_words_and_names(table: str, words: str, id_: str, found: Found) -> None:
    assert id_ in found(table, words)


def test_a_word_is_kept_once_for_each_row(store_path: Path) -> None:
    with closing(sqlite3.connect(store_path)) as connection:
        every, distinct = connection.execute(
            "SELECT count(*), count(DISTINCT \"table\" || word || ' ' || number) FROM read_words"
        ).fetchone()
    assert every == distinct > 100
