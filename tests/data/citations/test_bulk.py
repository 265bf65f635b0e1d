import json

import pytest
import rispy

from data.citations import FORMATS, write
from tests.data.citations.sources import CITED, HOSTILE


def test_ris_is_read_back_with_a_note_a_passage() -> None:
    page, note = rispy.loads(write(CITED, "ris").decode())
    assert page["notes"] == ["“fight against terror” (para. 3)", "“and {more”"]
    assert page["title"] == " ".join(HOSTILE.split())
    assert page["publisher"] == "World Customs Organization, Secretariat"
    assert (page["access_date"], page["urls"]) == ("2026/11/23", ["https://alpha.example/a_b?q={1}"])
    assert (note["id"], note["title"]) == ("beta-note", "[What it reports]")
    assert "notes" not in note


def test_csl_is_read_back_with_its_author_whole() -> None:
    page, note = json.loads(write(CITED, "csl"))
    assert page["author"] == [{"literal": "World Customs Organization, Secretariat"}]
    assert page["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert page["note"] == "“fight against terror” (para. 3); “and {more”"
    assert (note["title"], "note" in note) == ("[What it reports]", False)


@pytest.mark.parametrize("style", ["chicago", "apa", "un"])
def test_text_has_the_words_and_the_day_read_after_it(style: str) -> None:
    page, note = write(CITED, style).decode().split("\n\n")
    assert page.endswith(" [“fight against terror” (para. 3); “and {more”; read 23 November 2026]")
    assert "[" in note
    assert "read" not in note


@pytest.mark.parametrize("form", FORMATS)
def test_no_source_is_an_empty_file_and_the_same_sources_give_the_same_bytes(form: str) -> None:
    assert write([], form).decode().strip() in ("", "[]")
    assert write(CITED, form) == write(CITED, form)
