"""A file becomes a draft: read, compared with what is known, its candidates written down."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from data import documents
from data.drafts.candidate import Candidate, Field
from data.drafts.draft import TEXT, Draft, create_draft, list_drafts
from data.drafts.folders import Desk
from data.values.date_words import format_span
from etl.draft.candidates.proposals import Proposals
from etl.draft.desk import duplicates
from etl.draft.desk.digests import digest_text
from etl.draft.desk.duplicates import Likeness
from etl.draft.desk.identities import make_unique, slug
from etl.draft.desk.reading_child import SourceFacts
from etl.draft.desk.reading_process import Reading
from etl.draft.drafter import Drafter, summarise_answers
from etl.draft.files import languages
from etl.draft.files.file_text import FileText, RefusedError
from etl.draft.gazetteer.curated_rows import Cells, CuratedRows
from etl.reporting.errors import count_noun

LONGEST_TITLE = 300
DRAFTED, REFUSED, KNOWN = "drafted", "refused", "known"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in one line."""

    file: str
    state: str
    why: str
    draft: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """What is kept of the text of another draft."""

    sha256: str
    shingles: frozenset[int]


@dataclass(slots=True)
class Reader:
    """Reads files one by one for a desk; `today` is the day of reading."""

    desk: Desk
    record: CuratedRows
    facts: SourceFacts
    today: str
    read_file: Callable[[Path], Reading]
    is_dry: bool = False
    drafter: Drafter | None = None
    """Asked too, where a curator wants it."""
    _texts: dict[str, _Text] = field(default_factory=dict)

    def read(self, path: Path) -> Outcome:
        """Draft one file; a file that cannot be read is an outcome, not an error."""
        try:
            found = self.read_file(path)
        except RefusedError as refused:
            return Outcome(path.name, REFUSED, str(refused))
        text = "\n".join(documents.parse_document(found.text.text).printed) + "\n"
        own = _Text(digest_text(text), duplicates.list_shingles(text))
        self._read_drafts()
        if known := self._find_known(own.sha256):
            return Outcome(path.name, KNOWN, known)
        return self._draft(path, found, text, own)

    def _read_drafts(self) -> None:
        """What is known of drafts that are new since the last look."""
        for name in set(list_drafts(self.desk.drafts)) - self._texts.keys():
            text = (self.desk.drafts / name / TEXT).read_text(encoding="utf-8")
            self._texts[name] = _Text(digest_text(text), duplicates.list_shingles(text))

    def _find_known(self, digest: str) -> str:
        if source := self.record.find_source(digest):
            return f"is the document of source {source}"
        drafted = next((name for name, text in self._texts.items() if text.sha256 == digest), "")
        return f"is drafted already as {drafted}" if drafted else ""

    def _draft(self, path: Path, found: Reading, text: str, own: _Text) -> Outcome:
        document, proposals = documents.parse_document(text), found.proposals
        language = languages.detect_language(text)
        said: list[Candidate] = []
        notes: tuple[str, ...] = found.text.notes + (() if language else (languages.NOTE,))
        if self.drafter:
            said, dropped = self.drafter.ask(document)
            notes += (summarise_answers(dropped, len(said)),)
        title = (found.text.title or document.printed[0])[:LONGEST_TITLE]
        likeness = duplicates.find_similar_events(proposals.candidates, title, self.record)
        notes += tuple(self._list_alike(own))
        known = self._find_source()
        notes += _describe_known(known) if known else ()
        notes += tuple(f"perhaps event {each.event}: {', '.join(each.why)}" for each in likeness)
        events = self.record.by_id("events")
        name = make_unique(_name_draft(proposals, path), set(self._texts))
        draft = Draft(
            name,
            own.sha256,
            notes=notes + _describe_dropped(proposals),
            source=dict(known)
            if known and not known["sha256"]
            else self._fill_source(title, language, found.text, proposals),
            event={"id": "", "title": "", "themes": [], "confidence": "medium"},
            alike={each.event: _describe_likeness(each, events[each.event]) for each in likeness},
            candidates=tuple(_unique([*proposals.candidates, *said], own.sha256)),
        )
        if not self.is_dry:
            create_draft(self.desk.drafts, draft, text)
        return Outcome(path.name, DRAFTED, _summarise(proposals), name, notes)

    def _find_source(self) -> Cells:
        """The source of the record with the same address; empty where there is none."""
        wanted = _plain_address(self.facts.url)
        same = (row for row in self.record.rows("sources") if _plain_address(row["url"]) == wanted)
        return next(same, {}) if wanted else {}

    def _fill_source(self, title: str, language: str, text: FileText, proposals: Proposals) -> dict[str, str]:
        """The row of sources.csv as far as it is known, with what the record holds for the same host."""
        url, published = self.facts.url, self.facts.published_on or text.published
        host = urlsplit(url).hostname or ""
        sources = self.record.rows("sources")
        same = [row for row in sources if host and urlsplit(row["url"]).hostname == host]
        publisher = self.facts.publisher or (same[-1]["publisher"] if same else "")
        form, place = _first(proposals, Field.FORM) or "page", _first(proposals, Field.PLACE)
        return {
            "id": make_unique(slug(publisher, published, place, form), {row["id"] for row in sources}),
            "publisher": publisher,
            "originator": same[-1]["originator"] if same else slug(publisher),
            "title": title,
            "about": "",
            "kind": "web_page" if url else "document",
            "language": language,
            "published_on": published,
            "url": url,
            "url_status": "read" if url else "not_found",
            "extent": "whole",
            "read_on": self.today,
            "read_as": "stored_copy",
        }

    def _list_alike(self, own: _Text) -> Iterator[str]:
        """Drafts whose text is much the same."""
        for name, other in self._texts.items():
            share = duplicates.measure_overlap(own.shingles, other.shingles)
            if share >= duplicates.ALIKE:
                yield f"{share:.0%} of the text stands in draft {name} too"


