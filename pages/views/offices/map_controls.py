"""Border offices: the buttons of the map, and what the wheel does over it."""

from collections.abc import Callable

import streamlit as st

STEP = 139
"""Turn of the wheel that makes the map 1.6 times as large, as deck.gl reckons."""
CONTROLS = st.components.v2.component(
    "map_controls",
    html="""<div role="group" aria-label="Map">
<button type="button" data-turn="-1" title="Zoom in" aria-label="Zoom in">+</button>
<button type="button" data-turn="1" title="Zoom out" aria-label="Zoom out">−</button>
<button type="button" title="The map as at first">Reset</button></div>""",
    css="""
div { display: flex; gap: .35rem; justify-content: flex-end; }
button { font: inherit; font-size: .9rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius);
  min-width: 2rem; height: 2rem; padding: 0 .5rem; }
button:hover { background: var(--st-secondary-background-color); }
""",
    js=f"const STEP = {STEP};"
    + """
const MAP = '[class*="st-key-map-"]';
function turn(step) {
  const map = [...document.querySelectorAll(`${MAP} canvas`)].find((one) => one.offsetWidth);
  if (!map) return;
  const { left, top, width, height } = map.getBoundingClientRect();
  map.dispatchEvent(new WheelEvent("wheel", { deltaY: step, ctrlKey: true, bubbles: true, cancelable: true,
    clientX: left + width / 2, clientY: top + height / 2 }));
}
// Without Ctrl the wheel is the page's: the map never hears of it, so the page scrolls.
function scroll(event) {
  if (!event.ctrlKey && !event.metaKey && event.target.closest?.(MAP)) event.stopPropagation();
}
export default function ({ parentElement, setTriggerValue }) {
  const can = document.createElement("canvas").getContext("webgl2");
  document.documentElement.classList.toggle("no-webgl", !can);
  can?.getExtension("WEBGL_lose_context")?.loseContext();
  parentElement.querySelectorAll("button").forEach((button) => {
    const by = Number(button.dataset.turn);
    button.onclick = () => (by ? turn(by * STEP) : setTriggerValue("reset", true));
  });
  document.addEventListener("wheel", scroll, { capture: true });
  return () => document.removeEventListener("wheel", scroll, { capture: true });
}
""",
)
"""Zoom, zoom out and reset; a browser that cannot draw the map shows the sentence in its place."""


def show_controls(reset: Callable[[], None]) -> None:
    """The buttons; `reset` is called when the map is to be as at first."""
    CONTROLS(key="controls-of-map", on_reset_change=reset)
