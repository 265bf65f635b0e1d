"""The foot of a page: its notes with passage, source and citations to copy."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import streamlit as st

from data import documents
from data.claims import citations
from data.claims.citations import quote_words
from data.links import ALONE, MANY
from data.queries.sources import rows as source_rows
from data.schema.vocabulary import UrlStatus
from data.values.rows import Row
from pages.views.html import clipboard, dates, languages, markup
from pages.views.session import reads
from pages.views.shell.faults import contain

CLICKS = st.components.v2.component(
    "foot",
    js=clipboard.PUT
    + f"const FILTERS = {[*MANY, *ALONE]};"
    + """
async function copied(button, data) {
  const note = button.closest("li").id.replace("fn-", "");
  const text = data.sources[data.notes[note]]?.[button.dataset.form];
  if (!text) return;
  await put(text);
  const words = button.textContent;
  button.textContent = "copied";
  setTimeout(() => { button.textContent = words; }, 1600);
}
function opened(link, event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const adds = link.dataset.page === "add", to = new URL(adds ? location.href : link.href);
  if (adds)
    for (const [name, value] of new URL(link.href).searchParams)
      if (!to.searchParams.has(name, value)) to.searchParams.append(name, value);
  const keeps = link.dataset.page;
  if (keeps === "all" || keeps === "but-search")
    for (const [name, value] of new URLSearchParams(location.search))
      if (FILTERS.includes(name) && (keeps === "all" || name !== "q")) to.searchParams.append(name, value);
  history.pushState({}, "", to);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}
export default function ({ data, parentElement }) {
  if (parentElement.clicked) document.removeEventListener("click", parentElement.clicked);
  parentElement.clicked = (event) => {
    const button = event.target.closest?.("button[data-form]"), link = event.target.closest?.("a[data-page]");
    if (button) copied(button, data);
    if (link) opened(link, event);
  };
  document.addEventListener("click", parentElement.clicked);
  return () => document.removeEventListener("click", parentElement.clicked);
}
""",
)
"""What clicks in our own HTML do: copy a citation, add a filter, open another page as a step back does.

Streamlit answers `popstate` by running the page of the address; else the browser would load everything anew.
"""
Source = tuple[tuple[str, Any], ...]
"""A row of `sources` as pairs of column and value, so that it can be known again."""
ON_THE_WHOLE = "Not quoted for this value; the source says:"
ADDRESS = {
    UrlStatus.INFERRED: "address inferred, read on a mirror",
    UrlStatus.NOT_FOUND: "no address found",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What a number leads to: a passage of a source, a source as a whole, or words of our own."""

    source_id: str = ""
    anchor: str = ""
    prefix: str | None = None
    suffix: str | None = None
    paragraph: int | None = None
    confidence: str = ""
    inferred: str | None = None
    """Why the value follows from the words, where they do not print it."""
    is_context: bool = False
    """The words are those of the source on the row or its event, not on the value itself."""
    publisher: str = field(default="", compare=False)
    words: str = ""

    def hint(self) -> str:
        """What a reader sees on resting over the number."""
        if not self.anchor:
            return self.words
        said = f"{quote_words(self.anchor)} - {self.publisher}"
        return f"{ON_THE_WHOLE} {said}" if self.is_context else said


def make_note(claim: Any, *, is_context: bool = False) -> Note:
    """The note of one row of `queries.sources.claims`, as a mapping or a Series."""
    paragraph = claim["paragraph"]
    inferred = claim["is_inferred"] and not is_context
    return Note(
        source_id=claim["source_id"],
        anchor=claim["anchor"] or "",
        prefix=claim["prefix"],
        suffix=claim["suffix"],
        paragraph=None if paragraph is None or paragraph != paragraph else int(paragraph),
        confidence=claim["confidence"] if claim["anchor"] and not is_context else "",
        inferred=(claim["reason"] or "") if inferred else None,
        is_context=is_context,
        publisher=claim["publisher"] if claim["anchor"] else "",
    )


@contain
def show(numbers: Mapping[Note, int]) -> None:
    """List the notes by their numbers; beside each source, buttons that copy its citation."""
    if not numbers:
        return
    ids = tuple(sorted({note.source_id for note in numbers if note.source_id}))
    sources = reads.read_records(source_rows.list_sources_by_id, ids)
    at_hand = documents.list_hashes()
    listed, data = _draw(
        tuple(numbers), ids, frozenset(row["id"] for row in sources if row["sha256"] in at_hand)
    )
    markup.show(listed)
    CLICKS(key="foot", data=data)


