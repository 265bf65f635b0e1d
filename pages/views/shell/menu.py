"""The menu on a narrow window: closed at first, called by name, closed again once something is chosen.

Streamlit keeps in the browser that a menu was open, and opens it at the next load, over most of a phone.
"""

import streamlit as st

WORDS = "Menu and filters"
NARROW = 768
"""Pixels, up to which Streamlit lays the menu over the page."""

CLOSE = st.components.v2.component(
    "close_menu",
    js=f"const WORDS = {WORDS!r}, NARROW = matchMedia('(max-width: {NARROW}px)');"
    + """
const find = (name) => document.querySelector(`[data-testid="${name}"]`);
const isOpen = () => find("stSidebar")?.dataset.collapsed === "false";
const isPicking = () => Boolean(document.activeElement?.closest("[role=dialog], [role=grid]"));
function name() {
  find("stExpandSidebarButton")?.setAttribute("aria-label", WORDS);
  find("stSidebarCollapseButton")?.querySelector("button")?.setAttribute("aria-label", "Close the menu");
}
function forget() {
  for (const key of Object.keys(localStorage))
    if (key.startsWith("stSidebarCollapsed")) localStorage.setItem(key, "true");
}
function close() {
  if (!NARROW.matches || !isOpen() || isPicking()) return;
  const had_focus = find("stSidebar").contains(document.activeElement);
  find("stSidebarCollapseButton")?.querySelector("button")?.click();
  setTimeout(() => { name(); forget(); if (had_focus) find("stExpandSidebarButton")?.focus(); }, 50);
}
export default function ({ parentElement, data }) {
  name();
  if (parentElement.chosen !== data) { parentElement.chosen = data; close(); }
  if (parentElement.told) document.removeEventListener("click", parentElement.told);
  parentElement.told = (event) => {
    const closes = event.target.closest?.('[data-testid="stSidebarCollapseButton"]');
    setTimeout(() => {
      name();
      if (NARROW.matches) forget();
      if (closes) find("stExpandSidebarButton")?.focus();
    }, 50);
  };
  document.addEventListener("click", parentElement.told);
  return () => document.removeEventListener("click", parentElement.told);
}
""",
)


def close_after(chosen: str) -> None:
    """Close the menu of a narrow window at the first run, and whenever `chosen` is another."""
    CLOSE(key="menu", data=chosen)
