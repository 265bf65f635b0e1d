"""What pictures share: ground, fonts and left edge, the axis of time, and how marks are shaded."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.pictures.drawing.palette import Palette
from data.values.dates import shift_day
from pages.figures.drawing import Figure

TOP, LABELS = 26, 118
"""Pixels: of the axis, of the labels at the left."""
STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""A click must not dim the marks that were not clicked."""
MARGIN = 20
"""Days."""
DRAWN_ONCE = {"template": {}, "datarevision": 1, "hovermode": "closest"}
"""Streamlit hands each new figure to Plotly twice. With a template, with a mode that Streamlit has to add, or
without a revision, Plotly draws all of it anew the second time."""
CLICKED = {"clickmode": "event+select", "dragmode": "pan"}
DRAGGED = {"clickmode": "event", "dragmode": "select"}
"""A picture whose marks are clicked, one that is dragged over: the modes that Streamlit would set."""


@dataclass(slots=True)
class Sheet:
    """Shapes and annotations of a figure, put on it at once: added one by one, each copies all before it."""

    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)

    def add_shape(self, **shape: Any) -> None:
        self.shapes.append(shape)

    def add_annotation(self, **annotation: Any) -> None:
        self.annotations.append(annotation)

    def put_on(self, figure: Figure) -> None:
        figure.update_layout(shapes=self.shapes, annotations=self.annotations)


def plain_layout(palette: Palette, height: int, *, top: int, bottom: int = 0) -> dict[str, Any]:
    """What the pictures along time share: the same left edge, the page's own ground and fonts."""
    return {
        "height": height,
        "margin": {"l": LABELS, "r": 8, "t": top, "b": bottom},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": palette.ink},
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.ground,
            "bordercolor": palette.line,
            "font": {"color": palette.ink},
        },
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0,
        **DRAWN_ONCE,
    }


def time_axis(since: date, until: date, palette: Palette) -> dict[str, Any]:
    """The axis above lanes: from `since` to `until` with a margin at both ends."""
    return {
        "type": "date",
        "range": [str(shift_day(since, -MARGIN)), str(shift_day(until, MARGIN))],
        "side": "top",
        "gridcolor": palette.faint,
        "tickfont": {"color": palette.quiet},
        "fixedrange": True,
        "zeroline": False,
    }


def hatch_marker(colour: str | list[str]) -> dict[str, Any]:
    """The marker of bars that count what only possibly belongs there: lines in `colour`, nothing between."""
    return {
        "color": colour,
        "line": {"width": 1, "color": colour},
        "pattern": {
            "shape": "/",
            "fillmode": "replace",
            "bgcolor": "rgba(0,0,0,0)",
            "size": 5,
            "solidity": 0.35,
        },
    }


def fade(colour: str) -> str:
    """A hex colour at a third of its strength."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.36)"
