"""Zip files: members in memory under caps. No path of an archive is ever used on the disk."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from data.earlier import csv_file
from data.earlier.sheet import Earlier, UnreadableError

MOST_MEMBERS = 500
UNPACKED = 50_000_000
"""Bytes that all members together may unpack to."""
DESCRIPTION = "datapackage.json"
RECEIPT = "metadata.json"


def members(file: str, content: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted members by name; UnreadableError where the archive is damaged, locked or too large."""
    found: dict[str, bytes] = {}
    left = UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise UnreadableError(file, f"holds more than {MOST_MEMBERS} files")
            for info in infos:
                if not info.is_dir() and is_wanted(info.filename):
                    found[info.filename] = _unpacked(file, archive, info, left)
                    left -= len(found[info.filename])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError(file, "is damaged: it cannot be unpacked") from error
    return found


def _unpacked(file: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    if info.flag_bits & 1:
        raise UnreadableError(file, "is locked with a password")
    with archive.open(info) as member:
        content = member.read(left + 1)
    if len(content) > left:
        raise UnreadableError(file, f"unpacks to more than {UNPACKED // 1_000_000} MB")
    return content


def read(file: str, content: bytes) -> Earlier:
    """Every CSV that the package describes, or holds where it describes nothing, with its receipt."""
    found = members(file, content, lambda name: name.endswith((".csv", ".json")))
    described = _json(file, DESCRIPTION, found.get(DESCRIPTION))
    titles = _titles(described) or {
        name: PurePosixPath(name).stem for name in sorted(found) if name.endswith(".csv")
    }
    if not titles:
        raise UnreadableError(file, "holds no CSV file")
    for name in titles:
        if name not in found:
            raise UnreadableError(
                file, f"{DESCRIPTION} names a file that the package does not hold", value=name
            )
    sheets = tuple(csv_file.read(f"{file}/{name}", title, found[name]) for name, title in titles.items())
    return Earlier(sheets, _receipt(file, described, found))


def _titles(described: dict[str, Any]) -> dict[str, str]:
    """The name of each CSV that `datapackage.json` lists, by its path in the archive."""
    resources = described.get("resources")
    listed = [each for each in resources if isinstance(each, dict)] if isinstance(resources, list) else []
    return {
        str(each["path"]): str(each.get("name") or PurePosixPath(str(each["path"])).stem)
        for each in listed
        if str(each.get("path", "")).endswith(".csv")
    }


def _receipt(file: str, described: dict[str, Any], found: dict[str, bytes]) -> dict[str, Any]:
    if isinstance(own := described.get("receipt"), dict):
        return own
    receipts = [name for name in sorted(found) if name.endswith((RECEIPT, "receipt.json"))]
    return _json(file, receipts[0], found[receipts[0]]) if len(receipts) == 1 else {}


def _json(file: str, name: str, content: bytes | None) -> dict[str, Any]:
    return {} if content is None else receipt(f"{file}/{name}", content)


def receipt(file: str, content: bytes) -> dict[str, Any]:
    """A JSON object, such as the receipt that lies beside a CSV file."""
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableError(file, "is no JSON text in UTF-8") from None
    if not isinstance(found, dict):
        raise UnreadableError(file, "is no JSON object")
    return found
