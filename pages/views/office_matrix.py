"""Border offices: the matrix, its twin in words, and the notes behind the numbers by border."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages.figures.drawing import Figure
from pages.figures.matrix import matrix
from pages.figures.palette import Palette
from pages.views import markup, reads, theme
from pages.views.faults import contained
from pages.views.footnotes import Cite, Footnotes
from pages.views.office_panel import Shown, choose, pair_words, said


def noted(shown: Shown, notes: Footnotes) -> tuple[str, ...]:
    """The words of the borders with the numbers of their notes, for hover texts of map and matrix."""
    notes.learn("office_counts", shown.counts["id"])
    return tuple(
        f"{row['words']} {notes.numbers(*_cites(row))}".strip() for row in shown.borders.to_dict("records")
    )


@contained
def grid(shown: Shown, words: tuple[str, ...], notes: Footnotes) -> None:
    """The matrix and its numbers in words; a click on a cell selects its border, a second lets it go.

    `words` are those of `noted`.
    """
    key = f"matrix-{shown.known}-{shown.border}"
    st.plotly_chart(
        _matrix(shown, words, theme.palette()),
        key=key,
        on_select=partial(_on_cell, key, shown.border),
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=f"Offices between each two countries. {said(shown)}",
    )
    each = [
        markup.joined((f"{pair_words(row['id'])} {_number(row)}", notes.mark(*_cites(row))))
        for row in shown.borders.to_dict("records")
    ]
    markup.show(markup.tag("p", markup.joined(each, " · "), "small"))


@reads.few_per_build
def _matrix(shown: Shown, words: tuple[str, ...], palette: Palette) -> Figure:
    return matrix(shown.borders.assign(words=list(words)), shown.border, palette)


def of_borders(borders: pd.DataFrame, part: str = "") -> list[Cite]:
    """Where the numbers of these borders stand; `part` is `more_` for offices that were to come."""
    rows = borders[borders[f"{part}count_id"].notna()]
    each = zip(rows[f"{part}source_id"], rows[f"{part}count_id"], strict=True)
    return [_cite(source, count) for source, count in each]


def _cite(source: str, count: str) -> Cite:
    return Cite(source, "office_counts", count, ("number", "border_id"))


def _cites(row: dict[Any, Any]) -> list[Cite]:
    parts = ((row[f"{part}source_id"], row[f"{part}count_id"]) for part in ("", "more_"))
    return [_cite(source, count) for source, count in parts if count is not None]


def _number(row: dict[Any, Any]) -> str:
    more = f"+{row['more_number'] or ''}" if row["more_status"] else ""
    return " ".join(part for part in ("" if row["number"] is None else str(row["number"]), more) if part)


def _on_cell(key: str, border: str | None) -> None:
    points = st.session_state[key].selection.points
    if points:
        clicked = points[0]["customdata"][0]
        choose(None if clicked == border else clicked, None)
