"""Plotly figures as plain dictionaries: Plotly's own objects check and copy every value, at every rerun.

A figure is checked when somebody looks into it (`data`, `layout`), which only tests do.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import plotly.graph_objects as go

Trace = dict[str, Any]


def bar(**values: Any) -> Trace:
    return {"type": "bar", **values}


def scatter(**values: Any) -> Trace:
    return {"type": "scatter", **values}


class Figure(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """What Streamlit takes for a figure of Plotly; of its methods, those that our pictures use."""

    def __init__(self, traces: Iterable[Trace] = ()) -> None:
        self._spec: dict[str, Any] = {
            "data": list(traces),
            "layout": {"xaxis": {}, "yaxis": {}},
        }

    def add_trace(self, trace: Trace) -> None:
        self._spec["data"].append(trace)

    def update_layout(self, **values: Any) -> None:
        self._spec["layout"].update(values)

    def update_xaxes(self, **values: Any) -> None:
        self._spec["layout"]["xaxis"].update(values)

    def update_yaxes(self, **values: Any) -> None:
        self._spec["layout"]["yaxis"].update(values)

    def to_dict(self) -> dict[str, Any]:
        return self._spec

    @property
    def data(self) -> Any:
        return self._checked.data

    @property
    def layout(self) -> Any:
        return self._checked.layout

    @cached_property
    def _checked(self) -> go.Figure:
        return go.Figure(self._spec)
