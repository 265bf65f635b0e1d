"""The map of Border offices: what it draws, and what a click on it selects."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from pages.views.offices import cities
from pages.views.offices import map as office_map
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


def test_a_click_on_a_city_selects_it_and_close_lets_it_go(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("offices", marks="events", city="alphaville")
    app.button("panel-close").click()
    run(app)
    assert "city" not in app.query_params
    clicks: list[object] = []
    objects = {"city-reach": [{"city": "alphaville"}]}
    held = {"map": SimpleNamespace(selection=SimpleNamespace(objects=objects))}
    monkeypatch.setattr(office_map, "st", SimpleNamespace(session_state=held))
    monkeypatch.setattr(cities, "choose_city", clicks.append)
    monkeypatch.setattr(office_map, "select_office", lambda *ids: clicks.append(ids))
    office_map._on_map("map", (None, None, None))
    office_map._on_map("map", (None, None, "alphaville"))
    objects["city-reach"] = [{"border": "TJK-UZB", "office": "gamma-crossing"}]
    office_map._on_map("map", (None, None, "alphaville"))
    assert clicks == ["alphaville", (None, None), ("TJK-UZB", "gamma-crossing")]
