"""The look: the style sheet, and the palette of the reader's theme."""

from functools import cache
from pathlib import Path

import streamlit as st

from data.pictures.drawing.palette import DARK, LIGHT, Palette
from data.schema.vocabulary import Family, label
from pages.views.html import markup

FAMILIES = [("dot", str(family), label(family)) for family in Family]
"""The keys of the families of organisations, for legends."""
STYLES = [Path(__file__).with_name(name) for name in ("style.css", "print.css")]
DARK_CANVAS = ":root { --canvas: invert(1) hue-rotate(180deg); }"
"""For paper, which is light: the colours of what is drawn on a canvas turned round."""


def palette() -> Palette:
    return DARK if st.context.theme.type == "dark" else LIGHT


def show_style() -> None:
    """Put the style sheet on the page; once per run."""
    markup.show(_style(palette() is DARK))


@cache
def _style(is_dark: bool) -> markup.Safe:
    texts = [path.read_text(encoding="utf-8") for path in STYLES]
    return markup.style_sheet(" ".join([*texts, DARK_CANVAS] if is_dark else texts))
