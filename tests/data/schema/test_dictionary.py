from pathlib import Path

import pytest

from data.schema.dictionary import column_words, describe_table, list_columns, markdown, table_words
from data.schema.models import tables

COMMITTED = Path(__file__).resolve().parents[3] / "docs" / "data-dictionary.md"


def test_the_committed_dictionary_is_current() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == markdown(), (
        "docs/data-dictionary.md is not what data/schema/models.py says. Write it anew: make dictionary"
    )


@pytest.mark.parametrize("table", tables())
def test_every_table_has_its_section(table: str) -> None:
    assert f"\n## {table}\n" in markdown()
    assert describe_table(tables()[table]).endswith(".")


def test_a_column_says_its_type_and_what_it_refers_to() -> None:
    found = {column.name: column for column in list_columns(tables()["event_organisations"])}
    assert found["organisation_id"].refers_to == "organisations.id"
    assert found["organisation_id"].type == "id"
    assert found["organisation_id"].is_key
    assert found["role"].type == "one of a list"
    assert found["position"].type == "whole number"
    assert found["as_stated"].type == "text"


def test_types_are_told_apart() -> None:
    found = {column.name: column for column in list_columns(tables()["events"])}
    assert found["start_on"].type == "date as precise as stated"
    assert found["earliest"].type == "date"
    assert found["earliest"].is_derived
    assert not found["earliest"].sentence.endswith("Derived.")
    assert found["is_date_inferred"].type == "true or false"
    assert {column.name: column.type for column in list_columns(tables()["sources"])}["url"] == "web address"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("organisation_id", "organisation"),
        ("start_on", "start date"),
        ("is_named", "named"),
        ("mode_as_stated", "mode as stated"),
        ("id", "id"),
    ],
)
def test_columns_in_words(name: str, words: str) -> None:
    assert column_words(name) == words


def test_tables_in_words() -> None:
    assert table_words("border_liaison_offices") == "Border Liaison Offices"
    assert table_words("agenda_items") == "agenda items"
