import re
from pathlib import Path

import pytest

from pages.views.html.glossary import TERMS
from tests.reader import Opened, opening, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_page_says_what_for_whom_how_what_not_and_whom_to_tell(opened: Opened) -> None:
    page = said(opened("about"))
    for name in ("What it is", "For whom", "How it was made", "What it lacks", "Contact", "Licences"):
        assert f'<th scope="row">{name}</th>' in page
    assert "This release holds 6 events, from 4 sources by 4 publishers." in re.sub("<sup.*?</sup>", "", page)
    assert "they have not named an address for reports (the setting CHEGARA_CONTACT)" in page


@pytest.mark.parametrize(
    ("setting", "is_named"),
    [("https://git.example/chegara/issues", True), ("", False)],
)
def test_where_errors_are_reported_is_a_setting(
    setting: str, is_named: bool, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_CONTACT", setting)
    page = said(opened("about"))
    assert (f'href="{setting}"' in page) == is_named
    assert ("Report it here: " in page) == is_named
    assert "Copy link" in page


def test_the_record_is_cited_by_its_release_and_build(opened: Opened) -> None:
    assert re.search(r"Chegara, release \S+( of [\d-]+)?, build \w+: the view", said(opened("about")))


def test_every_word_and_every_acronym_has_its_meaning(opened: Opened) -> None:
    page = said(opened("about"))
    assert [term for term in TERMS if f'<th scope="row">{term}</th>' not in page] == []
    assert '<th scope="row">ALPHA</th><td>Alpha Office on Tests</td>' in page
    assert '<th scope="row">BLO</th><td>Border Liaison Office</td>' in page


def test_under_a_filter_the_page_says_that_it_does_not_follow_it(opened: Opened) -> None:
    words = "Nothing on this page depends on the filters."
    assert words in said(opened("about", kind="conference"))
    assert words not in said(opened("about"))
