"""A row of alternatives of which one is on: kept in the address, changed by the control."""

from collections.abc import Mapping

import streamlit as st

from pages.views.shell.filters import address


def switch(
    name: str, options: Mapping[str, str], default: str, label: str, *, key: str, is_labelled: bool = False
) -> str:
    """The option that the address names under `name`, else `default`, which the address leaves out.

    `options` are the values allowed, each with its words; `label` is visible only with `is_labelled`.
    """
    now = read_switch(name, options, default)
    st.session_state[key] = now
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        required=True,
        wrap=True,
        label_visibility="visible" if is_labelled else "collapsed",
        on_change=lambda: _choose(name, key, default),
    )
    return now


def read_switch(name: str, options: Mapping[str, str], default: str) -> str:
    """The option that the address names under `name`, else `default`."""
    return address.read_selection(name, list(options)) or default


def _choose(name: str, key: str, default: str) -> None:
    chosen = st.session_state[key]
    address.select(name, None if chosen == default else chosen)