def _plain_address(url: str) -> str:
    """An address without what changes nothing of what it names."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}" if host else ""


def _describe_known(source: Cells) -> tuple[str, ...]:
    if source["sha256"]:
        return (
            f"the address is that of source {source['id']}, whose document is another text: a new source",
        )
    return (
        f"adds facts to source {source['id']}, which has this address and no digest of a document:"
        " the merge fills in the digest of this text",
    )


def _describe_dropped(proposals: Proposals) -> tuple[str, ...]:
    """What is no card, with its number."""
    dropped = count_noun(proposals.without_anchor, "candidate")
    left_out = count_noun(proposals.left_out, "candidate")
    return (
        *([f"{dropped} without words that stand once left out"] * bool(proposals.without_anchor)),
        *([f"{left_out} too many or too long left out"] * bool(proposals.left_out)),
    )


def _describe_likeness(found: Likeness, event: Cells) -> str:
    return f"{event['title']} ({format_span(event, 'no date')}): {', '.join(found.why)}"


def _first(proposals: Proposals, wanted: Field) -> str:
    """The likeliest value of a field; nothing where none is proposed."""
    return next((each.value for each in proposals.of(wanted)), "")


def _name_draft(proposals: Proposals, path: Path) -> str:
    """Date, place and form, as events are named; else the name of the file."""
    day, *parts = (_first(proposals, each) for each in (Field.DATE, Field.PLACE, Field.FORM))
    return slug(day or path.stem, *filter(None, parts)) or "document"


def _unique(candidates: list[Candidate], digest: str) -> Iterator[tuple[str, Candidate]]:
    """Each candidate with its identity; of those that say the same the first."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.identity(digest), candidate)
    yield from found.items()


def _summarise(proposals: Proposals) -> str:
    """*2026-12-01 Tashkent, workshop: 14 candidates, 2 bodies new*."""
    day, place, form = (_first(proposals, each) for each in (Field.DATE, Field.PLACE, Field.FORM))
    bodies = proposals.of(Field.ORGANISATION)
    new, several = sum(not each.rows for each in bodies), sum(each.is_open for each in bodies)
    parts = [count_noun(len(proposals.candidates), "candidate")]
    parts += [f"{'1 body' if new == 1 else f'{new} bodies'} new"] * bool(new)
    parts += [f"{several} asked"] * bool(several)
    parts += [f"{proposals.without_anchor} without an anchor dropped"] * bool(proposals.without_anchor)
    parts += [f"{proposals.left_out} too many or too long left out"] * bool(proposals.left_out)
    return f"{day or 'no date'} {place or 'no place'}, {form or 'event'}: {', '.join(parts)}"


def find_today() -> str:
    """The curator's own day."""
    return date.today().isoformat()  # noqa: DTZ011 - see above
