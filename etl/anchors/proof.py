"""The proof of claims by the documents that they cite: anchor, paragraph, numbers and dates.

For each claim on a document of the folder: its anchor, between prefix and suffix where they are given, is
found in the document exactly once, in the paragraph that is stated; and each number or date of the value is
found in that paragraph (`numerals`), unless the claim is marked inferred. The digits in ids, in coded
values and in web addresses are no numbers: fields that hold those are not checked for numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from data import documents
from data.documents import Document, FolderFiles, Place
from data.files.plain_files import UnfitFileError
from data.schema.models import BorderId, CountryCode, Sha256, Slug, Url, vocabulary_of
from etl import pipeline
from etl.anchors import numerals
from etl.reporting.errors import Fault, MachineError, UsageError, count_noun
from etl.reporting.progress import Progress, ignore_progress
from etl.staging import tables
from etl.staging.database import StagingDatabase
from etl.staging.tables import Table

CODES = (Slug, CountryCode, BorderId, Sha256, Url)
COUNTED = ("claims", "anchors", "found", "valued", "proven", "inferred")
MOST_COMPARED = 5_000
"""In a text of more words than this, looking for the nearest would take too long."""


@dataclass(slots=True)
class Tally:
    """The result for one document, in numbers of claims."""

    source_id: str
    file: str
    claims: int = 0
    anchors: int = 0
    found: int = 0
    """Anchors found in the document exactly once."""
    placed: int = 0
    """Anchors given with a paragraph."""
    valued: int = 0
    """Values, of claims with an anchor, that hold numbers or dates."""
    proven: int = 0
    inferred: int = 0
    """Values that are not proven and are marked inferred."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The tallies by document and the sum of them; what fails; and what could not be matched."""

    documents: tuple[Tally, ...]
    total: Tally
    faults: tuple[Fault, ...]
    absent: tuple[str, ...]
    """Sources with a SHA-256 whose document is not in the folder."""
    unnamed: tuple[str, ...]
    """Files in the folder whose SHA-256 no source has."""
    unread: dict[str, str] = field(default_factory=dict)
    """Files that are not read, and why."""


def prove_claims(data: Path, place: Path, progress: Progress = ignore_progress) -> Proof:
    """Prove the claims of `data` by the documents in `place`.

    BadData where the data are refused, UsageError where `place` holds no document of theirs, or MachineError.
    """
    if not place.is_dir():
        raise UsageError(f"{place}: there is no such folder of documents")
    with pipeline.prepare(data, progress) as found:
        return prove_staged(found.staged, place, progress)


def prove_staged(staged: StagingDatabase, place: Path, progress: Progress = ignore_progress) -> Proof:
    """As `prove_claims`, of rows that are ready."""
    sources = (row for table in staged.read("sources") for row in table.rows)
    hashes = {row["id"]: row["sha256"] for row in sources if row["sha256"]}
    at_hand, texts = _texts(place, hashes)
    tallies = {source: Tally(source, at_hand.files[hashes[source]].name) for source in texts}
    faults = _check_claims(staged, texts, tallies, progress)
    return Proof(
        tuple(tallies.values()),
        _sum([*tallies.values()]),
        tuple(sorted(faults, key=Fault.place)),
        tuple(source for source in hashes if source not in texts),
        tuple(path.name for sha256, path in at_hand.files.items() if sha256 not in hashes.values()),
        at_hand.unread,
    )


def _check_claims(
    staged: StagingDatabase, texts: dict[str, Document], tallies: dict[str, Tally], progress: Progress
) -> list[Fault]:
    """The faults of all claims on the documents in the folder."""
    faults: list[Fault] = []
    done = 0
    for claims in staged.read("claims"):
        for index, row in enumerate(claims.rows):
            if (source := row["source_id"]) in texts:
                faults += _claim(claims, index, row, texts[source], tallies[source])
        done += len(claims.lines)
        progress("verify anchors", done, staged.rows["claims"])
    return faults


def _texts(place: Path, hashes: dict[str, str]) -> tuple[FolderFiles, dict[str, Document]]:
    """What the folder holds, and the documents of those sources whose SHA-256 is in it."""
    try:
        at_hand = documents.list_files(place)
        texts = {
            source: documents.read_document(at_hand.files[sha256], sha256)
            for source, sha256 in hashes.items()
            if sha256 in at_hand.files
        }
    except (OSError, UnfitFileError) as error:
        raise MachineError(f"{place}: {error}") from error
    if not texts:
        raise UsageError(f"{place}: holds none of the documents that sources.csv names by SHA-256")
    return at_hand, texts


def _sum(tallies: list[Tally]) -> Tally:
    total = Tally("", "")
    for name in ("placed", *COUNTED):
        setattr(total, name, sum(getattr(tally, name) for tally in tallies))
    return total