@reads.cache_few_per_build
def _draw(
    notes: tuple[Note, ...], ids: tuple[str, ...], at_hand: Container[str]
) -> tuple[markup.Safe, dict[str, Any]]:
    """The list, and what its buttons copy; `ids` of all sources, and of those whose document is `at_hand`."""
    sources = {row["id"]: row for row in reads.read_records(source_rows.list_sources_by_id, ids)}
    items = [_item(note, number, sources, at_hand) for number, note in enumerate(notes, 1)]
    listed = markup.join((markup.tag("b", "Sources"), markup.tag("ol", markup.join(items))))
    data = {
        "notes": {str(number): note.source_id for number, note in enumerate(notes, 1)},
        "sources": {identity: _citations(tuple(source.items())) for identity, source in sources.items()},
    }
    return markup.tag("div", listed, "footnotes"), data


@lru_cache(2048)
def _citations(source: Source) -> dict[str, str]:
    return citations.format_citations(dict(source))


def _item(note: Note, number: int, sources: Mapping[str, Row], at_hand: Container[str]) -> markup.Safe:
    if note.words:
        return markup.list_item(f"fn-{number}", note.words)
    source = tuple(sources[note.source_id].items())
    return _entry(note, source, note.source_id in at_hand).with_number(number)


@lru_cache(4096)
def _entry(note: Note, columns: Source, is_at_hand: bool) -> markup.Entry:
    """In short; the entry that its number leads to unfolds the rest. A page has hundreds, mostly known."""
    source = dict(columns)
    address = source["url"] if isinstance(source["url"], str) else None
    on = dates.format_date(source["published_on"]) or "date not stated"
    linked = link_words(note, address) or markup.link(source["title"] or source["about"], address)
    parts = (
        markup.join((ON_THE_WHOLE, " ", linked)) if note.is_context else linked,
        *([f"¶ {note.paragraph}"] if note.paragraph else []),
        f"{source['publisher']}, {on}",
    )
    buttons = (markup.copy_button(form, words) for form, words in citations.FORMS.items())
    return markup.Entry(
        markup.join(parts, " · "),
        _more(note, source, is_at_hand),
        markup.join(("Copy citation: ", *buttons), " "),
    )


def _more(note: Note, source: dict[str, Any], is_at_hand: bool) -> markup.Safe:
    """Title, language, confidence, and the paragraph if the document is in the folder."""
    found = _find_passage(note, source["sha256"]) if is_at_hand else None
    title = source["title"] or source["about"]
    none = "Not quoted for this value; it rests on the source as a whole."
    inferred = "" if note.inferred is None else f"Inferred, not printed. {note.inferred}"
    facts = [
        languages.language_name(source["language"]),
        *([f"confidence {note.confidence}"] if note.confidence else []),
        *([ADDRESS[source["url_status"]]] if source["url_status"] in ADDRESS else []),
    ]
    return markup.join(
        (
            markup.tag("div", _draw_passage(found), "around") if found else "",
            "" if note.anchor else markup.tag("div", none),
            markup.tag("div", inferred) if inferred else "",
            markup.tag("div", markup.join((title.rstrip("."), ". ", ", ".join(facts), "."))),
        )
    )


def quote_with_paragraph(note: Note, url: object, sha256: str | None) -> markup.Safe | None:
    """The anchor as in a note, the paragraph folded under it if known; None without words."""
    if not note.anchor:
        return None
    words, found = link_words(note, url), _find_passage(note, sha256)
    return markup.join((words, markup.details("paragraph", _draw_passage(found)) if found else ""))


def link_words(note: Note, url: object) -> markup.Safe:
    """The anchor in quotes, linked to the publisher's page at it; nothing without an anchor."""
    return (
        markup.link(quote_words(note.anchor), _address_at_words(url, note)) if note.anchor else markup.Safe()
    )


def _address_at_words(url: object, note: Note) -> str | None:
    """The address of the source that opens at the anchor; None where it has no address."""
    return (
        citations.add_text_fragment(url, note.anchor, note.prefix, note.suffix)
        if isinstance(url, str)
        else None
    )


def _draw_passage(found: documents.Passage) -> markup.Safe:
    return markup.join((found.before, markup.tag("mark", found.anchor), found.after))


def _find_passage(note: Note, sha256: str | None) -> documents.Passage | None:
    if not note.anchor or not sha256:
        return None
    return documents.find_passage(sha256, note.anchor, note.prefix, note.suffix)
