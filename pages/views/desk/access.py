"""Who may see the desk: it writes, and the dashboard knows no users."""

import streamlit as st

from data.drafts.folders import is_open
from pages.views.desk import wording

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")
"""Headers by which a proxy says for whom it asks."""


def refuse_outside() -> None:
    """End the run where the desk is closed, or the reader does not sit at this machine."""
    words = "" if is_open() else wording.CLOSED
    headers = st.context.headers
    host = headers.get("Host", "")
    if host and (_name(host) not in LOOPBACK or any(name in headers for name in FORWARDED)):
        words = wording.OUTSIDE
    if words:
        st.info(words)
        st.stop()


def _name(host: str) -> str:
    """The host without its port."""
    name, _, port = host.rpartition(":")
    return name if name and port.isdecimal() else host
