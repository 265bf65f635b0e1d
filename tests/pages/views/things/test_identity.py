"""What a thing says of itself: statuses beside names, originators by name."""

from pathlib import Path

import pytest

from tests.pages.test_things import table_rows
from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_an_office_not_yet_in_operation_says_so_beside_its_name(opened: Opened) -> None:
    rows = table_rows(opened("country", id="KAZ"), "Border Liaison Offices: 1 being established")
    assert rows == [["Kazakh-Uzbek", "1", "Psi post (being established)"]]


def test_a_source_names_its_originator_and_does_not_list_itself(opened: Opened) -> None:
    page = said(opened("source", id="alpha-2021-report"))
    assert 'href="organisation?id=alpha"' in page.split("Originator</th>")[1].split("</tr>")[0]
    others = table_rows(opened("source", id="alpha-2021-report"), "Other sources on the same events: 1")
    assert [row[1] for row in others] == ["Repeats the alpha report."]
