"""Which palette the reader's theme asks for."""

import streamlit as st

from pages.figures.palette import DARK, LIGHT, Palette


def palette() -> Palette:
    return DARK if st.context.theme.type == "dark" else LIGHT
