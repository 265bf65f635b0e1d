"""What a printed page says of itself; what it looks like is for a browser (tests/e2e)."""

from pathlib import Path

import pytest

from pages.views.shell import heading, printing
from tests.reader import opening, said


def test_paper_names_the_filters(builds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(builds, monkeypatch)
    assert '<p class="printed">Filters: Conferences.</p>' in said(opened("timeline", kind="conference"))
    assert '<p class="printed">' not in said(opened("timeline"))


def test_every_page_fits_its_pictures_to_paper() -> None:
    assert 'addEventListener("beforeprint"' in printing.FIT
    assert heading.COPY is not None
