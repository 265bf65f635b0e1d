from pathlib import Path
from types import SimpleNamespace

import pytest

from pages.views.offices import cities
from pages.views.offices import map as office_map
from tests.reader import opening, run


def test_a_click_on_a_city_selects_it_and_close_lets_it_go(
    builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opening(builds, monkeypatch)("offices", marks="events", city="alphaville")
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
