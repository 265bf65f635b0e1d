"""Whether the window is as narrow as that of a phone: the browser says so once the page is on it."""

import streamlit as st

NARROW = 640
"""Pixels; also in `style.css`."""
KEY, KNOWN = "window", "is_narrow"
WIDTH = st.components.v2.component(
    "window_width",
    js=f"const NARROW = matchMedia('(max-width: {NARROW}px)');"
    + """
export default function ({ data, setTriggerValue }) {
  if (NARROW.matches !== data) setTriggerValue("narrow", NARROW.matches);
}
""",
)


def is_narrow() -> bool:
    """Until the browser has said so, what it calls itself tells: phones name themselves mobile."""
    known: bool | None = st.session_state.get(KNOWN)
    told = "Mobi" in (st.context.headers.get("User-Agent") or "") if known is None else known
    WIDTH(key=KEY, data=told, on_narrow_change=_learn)
    return told


def _learn() -> None:
    st.session_state[KNOWN] = st.session_state[KEY].narrow is True
