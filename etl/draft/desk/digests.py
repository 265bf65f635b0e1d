"""Digests by which the desk tells whether a text or the record is as it was."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def digest_record(curated: Path) -> str:
    """One digest of all files of a folder, by name and bytes."""
    return digest_lines(
        f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in list_files(curated)
    )


def list_files(curated: Path) -> list[Path]:
    return sorted(path for path in curated.iterdir() if path.suffix in (".csv", ".toml"))


def digest_lines(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
