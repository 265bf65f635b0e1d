"""Numbers beside values: in order of appearance, each with its note, and the note with its words."""

import re
from pathlib import Path

import pytest

from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import Opened, opening, said

ROUNDTABLE = "2021-03-03-alphaville-roundtable"
VIEWS: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    ("timeline", {"event": ROUNDTABLE}),
    ("network", {"org": "alpha"}),
    ("recommendations", {"said": "all"}),
    ("evidence", {"rule": "lowest"}),
    ("extracts", {}),
]
TEXT = (
    "On 3 March 2021 the round table opened.\nIn it fourteen bodies took part.\nAnna Alfova, Head of Alpha.\n"
)


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<a href="#fn-(\d+)" target="_self"[^>]*(?:title)=', page)]


def ways_back(page: str) -> list[int]:
    """The numbers to which notes lead back."""
    return [int(number) for number in re.findall(r'id="ref-(\d+)"', page)]


def notes(page: str) -> dict[int, str]:
    found = re.findall(r'<li id="fn-(\d+)" tabindex="-1">(.*?)</li>', page, re.DOTALL)
    return {int(number): body for number, body in found}


@pytest.mark.parametrize(("name", "parameters"), VIEWS, ids=[view[0] for view in VIEWS])
def test_notes_are_numbered_in_order_of_appearance(
    name: str, parameters: dict[str, str], opened: Opened
) -> None:
    page = said(opened(name, **parameters))
    seen = list(dict.fromkeys(numbers(page)))
    assert seen == list(range(1, len(seen) + 1))
    assert list(notes(page)) == seen
    assert sorted(ways_back(page)) == seen


def test_the_numbers_of_border_offices_have_their_notes(opened: Opened) -> None:
    page = said(opened("offices", office="gamma-crossing"))
    assert set(numbers(page)) <= set(notes(page))
    assert list(notes(page)) == list(range(1, len(notes(page)) + 1))
    assert sorted(ways_back(page)) == list(notes(page))


def test_a_note_holds_words_paragraph_source_and_citations(opened: Opened) -> None:
    page = said(opened("timeline", event=ROUNDTABLE))
    note = next(n for n in notes(page).values() if "fourteen bodies" in n and "Not quoted" not in n)
    assert 'href="https://alpha.example/report#:~:text=fourteen%20bodies,-took%20part"' in note
    for words in (
        "“fourteen bodies”",
        "¶ 2",
        "Alpha, 5 March 2021",
        "Alpha report",
        "English, confidence high",
    ):
        assert words in note
    assert re.findall(r'data-form="(\w+)"', note) == ["plain", "ris", "csl"]
    assert 'class="around"' not in note


def test_a_value_without_words_of_its_own_rests_on_those_for_its_row_or_on_the_source(opened: Opened) -> None:
    page = said(opened("timeline", event="2022-betaburg-exercise"))
    [note] = [body for body in notes(page).values() if "Сообщение беты" in body]
    assert "Not quoted for this value" in note


def test_the_same_words_have_one_number(opened: Opened) -> None:
    page = said(opened("timeline", event=ROUNDTABLE))
    bodies = [body.split('<span class="short">')[0] for body in notes(page).values()]
    assert len(bodies) == len(set(bodies))


def test_the_paragraph_stands_in_the_note_where_the_document_is_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, place = Folder(tmp_path / "curated"), tmp_path / "documents"
    folder.document(place, TEXT)
    pipeline.build(folder.path, tmp_path / "builds")
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(place))
    page = said(opening(tmp_path / "builds", monkeypatch)("timeline", event=ROUNDTABLE))
    note = next(body for body in notes(page).values() if "fourteen bodies" in body)
    assert '<div class="around">In it <mark>fourteen bodies</mark> took part.</div>' in note


def test_a_value_leads_to_the_source_that_it_is_preferred_from_not_to_a_rival(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "curated")
    own = "alpha-2021-report,border_liaison_offices,gamma-crossing,start_on,2014,set up in 2014"
    folder.add("claims.csv", f"{own},,,,,high,false,normal,,")
    other = "beta-2022-page,border_liaison_offices,gamma-crossing,start_on,2020-05,opened in May 2020"
    folder.add("claims.csv", f"{other},,,,,high,false,preferred,most_precise,It prints the month.")
    pipeline.build(folder.path, tmp_path / "builds")
    page = said(opening(tmp_path / "builds", monkeypatch)("offices", office="gamma-crossing"))
    row = page.split('<th scope="row">Opened</th>')[1].split("</tr>")[0]
    assert [notes(page)[number].count("opened in May 2020") for number in numbers(row)] == [1]


def test_words_on_something_else_are_named_as_such(opened: Opened) -> None:
    page = said(opened("timeline", event=ROUNDTABLE))
    form = page.split("round table<sup")[1].split("</sup>")[0]
    [number] = [int(n) for n in re.findall(r"#fn-(\d+)", f"<sup{form}")]
    assert 'class="context"' in form
    assert notes(page)[number].startswith("Not quoted for this value; the source says:")


def test_an_inferred_value_says_so_and_why(opened: Opened) -> None:
    page = said(opened("evidence"))
    inferred = [
        note for note in notes(page).values() if "Inferred, not printed. Printed the day after." in note
    ]
    assert len(inferred) == 1


def test_the_first_number_can_be_led_back_to(opened: Opened) -> None:
    page = said(opened("timeline", event=ROUNDTABLE))
    for number, note in notes(page).items():
        assert page.count(f'id="ref-{number}"') == 1
        if "Copy citation" in note:
            assert f'href="#ref-{number}"' in note


def test_a_status_as_known_on_a_day_leads_to_who_said_it_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "curated")
    then = "alpha-2021-repost,border_liaison_offices,psi-post,status,planned,still planned"
    folder.add("claims.csv", f"{then},,,,,high,false,normal,,")
    now = "beta-2022-page,border_liaison_offices,psi-post,status,establishing,being set up"
    folder.add("claims.csv", f"{now},,,,,high,false,preferred,latest,Newer.")
    pipeline.build(folder.path, tmp_path / "builds")
    opened = opening(tmp_path / "builds", monkeypatch)
    for day, words in (("2021-04-01", "still planned"), ("2023-01-01", "being set up")):
        page = said(opened("offices", office="psi-post", known=day))
        row = page.split('<th scope="row">Status</th>')[1].split("</tr>")[0]
        assert [words in notes(page)[number] for number in numbers(row)] == [True]
