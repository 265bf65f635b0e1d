"""What the browser does once a link or a filter was chosen: the menu, and where the focus goes.

On a narrow window the menu is closed at first, called by name, and closed again once something is chosen:
Streamlit keeps in the browser that a menu was open, and opens it at the next load, over most of a phone.
After a link to another page the focus is on its title, where a screen reader goes on.
"""

import streamlit as st

WORDS = "Menu and filters"
NARROW = 768
"""Pixels, up to which Streamlit lays the menu over the page."""

COMPONENT = st.components.v2.component(
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
function arrive(from) {
  const left = [from, document.body, find("stExpandSidebarButton")];
  if (!left.includes(document.activeElement)) return;  // the reader is elsewhere by now
  if (find("stApp").dataset.testScriptState !== "notRunning") { setTimeout(arrive, 100, from); return; }
  const title = document.querySelector("h1");
  if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
}
export default function ({ parentElement, data: { chosen, page } }) {
  name();
  const from = document.activeElement, last = document.body.dataset.page ?? page;
  document.body.dataset.page = page;
  if (parentElement.chosen !== chosen) { parentElement.chosen = chosen; close(); }
  if (last !== page && from.matches("a, body")) setTimeout(arrive, 100, from);
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


def follow_choice(chosen: str, page: str) -> None:
    """Close the menu at the first run and when `chosen` is another; lead to the title when `page` is."""
    COMPONENT(key="menu", data={"chosen": chosen, "page": page})
