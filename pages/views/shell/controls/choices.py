"""Buttons of our own HTML (`choice_button`, marks of a document): the page learns which was pressed."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.views.shell.controls import selection

HEAR = st.components.v2.component(
    "hear_choices",
    js="""
export default function ({ parentElement, setTriggerValue }) {
  if (parentElement.hear) document.removeEventListener("click", parentElement.hear);
  parentElement.hear = (event) => {
    const button = event.target.closest?.("[data-choice]");
    if (!button) return;
    const { choice } = button.dataset;
    setTriggerValue("choice", choice);
    // The answer draws the buttons anew, now and then twice: who pressed one by key goes on from the one in
    // its place, once that has stayed for a second, unless the focus went elsewhere.
    const same = `[data-choice="${CSS.escape(choice)}"]`;
    let left = 400, stayed = 0;
    const wait = setInterval(() => {
      const at = document.activeElement, is_lost = at === document.body;
      if (!left-- || stayed > 20 || !(is_lost || at.matches(same))) clearInterval(wait);
      else if (is_lost) document.querySelector(same)?.focus({ preventScroll: true });
      stayed = is_lost || at === button ? 0 : stayed + 1;
    }, 50);
  };
  document.addEventListener("click", parentElement.hear);
  return () => document.removeEventListener("click", parentElement.hear);
}
""",
)


def listen(choose: Callable[[str], None]) -> None:
    """Have `choose` called with the value of a button that is pressed anywhere on the page; once a page."""
    HEAR(key="choices", on_choice_change=partial(_pass_on, choose))


@selection.ignore_misfits
def _pass_on(choose: Callable[[str], None]) -> None:
    if (value := st.session_state["choices"].choice) is not None:
        choose(value)
