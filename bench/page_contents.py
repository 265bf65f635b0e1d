"""What a browser finds anywhere on a page: text, hints, pictures, links, and its requests."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Page

from bench.payloads import CANARY, PAYLOADS
from data.values.text import ACTING, to_plain_letters

HOST = "127.0.0.1"
DRAWN = """
  window.drawn = new Set();
  for (const name of ["fillText", "strokeText"]) {
    const own = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (text, ...rest) {
      window.drawn.add(String(text));
      return own.call(this, text, ...rest);
    };
  }
"""
"""Keeps what is drawn as text: the cells of tables and the labels of the network are pictures."""
READ = """() => {
  const every = (what) => [...document.querySelectorAll(what)];
  const pictures = every("svg text");
  const lines = pictures.flatMap((e) => e.querySelector("tspan") ? [...e.querySelectorAll("tspan")] : [e]);
  const body = pictures.map((e) => e.textContent)
    .reduce((text, line) => text.replace(line, " "), document.body.innerText);
  const texts = [document.title, body];
  for (const e of every("*"))
    for (const name of ["title", "aria-label", "alt", "placeholder", "download"])
      if (e.getAttribute(name)) texts.push(e.getAttribute(name));
  for (const e of every("input, textarea")) texts.push(e.value);
  for (const e of every("[role=gridcell], [role=columnheader], li, td, th, p, option, label"))
    texts.push(e.textContent);
  return { whole: texts, parts: [...window.drawn, ...lines.map((e) => e.textContent)] };
}"""
LINKS = """() => [...document.querySelectorAll("a, area, form")].map(
  (e) => e.getAttribute("href") ?? e.getAttribute("xlink:href") ?? e.getAttribute("action"))"""
SPILLED = """() => [...document.querySelectorAll("[data-testid=stHtml] *")].filter((e) => {
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const bounded = style.overflowX !== "visible" || e.closest(".scroll, svg") || style.display === "inline";
  const slack = e.querySelector("sup.note") ? 14 : 2;  // the area of a note is wider than its number
  return !bounded && box.width > 24 && e.scrollWidth > e.clientWidth + slack && e.clientWidth > 0;
}).map((e) => e.className + ": " + e.textContent.slice(0, 80))"""
"""Elements of ours whose text runs over their edge."""
JOINER = "\u2060"
"""It cannot be seen, and keeps Markdown and templates from reading signs together."""
NAMED = re.compile("U\\+(20[0-9A-F]{2})")
"""What the list of warnings writes for a character that cannot be seen."""
CLIPPED = ("…", "...")


class Look:
    """Watches all pages of a browser context; what leaves this machine, or would, is kept.

    Nothing is held up: a browser that waits for verdicts on requests keeps no files of the pages either.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.outside: list[str] = []
        self.scripts: list[str] = []
        context.add_init_script(DRAWN)
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._watch)

    def _asked(self, url: str) -> None:
        if not _is_here(url):
            self.outside.append(url)

    def _watch(self, page: Page) -> None:
        page.on("dialog", self._dismiss)
        page.on("websocket", lambda socket: self._asked(socket.url))

    def _dismiss(self, dialog: Any) -> None:
        self.scripts.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def ran(self, page: Page) -> bool:
        """Whether a script of a payload has run; it is noted once."""
        found = page.evaluate(f"() => window.{CANARY}")
        if found:
            self.scripts.append(f"{page.url}: {found}")
            page.evaluate(f"() => {{ delete window.{CANARY}; }}")
        return bool(found)


def texts(page: Page) -> tuple[list[str], list[str]]:
    """Whole texts, and those that a picture may have cut without a sign, or draws line by line."""
    found = page.evaluate(READ)
    return [*map(_plain, found["whole"])], [*map(_plain, found["parts"])]


def list_changed(text: str, *, may_be_cut: bool = False) -> Iterator[str]:
    """Each place of `text` with the token of a payload but without all of the payload around it.

    The lists of the panel have it in plain letters as well.
    """
    for found in re.finditer(r"q(\d\d)z", text):
        payload = PAYLOADS[int(found[1])]
        wanted = [_plain(payload), _plain(to_plain_letters(payload))]
        starts = [
            (found.start() - place.start(), words)
            for words in wanted
            for place in re.finditer(found[0], words)
        ]
        if not any(_holds(text, start, words, may_be_cut=may_be_cut) for start, words in starts):
            yield text[max(0, found.start() - 30) : found.end() + 60]


def _holds(text: str, start: int, payload: str, *, may_be_cut: bool) -> bool:
    """Whether the payload begins at `start`, whole or clipped; our sentences may lower its first letter.

    A picture draws a long text line by line, so a piece of it may begin before or end in the line.
    """
    if start < 0:
        if not may_be_cut:
            return False
        payload, start = payload[-start:], 0
    there = text[start : start + len(payload)]
    same = 0
    while same < min(len(there), len(payload)) and (
        there[same] == payload[same] or (same == 0 and there[0] == payload[0].lower())
    ):
        same += 1
    rest = text[start + same :]
    return same == len(payload) or rest.startswith(CLIPPED) or (may_be_cut and not rest)


def list_acting(page: Page) -> list[str]:
    """Texts with signs that act on what stands around them: escape codes, overrides of direction."""
    found = page.evaluate(READ)["whole"]
    return [text[:80] for text in found if ACTING.search(re.sub(r"\s", " ", text))]


def list_spilled(page: Page) -> list[str]:
    """Pieces of our own HTML that are wider than their box."""
    return list(page.evaluate(SPILLED))


def list_foreign_links(page: Page, listed: set[str]) -> list[str]:
    """Links that lead to another host and are not of the record's own columns of addresses."""
    links = [link for link in page.evaluate(LINKS) if link and not _is_ours(link)]
    return [link for link in links if not {link, link.rsplit(":~:text=", 1)[0].rstrip("#")} & listed]


def _is_ours(link: str) -> bool:
    return _is_here(urljoin(f"http://{HOST}/", link))


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about") or parts.hostname == HOST


def _plain(text: str) -> str:
    """As a page shows it: blanks in one, without the joiner, unseen characters themselves."""
    seen = NAMED.sub(lambda found: chr(int(found[1], 16)), text.replace(JOINER, ""))
    return re.sub(r"[\s\xa0]+", " ", seen)
