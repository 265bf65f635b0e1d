"""The buttons of a picture that can be zoomed, and what the wheel does over it: it scrolls the page."""

from functools import partial

import streamlit as st

STEP = 139
"""Turn of the wheel that makes a map 1.6 times as large, as deck.gl reckons, and a network 1.4 times."""
WEBGL = """
function hasWebgl() {
  const root = document.documentElement.dataset;
  root.webgl ??= document.createElement("canvas").getContext("webgl2") ? "yes" : "no";
  return root.webgl === "yes";
}
"""
"""JavaScript of a function for the head of a component; it marks the root, for the style sheet."""
CONTROLS = st.components.v2.component(
    "zoom",
    html="""<div role="group" aria-label="Zoom">
<button type="button" data-turn="-1" title="Zoom in" aria-label="Zoom in">+</button>
<button type="button" data-turn="1" title="Zoom out" aria-label="Zoom out">−</button>
<button type="button" title="As at first">Reset</button></div>""",
    css="""
div { display: flex; gap: .35rem; justify-content: flex-end; }
button { font: inherit; font-size: .9rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius);
  min-width: 2rem; height: 2rem; padding: 0 .5rem; }
button:hover { background: var(--st-secondary-background-color); }
""",
    js=f"const STEP = {STEP};"
    + WEBGL
    + """
export default function ({ data, parentElement, setTriggerValue }) {
  const picture = `[class*="st-key-${data.picture}-"]`;
  const turn = (step) => {
    const drawn = [...document.querySelectorAll(`${picture} canvas`)].find((one) => one.offsetWidth);
    if (!drawn) return;
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const middle = { clientX: left + width / 2, clientY: top + height / 2 };
    const asked = { deltaY: step, ctrlKey: true, bubbles: true, cancelable: true };
    drawn.dispatchEvent(new WheelEvent("wheel", { ...asked, ...middle }));
  };
  // Without Ctrl the wheel is the page's: the picture never hears of it, so the page scrolls.
  const scroll = (event) => {
    if (!event.ctrlKey && !event.metaKey && event.target.closest?.(picture)) event.stopPropagation();
  };
  hasWebgl();
  parentElement.querySelectorAll("button").forEach((button) => {
    const by = Number(button.dataset.turn);
    button.onclick = () => (by ? turn(by * STEP) : setTriggerValue("reset", true));
  });
  document.addEventListener("wheel", scroll, { capture: true });
  return () => document.removeEventListener("wheel", scroll, { capture: true });
}
""",
)
"""Zoom in, zoom out, reset."""


def show_controls(picture: str) -> None:
    """The buttons for the elements whose keys begin with `picture`."""
    CONTROLS(key=f"zoom-of-{picture}", data={"picture": picture}, on_reset_change=partial(_reset, picture))


def count_resets(picture: str) -> int:
    """How often the reader wanted it as at first; in its key, so that each time it is drawn anew."""
    return int(st.session_state.get(f"resets-of-{picture}", 0))


def _reset(picture: str) -> None:
    st.session_state[f"resets-of-{picture}"] = count_resets(picture) + 1
