"""The text files of one folder, matched to sources by SHA-256, and where an anchor is found in them.

A paragraph is one line that is not blank, counted from 1. Anchors and text are compared after
`normalise`: blanks of every kind as one blank, quote marks and dashes in one form each, capitals kept.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data.files.plain_files import UnfitFileError, read_bytes
from data.store import ROOT

LARGEST = 5_000_000
"""Bytes of the largest text file that is read."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, zero-width blank, word joiner, byte order mark: in the file, not in what is read."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›ʻʼʽ`´′", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
"""One character for one, so that places in the normalised text are places in the printed one."""


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a text, from 1: as printed, with blanks tidied, and normalised. Equally long."""

    printed: tuple[str, ...]
    plain: tuple[str, ...]


NOTHING = Document((), ())


class Place(NamedTuple):
    """The place of an anchor: the paragraph, from 1, and the first and the next character in it, from 0."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraph around an anchor, cut in three; `before + anchor + after` is the paragraph."""

    before: str
    anchor: str
    after: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files of a folder by their SHA-256, and why others are not read, by their name."""

    files: dict[str, Path]
    unread: dict[str, str]


class _Seen(NamedTuple):
    """What differs between two states of a file."""

    path: Path
    size: int
    changed: int


def folder() -> Path:
    """The folder of documents: setting `CHEGARA_DOCUMENTS`, else `data/documents`."""
    return Path(os.environ.get("CHEGARA_DOCUMENTS") or ROOT / "data" / "documents")


def list_files(place: Path) -> FolderFiles:
    """The `.txt` files of a folder; none where there is no such folder. Only what has changed is read again.

    Raises OSError where the folder cannot be listed.
    """
    found = FolderFiles({}, {})
    for path in sorted(place.iterdir()) if place.is_dir() else []:
        if path.suffix == ".txt" and not path.name.startswith("."):
            sha256, problem = _now(path)
            if problem:
                found.unread[path.name] = problem
            else:
                found.files.setdefault(sha256, path)
    return found


def list_hashes() -> Set[str]:
    """The SHA-256 of every document in the folder; none where their folder cannot be listed."""
    try:
        return list_files(folder()).files.keys()
    except OSError:
        return frozenset()


def find_passage(sha256: str, anchor: str, prefix: str | None, suffix: str | None) -> Passage | None:
    """The paragraph that holds an anchor; None without the document, or without exactly one place."""
    try:
        path = list_files(folder()).files.get(sha256)
        document = read_document(path, sha256) if path else NOTHING
    except (OSError, UnfitFileError):  # taken away or changed just now
        return None
    found = find_places(document, anchor, prefix, suffix)
    if len(found) != 1:
        return None
    number, start, end = found[0]
    text = document.printed[number - 1]
    return Passage(text[:start], text[start:end], text[end:], number)


def find_places(document: Document, anchor: str, prefix: str | None, suffix: str | None) -> list[Place]:
    """Every place with the anchor in whole words, between prefix and suffix where they are given."""
    pattern = _pattern(anchor, prefix or "", suffix or "")
    if pattern is None:
        return []
    return [
        Place(number, *match.span("anchor"))
        for number, paragraph in enumerate(document.plain, start=1)
        for match in pattern.finditer(paragraph)
    ]


@lru_cache(maxsize=64)
def read_document(path: Path, sha256: str) -> Document:
    """The document of a file that `at_hand` found. OSError or UnfitFileError if it is no longer there."""
    content = read_bytes(path, LARGEST)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise UnfitFileError("has changed since its folder was listed")
    return parse_document(content.decode("utf-8"))


def parse_document(text: str) -> Document:
    """The document of a text."""
    printed = split_paragraphs(text)
    return Document(printed, tuple(line.translate(_SIGNS) for line in printed))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The lines that are not blank, with blanks tidied."""
    lines = map(_tidy, re.split(r"\r\n|\r|\n", text))
    return tuple(line for line in lines if line)


def normalise(text: str) -> str:
    """What two spellings of the same words have in common: blanks, quote marks and dashes in one form."""
    return _tidy(text).translate(_SIGNS)


def _tidy(text: str) -> str:
    """`text` in Unicode's composed form, blanks of every kind as one, nothing unseen in it."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def _pattern(anchor: str, prefix: str, suffix: str) -> re.Pattern[str] | None:
    """What finds the anchor, overlapping places too; None for an anchor without any sign."""
    before, words, after = map(normalise, (prefix, anchor, suffix))
    if not words:
        return None
    head = re.escape(before) + _gap(before, words) if before else ""
    tail = _gap(words, after) + re.escape(after) if after else ""
    start = r"(?<!\w)" if _is_letter((before or words)[0]) else ""
    end = r"(?!\w)" if _is_letter((after or words)[-1]) else ""
    return re.compile(f"(?={start}{head}(?P<anchor>{re.escape(words)}){tail}{end})")


def _gap(left: str, right: str) -> str:
    """One blank between two words; beside a sign, such as a comma or a bracket, it may be missing."""
    return " " if _is_letter(left[-1]) and _is_letter(right[0]) else " ?"


def _is_letter(sign: str) -> bool:
    return re.match(r"\w", sign) is not None


def _now(path: Path) -> tuple[str, str]:
    """The SHA-256 of a file as it is now, or why it is not read."""
    try:
        state = path.stat()
        return _looked_at(_Seen(path, state.st_size, state.st_mtime_ns))
    except OSError as error:
        return "", f"cannot be read: {error.strerror}"


@lru_cache(maxsize=4096)
def _looked_at(seen: _Seen) -> tuple[str, str]:
    try:
        content = read_bytes(seen.path, LARGEST)
        content.decode("utf-8")
    except UnfitFileError as unfit:
        return "", str(unfit)
    except UnicodeDecodeError:
        return "", "is not UTF-8"
    return hashlib.sha256(content).hexdigest(), ""
