"""The network as a reader meets it: what its sentence counts, and what the card says is not drawn."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from data.queries.network import shared_events
from etl import pipeline
from tests.etl.folder import Folder
from tests.reader import Opened, lead, opening, run, said

FOCUS = {"org": "gamma-uz", "least": "3", "min": "2"}
"""GAMMA-UZ shares two events with ALPHA and one with BETA."""


@pytest.fixture
def opened(builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return opening(builds, monkeypatch)


def test_the_sentence_counts_organisations_and_lines(opened: Opened) -> None:
    assert lead(opened("network", least="2")) == (
        "3 organisations that took part in two events or more; a line joins two that shared an event, "
        'its width the number shared (3 lines).<span class="unprinted"> Select a node or a line.</span>'
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


def buttons(app: AppTest) -> dict[str, Any]:
    return {button.label: button for button in app.button}


def test_a_row_that_is_clicked_opens_the_panel_and_leaves_the_filter(opened: Opened) -> None:
    app = opened("network", least="1", country="UZB")
    [table] = [each.proto for each in app.dataframe if "network-organisations" in each.proto.id]
    states = app._tree.get_widget_states()
    cell = '{"selection": {"rows": [], "columns": [], "cells": [[1, "name"]]}}'
    states.widgets.append(WidgetState(id=table.id, string_value=cell))
    app._run(states)
    assert app.query_params["node"] == "gamma-uz"
    assert app.query_params["country"] == "UZB"
    assert "org" not in app.query_params
    [table] = [each.proto for each in app.dataframe if "network-organisations" in each.proto.id]
    assert not table.selection_state, "the cell that the reader is in stays his own: he may be further by now"
    assert "Newest of its" in said(app)


def test_the_choices_of_the_panel_change_the_filter_when_asked(opened: Opened) -> None:
    app = opened("network", least="1", node="alpha", org="beta")
    buttons(app)["Add to filter"].click()
    assert run(app).query_params["org"] == ["beta", "alpha"]
    buttons(app)["Replace filter"].click()
    assert run(app).query_params["org"] == "alpha"
    buttons(app)["Close ✕"].click()
    assert "node" not in run(app).query_params


def test_a_line_is_selected_by_both_ends(opened: Opened) -> None:
    app = opened("network", least="1", line="alpha~beta")
    assert "2 events, newest first" in said(app)
    buttons(app)["Replace filter"].click()
    assert run(app).query_params["org"] == ["alpha", "beta"]
    assert app.query_params["match"] == "all"


def test_the_focus_leaves_its_partners_and_goes_by_its_chip(opened: Opened) -> None:
    app = opened("network", least="1", node="gamma-uz")
    buttons(app)["Focus"].click()
    assert run(app).query_params["focus"] == "gamma-uz"
    assert lead(app).startswith("GAMMA-UZ and its 2 partners that took part in one event or more;")
    buttons(app)[r"Around GAMMA\-UZ ✕"].click()
    assert "focus" not in run(app).query_params


def test_a_focus_without_an_event_in_the_year_says_so(opened: Opened) -> None:
    app = opened("network", focus="gamma-uz", **{"from": "2022-01-01", "to": "2022-12-31"})
    assert lead(app) == "GAMMA-UZ had no part in an event under these filters."


def test_a_chain_names_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path / "curated")
    folder.add("event_organisations.csv", "undated-delta-meeting,beta,participant,alpha-2021-report,,")
    pipeline.build(folder.path, tmp_path / "builds")
    app = opening(tmp_path / "builds", monkeypatch)("network", least="1", node="delta", chain="alpha")
    table = said(app).split('<th scope="col">To</th>')[1].split("</table>")[0]
    assert re.findall(">([A-Z]+)</a>", table) == ["DELTA", "BETA", "BETA", "ALPHA"]


def test_who_no_chain_reaches_is_told(opened: Opened) -> None:
    assert "No chain of lines joins the two" in said(
        opened("network", least="1", node="delta", chain="alpha")
    )


def test_a_minimum_leaves_out_who_has_no_line_and_says_how_many(opened: Opened) -> None:
    assert "(2 lines); 1 that no line joins is left out." in lead(opened("network", least="1", min="2"))


def test_what_the_picture_leaves_out_stays_open(opened: Opened) -> None:
    app = opened("network", least="3", node="delta")
    assert "This organisation is not among what the page shows now" in said(app)
    assert [warning.value for warning in app.warning] == []


def test_the_slider_steps_through_the_years(opened: Opened) -> None:
    app = opened("network", least="1")
    slider = next(each for each in app.select_slider if each.key == "network-year")
    assert slider.value == "All years"
    slider.set_value(2021)
    assert run(app).query_params["from"] == "2021-01-01"
    assert app.query_params["to"] == "2021-12-31"
