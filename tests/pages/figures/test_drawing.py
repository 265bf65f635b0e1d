"""Figures that Plotly does not check at every rerun: what is sent is what Plotly would have sent."""

import json

import plotly.graph_objects as go
import plotly.io
import pytest

from pages.figures.drawing import Figure, bar, scatter

TRACES = [
    bar(x=[1, 2], y=["a", "b"], orientation="h", marker={"color": "#112233", "line": {"width": 0}}),
    scatter(x=["2021-02-15"], y=[3], mode="markers"),
]


def _drawn() -> Figure:
    figure = Figure(TRACES[:1])
    for trace in TRACES[1:]:
        figure.add_trace(trace)
    figure.update_layout(height=100, dragmode=False)
    figure.update_layout(barmode="stack")
    figure.update_xaxes(type="date", fixedrange=True)
    figure.update_xaxes(nticks=6)
    figure.update_yaxes(visible=False)
    return figure


def test_what_is_sent_is_what_plotly_would_send_without_a_template() -> None:
    theirs = go.Figure(TRACES)
    theirs.update_layout(height=100, dragmode=False, barmode="stack")
    theirs.update_xaxes(type="date", fixedrange=True, nticks=6)
    theirs.update_yaxes(visible=False)
    ours = plotly.io.to_json(_drawn().to_dict(), validate=False)
    expected = json.loads(theirs.to_json())
    del expected["layout"]["template"]
    assert json.loads(ours) == expected


def test_a_figure_is_checked_when_one_looks_into_it() -> None:
    assert [trace.type for trace in _drawn().data] == ["bar", "scatter"]
    assert _drawn().layout.xaxis.nticks == 6
    with pytest.raises(ValueError, match="colour"):
        _ = Figure([bar(marker={"colour": "red"})]).data
