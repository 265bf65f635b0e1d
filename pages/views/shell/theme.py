"""The look: the style sheet, and the palette of the reader's theme."""

from functools import cache
from pathlib import Path

import streamlit as st

from data.schema.vocabulary import Family, label
from pages.figures.palette import DARK, LIGHT, Palette
from pages.views.html import markup

FAMILIES = [("dot", str(family), label(family)) for family in Family]
"""The keys of the families of organisations, for legends."""
STYLE = Path(__file__).with_name("style.css")


def palette() -> Palette:
    return DARK if st.context.theme.type == "dark" else LIGHT


def show_style() -> None:
    """Put the style sheet on the page; once per run."""
    markup.show(_style())


@cache
def _style() -> markup.Safe:
    return markup.style_sheet(STYLE.read_text(encoding="utf-8"))
