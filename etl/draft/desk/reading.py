"""A file becomes a draft: read, compared with what is known, its candidates found and written down."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from data import documents
from data.documents import Document
from etl.draft.candidates.candidate import Candidate, Field
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.proposals import Proposals, propose
from etl.draft.desk import drafts, duplicates
from etl.draft.desk.csv_files import append_rows, read_rows
from etl.draft.desk.digests import digest_record, digest_text
from etl.draft.desk.drafts import Draft
from etl.draft.desk.identities import make_unique, slug
from etl.draft.desk.places import Desk
from etl.draft.drafter import Drafter, summarise_answers
from etl.draft.files import languages, process
from etl.draft.files.file_text import FileText, RefusedError
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames

FILE_COLUMNS = (
    "sha256",
    "name",
    "bytes",
    "kind",
    "state",
    "why",
    "text_sha256",
    "language",
    "notes",
    "seen_on",
)
DRAFTED, REFUSED, KNOWN = "drafted", "refused", "known"


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a curator knows of the source before reading."""

    url: str = ""
    publisher: str = ""
    published_on: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in one line."""

    file: str
    state: str
    why: str
    draft: str = ""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Reader:
    """Reads files one by one for a desk; `today` is the day of reading."""

    desk: Desk
    record: CuratedRows
    names: RecordNames
    facts: SourceFacts
    today: str
    is_dry: bool = False
    ask: Drafter | None = None
    """Asked too, where a curator wants it."""
    _digest: str = ""
    _texts: dict[str, set[str]] = field(default_factory=dict)

    def read(self, path: Path) -> Outcome:
        """Draft one file; a file that cannot be read is an outcome, not an error."""
        try:
            found = process.read(path)
        except RefusedError as refused:
            outcome = Outcome(path.name, REFUSED, str(refused))
            self._note(path, outcome)
            return outcome
        document = documents.parse_document(found.text)
        text = "\n".join(document.printed) + "\n"
        if known := self._known(digest_text(text)):
            outcome = Outcome(path.name, KNOWN, known)
        else:
            outcome = self._draft(path, found, document, text)
        self._note(path, outcome, found, text)
        return outcome

    def _known(self, digest: str) -> str:
        for row in self.record.rows("sources"):
            if row["sha256"] == digest:
                return f"is the document of source {row['id']}"
        for name in drafts.names(self.desk.drafts):
            if drafts.read(self.desk.drafts, name).text_sha256 == digest:
                return f"is drafted already as {name}"
        return ""

    def _draft(self, path: Path, found: FileText, document: Document, text: str) -> Outcome:
        language = languages.detect_language(text)
        published = self.facts.published_on or found.published
        publication = Publication(published, self.facts.url)
        proposals = propose(document, self.record, self.names, publication, self.facts.publisher)
        said: list[Candidate] = []
        notes: tuple[str, ...] = found.notes + (() if language else (languages.NOTE,))
        if self.ask:
            said, dropped = self.ask.ask(document)
            notes += (summarise_answers(dropped, len(said)),)
        title = found.title or (document.printed[0] if document.printed else "")
        likeness = duplicates.find_similar_events(proposals.candidates, title, self.record)
        notes += tuple(self._alike(text))
        notes += tuple(f"perhaps event {each.event}: {', '.join(each.why)}" for each in likeness)
        digest = digest_text(text)
        name = make_unique(_name(proposals, path), set(drafts.names(self.desk.drafts)))
        draft = Draft(
            name,
            digest,
            language,
            self._record(),
            notes=notes,
            source=self._source(title, published, language, proposals),
            event={"id": "", "title": "", "themes": [], "confidence": "medium"},
            candidates=tuple(_unique([*proposals.candidates, *said], digest)),
        )
        if not self.is_dry:
            drafts.write(self.desk.drafts, draft, text)
        return Outcome(path.name, DRAFTED, _summary(proposals), name, notes)

    def _record(self) -> str:
        self._digest = self._digest or digest_record(self.desk.curated)
        return self._digest

    def _source(self, title: str, published: str, language: str, proposals: Proposals) -> dict[str, str]:
        """The row of sources.csv as far as it is known, with what the record holds for the same host."""
        host = urlsplit(self.facts.url).hostname or ""
        same = [row for row in self.record.rows("sources") if host and urlsplit(row["url"]).hostname == host]
        publisher = self.facts.publisher or (same[-1]["publisher"] if same else "")
        form = next((each.value for each in proposals.of(Field.FORM)), "page")
        place = next((each.value for each in proposals.of(Field.PLACE)), "")
        return {
            "id": slug(publisher, published, place, form),
            "publisher": publisher,
            "originator": same[-1]["originator"] if same else slug(publisher),
            "title": title,
            "about": "",
            "kind": "web_page" if self.facts.url else "document",
            "language": language,
            "published_on": published,
            "url": self.facts.url,
            "url_status": "read" if self.facts.url else "not_found",
            "extent": "whole",
            "read_on": self.today,
            "read_as": "stored_copy",
        }

    def _alike(self, text: str) -> Iterator[str]:
        """Drafts whose text is much the same."""
        own = duplicates.shingles(text)
        for name in drafts.names(self.desk.drafts):
            if name not in self._texts:
                path = self.desk.drafts / name / "document.txt"
                self._texts[name] = duplicates.shingles(path.read_text(encoding="utf-8"))
            share = duplicates.overlap(own, self._texts[name])
            if share >= duplicates.ALIKE:
                yield f"{share:.0%} of the text stands in draft {name} too"

    def _note(self, path: Path, outcome: Outcome, found: FileText | None = None, text: str = "") -> None:
        if self.is_dry:
            return
        content = path.read_bytes() if path.is_file() else b""
        row = {
            "sha256": hashlib.sha256(content).hexdigest(),
            "name": path.name,
            "bytes": str(len(content)),
            "kind": found.kind if found else "",
            "state": outcome.state,
            "why": outcome.why,
            "text_sha256": digest_text(text) if text else "",
            "language": languages.detect_language(text) if text else "",
            "notes": "; ".join(outcome.notes),
            "seen_on": self.today,
        }
        append_rows(self.desk.files, FILE_COLUMNS, [row])


def _name(proposals: Proposals, path: Path) -> str:
    """Date, place and form, as events are named; else the name of the file."""
    first = [next(iter(proposals.of(each)), None) for each in (Field.DATE, Field.PLACE, Field.FORM)]
    parts = [each.value for each in first if each]
    return slug(*parts) if first[0] else slug(path.stem, *parts) or "document"


def _unique(candidates: list[Candidate], digest: str) -> Iterator[tuple[str, Candidate]]:
    seen: set[str] = set()
    for candidate in candidates:
        identity = candidate.identity(digest)
        if identity not in seen:
            seen.add(identity)
            yield identity, candidate


def _summary(proposals: Proposals) -> str:
    """*2026-12-01 Tashkent, workshop: 14 candidates, 2 bodies new*."""
    first = [
        next((c.value for c in proposals.of(each)), "") for each in (Field.DATE, Field.PLACE, Field.FORM)
    ]
    head = f"{first[0] or 'no date'} {first[1] or 'no place'}, {first[2] or 'event'}"
    bodies = proposals.of(Field.ORGANISATION)
    new, several = sum(not each.rows for each in bodies), sum(len(each.rows) > 1 for each in bodies)
    found = [f"{len(proposals.candidates)} candidates"]
    found += [f"{new} bodies new"] * bool(new) + [f"{several} asked"] * bool(several)
    found += [f"{proposals.without_anchor} without an anchor dropped"] * bool(proposals.without_anchor)
    return f"{head}: {', '.join(found)}"


def list_files_seen(desk: Desk) -> list[dict[str, str]]:
    return read_rows(desk.files)


def today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the curator's own day
