"""The page Evidence: totals under a choice, disputes with their rule, and what each source says."""

from pathlib import Path

import pytest

from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import Opened, opening, said

ROUNDTABLE = "2021-03-03-alphaville-roundtable"


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


@pytest.mark.parametrize(
    ("rule", "cells", "changed"),
    [
        ("preferred", ["1 event, 1 with rival numbers", ">14<sup"], None),
        ("lowest", ["1 event, 1 with rival numbers", "<span>14</span>"], "→"),
        ("highest", ["1 event, 1 with rival numbers", ">14<sup", ">about 20</span> (+6)"], "→"),
    ],
)
def test_the_rule_of_the_link_decides_the_totals(
    rule: str, cells: list[str], changed: str | None, opened: Opened
) -> None:
    page = said(opened("evidence", rule=rule))
    row = page.split("Participants of conferences, as claimed")[1].split("</tr>")[0]
    for cell in cells:
        assert cell in row
    assert ("What changed" in page) is (changed is not None)


def test_the_offices_are_worded_as_their_source_does(opened: Opened) -> None:
    row = said(opened("evidence")).split("Border Liaison Offices")[1].split("</tr>")[0]
    assert "2 statements since the count by border" in row
    assert "over 10, July 2022" in row


def test_an_unknown_rule_is_named_and_the_preferred_values_stand(opened: Opened) -> None:
    app = opened("evidence", rule="loudest")
    assert any("loudest" in warning.value for warning in app.warning)
    assert app.button_group("rule-choice").value == "preferred"


def test_a_dispute_names_rule_and_reason_and_counts_originators(opened: Opened) -> None:
    page = said(opened("evidence"))
    assert "start date · 2 documents, 1 originator" in page
    assert "<b>preferred: the organiser&#x27;s own</b>" in page
    assert "The organiser&#x27;s own report." in page
    assert "<b>deprecated</b>" in page


def test_under_a_filter_without_disputes_the_page_says_so(opened: Opened) -> None:
    page = said(opened("evidence", kind="training"))
    assert "Sources do not differ on anything about the events that match" in page
    assert "No source gives a number for the events that match." in page


def test_lists_of_organisers_stand_as_their_union(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path / "curated")
    folder.add("event_organisations.csv", f"{ROUNDTABLE},beta,organiser,alpha-2021-repost,,")
    folder.add("speakers.csv", f"{ROUNDTABLE},alfov-anna,speaker,beta-2022-page,,alpha,,written,letter,")
    pipeline.build(folder.path, tmp_path / "builds")
    page = said(opening(tmp_path / "builds", monkeypatch)("evidence"))
    assert "<td>ALPHA</td><td>2 of 2</td><td>1</td>" in page
    assert "<td>BETA</td><td>1 of 2</td><td>1</td>" in page
    modes = page.split("Anna Alfova: how they took part")[1].split("</table>")[0]
    for words in ("by video link", "in writing", "not stated"):
        assert words in modes


def test_the_card_of_a_source_quotes_each_claim(opened: Opened) -> None:
    page = said(opened("evidence", source="alpha-2021-report"))
    assert "6 claims, in the order of its paragraphs" in page
    assert "https://alpha.example/report#:~:text=Anna%20Alfova%2C%20Head%20of%20Alpha" in page
