"""Buttons of our own HTML (`markup.choice`) that choose: the page hears which one was pressed."""

from collections.abc import Callable
from functools import partial

import streamlit as st

HEAR = st.components.v2.component(
    "hear_choices",
    js="""
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.hear) document.removeEventListener("click", parentElement.hear);
  parentElement.hear = (event) => {
    const button = event.target.closest?.("button[data-choice]");
    if (!button) return;
    const { choice } = button.dataset;
    setTriggerValue("choice", choice);
    // The answer draws the buttons anew: who pressed one by key goes on from the one in its place.
    let left = 100;
    const wait = setInterval(() => {
      if (button.isConnected && left--) return;
      clearInterval(wait);
      if (document.activeElement !== document.body) return;
      const same = `button[data-choice="${CSS.escape(choice)}"]`;
      document.querySelector(same)?.focus({ preventScroll: true });
    }, 50);
  };
  document.addEventListener("click", parentElement.hear);
  return () => document.removeEventListener("click", parentElement.hear);
}
""",
)


def heard(choose: Callable[[str], None]) -> None:
    """Have `choose` called with the value of a button that is pressed anywhere on the page; once a page."""
    HEAR(key="choices", on_choice_change=partial(_chosen, choose))


def _chosen(choose: Callable[[str], None]) -> None:
    if (value := st.session_state["choices"].choice) is not None:
        choose(value)
