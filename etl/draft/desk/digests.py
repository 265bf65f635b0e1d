"""Digests by which the desk tells whether a text or the record is as it was."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from etl.publish.identity import hash_files


def digest_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def digest_record(curated: Path) -> str:
    """One digest of all files that a build reads from a folder, by name and bytes."""
    return digest_lines(f"{name} {sha256}" for name, sha256 in sorted(hash_files(curated).items()))


def digest_lines(lines: Iterable[str]) -> str:
    return digest_text("\n".join(lines))
