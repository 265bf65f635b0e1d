"""Digests by which the desk tells whether a text or the record is as it was."""

import csv
import hashlib
import io
from collections.abc import Iterable
from pathlib import Path

from data.files.row_files import format_rows
from etl.publish.identity import hash_files


def digest_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def digest_record(curated: Path) -> str:
    """One digest of all files that a build reads from a folder, by name and bytes."""
    return digest_lines(f"{name} {sha256}" for name, sha256 in sorted(hash_files(curated).items()))


def digest_lines(lines: Iterable[str]) -> str:
    return digest_text("\n".join(lines))


def fill_digests(content: bytes, digests: dict[str, str]) -> bytes:
    """The file of sources with the digests of documents filled in by id; all other lines stay as they are."""
    lines = io.StringIO(content.decode(), newline="").readlines()
    reader = csv.reader(lines)
    head = next(reader)
    names = [name.removeprefix("\ufeff") for name in head]
    parts, done = lines[: reader.line_num], reader.line_num
    for cells in reader:
        row = dict(zip(names, cells, strict=False))
        if sha256 := digests.get(row.get("id", "")):
            parts.append(format_rows(names, [row | {"sha256": sha256}]))
        else:
            parts += lines[done : reader.line_num]
        done = reader.line_num
    return "".join(parts).encode()
