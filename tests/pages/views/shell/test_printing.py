"""What a printed page says of itself; what it looks like is for a browser (tests/e2e)."""

from pathlib import Path

import pytest

from pages.views.shell.printing import draw_foot
from tests.reader import opening, said
from tests.test_app import PAGES


def test_paper_names_the_filters(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(builds, monkeypatch)
    assert '<p class="printed">Filters: Conferences.</p>' in said(opened("timeline", kind="conference"))
    assert '<p class="printed">' not in said(opened("timeline"))
    assert '<p class="printed">' not in said(opened("person", id="alfov-anna"))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_its_pictures_to_paper(
    name: str, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A component of each page defines the function and calls it."""
    scripts = [piece.proto.js_content for piece in opening(builds, monkeypatch)(name).get("bidi_component")]
    fitting = [script for script in scripts if "function fitToPaper" in script]
    assert [script.count("fitToPaper(") for script in fitting] == [2]


def test_the_foot_comes_with_the_title_and_is_text_only(
    builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = said(opening(builds, monkeypatch)("timeline"))
    assert '@page { @bottom-left { content: "Chegara, release ' in page
    said_so = r"R\3c \2f style\3e \22 \3b \7d ."
    assert f'content: "{said_so}"' in draw_foot('R</style>";}')
