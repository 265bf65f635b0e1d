"""What a browser says was picked may be of a table that has changed, or of none."""

import json
from pathlib import Path

import pytest

from pages.views.shell.controls import selection
from tests.reader import opening, run, said


def test_a_row_that_is_not_there_picks_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection.LOG, "propagate", True)
    done: list[str] = []

    @selection.ignore_misfits
    def act(rows: list[int]) -> None:
        done.append(["a", "b"][rows[0]])

    act([1])
    act([2])
    assert done == ["b"]
    assert "A selection did not fit: IndexError" in caplog.text


@pytest.mark.parametrize("filters", [{"kind": "training"}, {"from": "2022-01-01"}, {"org": "delta"}], ids=str)
def test_a_card_stays_open_when_the_filters_leave_it_out(
    filters: dict[str, str], builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opening(builds, monkeypatch)("timeline", event="2021-03-03-alphaville-roundtable", **filters)
    assert "Round table on alpha borders" in said(app).split('<div class="cardtitle">')[1]
    assert "This event is not among what the page shows now" in said(app)
    assert [warning.value for warning in app.warning] == []
    app.button("panel-close").click()
    run(app)
    assert '<div class="cardtitle">' not in said(app)
    assert "event" not in app.query_params


@pytest.mark.parametrize(("page", "name", "one"), [("evidence", "source", "alpha-2021-report")])
def test_a_card_of_another_page_stays_too(
    page: str, name: str, one: str, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opening(builds, monkeypatch)(page, kind="decision", **{name: one})
    assert f"This {name} is not among what the page shows now" in said(app)
    assert '<div class="cardtitle">' in said(app)


def test_a_cell_of_the_selected_row_stays_selected_so_that_arrows_go_on_from_it(
    builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opening(builds, monkeypatch)("timeline", event="2021-03-03-alphaville-roundtable")
    [table] = [each.proto for each in app.dataframe if each.proto.selection_state]
    selected = {"rows": [2], "columns": [], "cells": [[2, "when"]]}
    assert json.loads(table.selection_state)["selection"] == selected
