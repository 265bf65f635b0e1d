"""The foot of a page: its notes with passage, source and citations to copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import streamlit as st

from data import citations, documents
from data.citations import quoted
from data.queries import evidence
from data.vocabulary import UrlStatus
from pages.views import clipboard, dates, languages, markup, reads
from pages.views.faults import contained

COPY = st.components.v2.component(
    "copy_citation",
    js=clipboard.PUT
    + """
export default function ({ data, parentElement }) {
  if (parentElement.copyCitation) document.removeEventListener("click", parentElement.copyCitation);
  parentElement.copyCitation = async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    const text = button && data.sources[data.notes[button.dataset.copy]]?.[button.dataset.form];
    if (!text) return;
    await put(text);
    const words = button.textContent;
    button.textContent = "copied";
    setTimeout(() => { button.textContent = words; }, 1600);
  };
  document.addEventListener("click", parentElement.copyCitation);
  return () => document.removeEventListener("click", parentElement.copyCitation);
}
""",
)
ON_THE_WHOLE = "No words recorded for this value; the source on the matter:"
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
        said = f"{quoted(self.anchor)} - {self.publisher}"
        return f"{ON_THE_WHOLE} {said}" if self.is_context else said


def note_of(claim: Any, *, is_context: bool = False) -> Note:
    """The note of one row of `queries.claims`, as a mapping or a Series."""
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


@contained
def show(numbers: Mapping[Note, int]) -> None:
    """List the notes by their numbers; beside each source, buttons that copy its citation."""
    if not numbers:
        return
    ids = tuple(sorted({note.source_id for note in numbers if note.source_id}))
    sources = {source["id"]: source for source in reads.records(evidence.by_id, ids)}
    items = [_item(note, number, sources) for note, number in numbers.items()]
    st.space("small")
    listed = markup.joined((markup.tag("b", "Sources"), markup.tag("ol", markup.joined(items))))
    markup.show(markup.tag("div", listed, "footnotes"))
    COPY(
        key="copy-citation",
        data={
            "notes": {str(number): note.source_id for note, number in numbers.items()},
            "sources": {identity: _citations(tuple(source.items())) for identity, source in sources.items()},
        },
    )


@lru_cache(2048)
def _citations(source: tuple[tuple[str, Any], ...]) -> dict[str, str]:
    """Of a source by its columns; a page cites hundreds, the same at every rerun."""
    return citations.citations(dict(source))


def _item(note: Note, number: int, sources: Mapping[str, Any]) -> markup.Safe:
    """In short; the entry that its number leads to unfolds the rest."""
    anchor = f"fn-{number}"
    if note.words:
        return markup.item(anchor, note.words)
    source = sources[note.source_id]
    address = source["url"] if isinstance(source["url"], str) else None
    on = dates.words(source["published_on"]) or "date not stated"
    words = quoted(note.anchor) if note.anchor else source["title"] or source["about"]
    linked = markup.link(words, at_words(address, note) if note.anchor else address)
    parts = (
        markup.joined((ON_THE_WHOLE, " ", linked)) if note.is_context else linked,
        *([f"¶ {note.paragraph}"] if note.paragraph else []),
        f"{source['publisher']}, {on}",
    )
    short = markup.tag("span", markup.joined((" · ", markup.inside("more", f"#{anchor}"))), "short")
    more = markup.tag("div", _more(note, source, number), "more")
    return markup.item(anchor, markup.joined((markup.joined(parts, " · "), short, more)))


def _more(note: Note, source: Any, number: int) -> markup.Safe:
    """Title, language, confidence, the paragraph where it is at hand, and the citations."""
    found = _found(note, source["sha256"])
    title = source["title"] or source["about"]
    none = "No words are recorded for this value; it rests on the source as a whole."
    inferred = "" if note.inferred is None else f"Inferred, not printed. {note.inferred}"
    facts = [
        languages.name(source["language"]),
        *([f"confidence {note.confidence}"] if note.confidence else []),
        *([ADDRESS[source["url_status"]]] if source["url_status"] in ADDRESS else []),
    ]
    return markup.joined(
        (
            markup.tag("div", _around(found), "around") if found else "",
            "" if note.anchor else markup.tag("div", none),
            markup.tag("div", inferred) if inferred else "",
            markup.tag("div", markup.joined((title.rstrip("."), ". ", ", ".join(facts), "."))),
            _copies(number),
        )
    )


def unfolding(note: Note, url: object, sha256: str | None) -> markup.Safe | None:
    """The anchor as in a note, the paragraph folded under it where it is at hand; None without words."""
    if not note.anchor:
        return None
    words = markup.link(quoted(note.anchor), at_words(url, note))
    found = _found(note, sha256)
    return markup.joined((words, markup.folded("paragraph", _around(found)) if found else ""))


def at_words(url: object, note: Note) -> str | None:
    """The address of the source that opens at the anchor; None where it has no address."""
    return citations.at_words(url, note.anchor, note.prefix, note.suffix) if isinstance(url, str) else None


def _around(found: documents.Passage) -> markup.Safe:
    return markup.joined((found.before, markup.tag("mark", found.anchor), found.after))


def _found(note: Note, sha256: str | None) -> documents.Passage | None:
    if not note.anchor or not sha256:
        return None
    return documents.passage(sha256, note.anchor, note.prefix, note.suffix)


def _copies(number: int) -> markup.Safe:
    buttons = [markup.copier(str(number), form, words) for form, words in citations.FORMS.items()]
    back = markup.inside("↩ back", f"#ref-{number}")
    return markup.tag("span", markup.joined(("Copy citation: ", *buttons, back), " "), "copies")