def _claim(
    claims: Table, index: int, row: dict[str, Any], document: Document, tally: Tally
) -> Iterator[Fault]:
    """The faults of one claim, which is counted."""
    tally.claims += 1
    if row["anchor"] is None:
        return
    is_valued = holds_numbers(row["table"], row["field"]) and numerals.has_numbers(row["value"])
    tally.anchors += 1
    tally.placed += row["paragraph"] is not None
    tally.valued += is_valued
    places = documents.find_places(document, row["anchor"], row["prefix"], row["suffix"])
    if len(places) != 1:
        problem = _describe_repeats(places) if places else _nowhere(document, row, tally.file)
        yield claims.fault(index, "anchor", problem)
        return
    tally.found += 1
    number = places[0].paragraph
    if row["paragraph"] not in (None, number):
        yield claims.fault(index, "paragraph", f"the anchor stands in ¶ {number} of {tally.file}")
    missing = numerals.list_missing(row["value"], document.plain[number - 1]) if is_valued else []
    if is_valued and not missing:
        tally.proven += 1
    elif missing and row["is_inferred"]:
        tally.inferred += 1
    elif missing:
        verb = "is" if len(missing) == 1 else "are"
        problem = f"{_join_words(missing)} {verb} not in ¶ {number} of {tally.file}"
        yield claims.fault(index, "value", f"{problem}: if it follows from the text, mark it inferred")


def holds_numbers(table: str, field: str) -> bool:
    """False for a field whose digits are part of a code. A field that is no column holds participants."""
    model = tables.curated_tables()[table]
    is_column = field in model.model_fields
    is_listed = is_column and vocabulary_of(model, field) is not None
    return not is_listed and not any(field in tables.columns_of_kind(table, kind) for kind in CODES)


def _describe_repeats(places: list[Place]) -> str:
    paragraphs = list(dict.fromkeys(f"¶ {place.paragraph}" for place in places))
    times = "twice" if len(places) == 2 else f"{len(places)} times"
    return f"stands {times}, in {_join_words(paragraphs)}: add a prefix or a suffix"


def _nowhere(document: Document, row: dict[str, Any], file: str) -> str:
    """Why an anchor is not found: other words around it, or the words nearest to it."""
    if alone := documents.find_places(document, row["anchor"], None, None):
        paragraphs = list(dict.fromkeys(f"¶ {place.paragraph}" for place in alone))
        return f"stands in {_join_words(paragraphs)} of {file}, but not with this prefix and suffix"
    return f"stands nowhere in {file}{_nearest(document, row['anchor'])}"


def _nearest(document: Document, anchor: str) -> str:
    """A clause that offers as many words of the text as the anchor has, the most alike; or nothing."""
    wanted = documents.normalise(anchor)
    length = len(wanted.split())
    runs: dict[str, int] = {}
    if sum(paragraph.count(" ") + 1 for paragraph in document.plain) > MOST_COMPARED:
        return ""
    for number, paragraph in enumerate(document.plain, start=1):
        words = paragraph.split()
        for start in range(max(1, len(words) - length + 1)):
            runs.setdefault(" ".join(words[start : start + length]), number)
    found = get_close_matches(wanted, runs, n=1)
    return f"; the nearest is '{found[0]}' in ¶ {runs[found[0]]}" if found else ""


def _join_words(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def summarise(proof: Proof) -> list[str]:
    """The proof in lines: one for each document, what was not matched, and the total."""
    total = proof.total
    lines = [" ".join(f"{name:>8}" for name in COUNTED) + "  document"]
    lines += [
        f"{' '.join(f'{getattr(tally, name):>8}' for name in COUNTED)}  {tally.source_id}, in {tally.file}"
        for tally in proof.documents
    ]
    lines += [f"The document of {source} is not at hand." for source in proof.absent]
    lines += [f"{file}: no source names it by SHA-256" for file in proof.unnamed]
    lines += [f"{file}: {problem}; it was not read" for file, problem in proof.unread.items()]
    if bare := total.claims - total.anchors:
        lines.append(f"{count_noun(bare, 'claim')} on these documents without an anchor")
    if unplaced := total.anchors - total.placed:
        lines.append(f"{count_noun(unplaced, 'anchor')} without a paragraph")
    return [*lines, f"{_anchors(proof)}; {_values(total)}"]


def _anchors(proof: Proof) -> str:
    total = proof.total
    share = f" ({100 * total.found // total.anchors} %)" if total.anchors else ""
    documents = count_noun(len(proof.documents), "document")
    return f"{count_noun(total.anchors, 'anchor')} in {documents}: {total.found} found exactly once{share}"


def _values(tally: Tally) -> str:
    left = tally.valued - tally.proven - tally.inferred
    unproven = f", {left} not proven" if left else ""
    values = f"{count_noun(tally.valued, 'value')} with numbers or dates"
    return f"{values}: {tally.proven} proven, {tally.inferred} marked inferred{unproven}"
