"""Whether the reader's window is as narrow as a phone's: for pictures whose zoom cannot follow the width."""

import streamlit as st

NARROW = st.components.v2.component(
    "viewport",
    html="<span hidden></span>",
    js="""
export default function ({ setStateValue, data }) {
  const narrow = window.innerWidth < 700;
  if (narrow !== data.narrow) setStateValue("narrow", narrow);
}
""",
)


def is_narrow() -> bool:
    """False until the browser has said otherwise: a phone's first picture is drawn again once."""
    known = bool(st.session_state.get("viewport", {}).get("narrow"))
    told = NARROW(key="viewport", data={"narrow": known}, on_narrow_change=lambda: None, height=1)
    return bool(told.narrow)
