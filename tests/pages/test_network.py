"""The network as a reader meets it: what its sentence counts, and what the card says is not drawn."""

import re
from pathlib import Path

import pytest

from data.queries.network import shared_events
from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import Opened, lead, opening, said

FOCUS = {"org": "gamma-uz", "least": "3", "min": "2"}
"""GAMMA-UZ shares two events with ALPHA and one with BETA."""


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_sentence_counts_organisations_and_lines(opened: Opened) -> None:
    assert lead(opened("network", least="2")) == (
        "3 organisations that took part in two events or more; a line joins two that shared an event, "
        "its width the number shared (3 lines). Select a node or a line."
    )


def test_where_nothing_matches_there_is_nothing_to_select(opened: Opened) -> None:
    app = opened("network", q="zzz")
    assert lead(app).startswith("0 organisations")
    assert "Select" not in lead(app)


def test_partners_left_out_by_the_settings_are_told(opened: Opened) -> None:
    assert "1 partner not in the picture: left out by the settings above." in said(opened("network", **FOCUS))
    assert "not in the picture" not in said(opened("network", **FOCUS | {"min": "1"}))


def test_partners_left_out_of_a_picture_that_is_too_large_are_told_as_such(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_events, "MOST_NODES", 1)
    app = opened("network", org="gamma-uz", least="1", min="1", kind="conference")
    assert "left out by the settings above, or not among the 150 busiest and their strongest lines." in said(
        app
    )


def test_the_best_connected_are_those_that_link_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DELTA meets BETA alone, so its ways to the other two lead through BETA: 2 of the 3 pairs of others."""
    folder = Folder(tmp_path / "curated")
    folder.add("event_organisations.csv", "undated-delta-meeting,beta,participant,alpha-2021-report,,")
    pipeline.build(folder.path, tmp_path / "builds")
    page = said(opening(tmp_path / "builds", monkeypatch)("network", least="1", min="1"))
    card = page.split("Best connected")[1].split("</table>")[0]
    cells = [re.sub("<.*?>", "", cell) for cell in re.findall("<td>(.*?)</td>", card)]
    assert cells == ["BETA", "3", "0.667"]
    assert 'href="organisation?id=beta"' in card


def test_where_nobody_links_others_nobody_is_best_connected(opened: Opened) -> None:
    for kind in ("conference", "decision"):
        page = said(opened("network", least="1", min="1", kind=kind))
        assert "No organisation in this picture links others that are not linked without it." in page
        assert "<td" not in page.split("Best connected")[1].split("Select a node")[0]
