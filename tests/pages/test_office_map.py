"""The map of Border offices: what it draws, and what a click on it selects."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.views.shell.controls import zoom
from tests.reader import Opened, opening, run, said


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_map_has_a_legend_of_what_it_draws_and_words_for_who_cannot_see_it(opened: Opened) -> None:
    page = said(opened("offices"))
    legend = page.split('<div class="legend">')[1].split("</div>")[0]
    keys = ["line regional", "dashed state", "dot brick", "dot state"]
    assert re.findall(r'<i class="(.*?)"', legend) == keys
    assert '<p class="small of-map unprinted">The buttons above, or the wheel with Ctrl' in page
    assert '<p class="unseen-map">This browser cannot draw the moving map; here is a still one.' in page


def test_reset_makes_the_map_anew(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser tells a map from the one before by its key alone."""
    app = opened("offices")
    [before] = wide_maps(app)
    assert wide_maps(run(app)) == [before]
    monkeypatch.setattr(zoom, "CONTROLS", lambda on_reset_change, **_: on_reset_change())
    [after] = wide_maps(run(app))
    assert (before, after) == tuple(f"map-wide-{n}-None-None-None-None-False" for n in (0, 1))


def wide_maps(app: AppTest) -> list[str]:
    """The keys of the maps for a wide screen."""
    found = (re.search(r"map-wide-.*", piece.proto.id) for piece in app.get("deck_gl_json_chart"))
    return [key[0] for key in found if key]
