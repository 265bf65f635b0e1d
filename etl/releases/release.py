"""A release: checked against those before it, and written as files that never change again."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from data import releases
from etl import pipeline
from etl.releases import changelog
from etl.releases.comparison import OF_CLAIMS, Change, list_changes
from etl.releases.state import State, prepared_state, read_state
from etl.reporting.errors import BadData, Fault, MachineError
from etl.reporting.progress import Progress
from etl.verify.expectations import FILE, Expectations


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """What was written; `is_new` is False where the same release was there already."""

    release: str
    since: str | None
    claims: int
    changes_of_claims: int
    changes_of_rows: int
    paths: list[Path] = field(default_factory=list)
    is_new: bool = True


def write_release(data: Path, folder: Path, since: str | None, progress: Progress) -> ReleaseFiles:
    """Write the files of the release that `expectations.toml` names.

    It is compared with `since`: a release, a folder of CSV files or a store; else with the release before it,
    if there is one. BadData where the data are refused, the number is not the next, or it is taken.
    """
    with pipeline.prepare(data, progress) as prepared:
        number, day = _check_number(prepared.expected, folder)
        now = prepared_state(prepared)
    before = _before(number, since, folder)
    found = [] if before is None else list_changes(before, now)
    files = _files(number, changelog.format_changelog(number, day, now, before, found), now, found)
    paths = [folder / name for name in files]
    is_new = not (folder / f"{number}.md").exists()
    if is_new:
        _write(folder, files)
    elif differing := [path for path in paths if not path.is_file() or path.read_bytes() != files[path.name]]:
        problem = f"was written already with other content ({differing[0].name}): raise the number"
        raise BadData([Fault(FILE, None, "release", number, problem)])
    of_claims = sum(change.what in OF_CLAIMS for change in found)
    name = before.name if before else None
    return ReleaseFiles(number, name, len(now.claims), of_claims, len(found) - of_claims, paths, is_new)


def _check_number(expected: Expectations, folder: Path) -> tuple[str, date]:
    """The number and the day of the release; BadData where one is missing or the number is not the last."""
    number, day = expected.release, expected.released_on
    faults = []
    if not releases.NUMBER.fullmatch(number):
        faults.append(Fault(FILE, None, "release", number, "is no number such as 2026.11.1"))
    elif after := releases.list_later_releases(number, folder):
        faults.append(
            Fault(FILE, None, "release", number, f"is not later than {after[-1]}, which is written")
        )
    if day is None:
        faults.append(
            Fault(FILE, None, "released_on", None, "is missing: a release has a day, as 2026-11-26")
        )
    elif day > date.today():  # noqa: DTZ011 - the curator's own day
        faults.append(Fault(FILE, None, "released_on", day.isoformat(), "is later than today"))
    if faults or day is None:
        raise BadData(faults)
    return number, day


def _before(number: str, since: str | None, folder: Path) -> State | None:
    earlier = [
        name
        for name in releases.list_releases(folder)
        if releases.parse_number(name) < releases.parse_number(number)
    ]
    given = since or (earlier[-1] if earlier else None)
    return read_state(given, folder) if given else None


def _files(number: str, page: str, now: State, found: list[Change]) -> dict[str, bytes]:
    """The contents by name; that for people comes last, because it says that the release is written."""
    claims = sorted(now.claims.values(), key=lambda claim: tuple(claim.values())[1:])
    rows = [
        {"table": table, "key": key, "digest": digest}
        for table, own in sorted(now.rows.items())
        for key, digest in sorted(own.items())
    ]
    held = {
        f"{number}.claims.csv": _csv(releases.CLAIMS, claims),
        f"{number}.rows.csv": _csv(releases.ROWS, rows),
    }
    if found:
        held[f"{number}.changes.csv"] = _csv(releases.CHANGES, [_row(change) for change in found])
    return held | {f"{number}.md": page.encode()}


def _row(change: Change) -> dict[str, Any]:
    kept = {name: change.claim.get(name, "") for name in ("source_id", "rank", "rule", "reason")}
    return kept | {
        "table": change.table,
        "key": change.key,
        "column": change.column,
        "change": str(change.what),
        "old": change.old,
        "new": change.new,
    }


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise MachineError(f"{folder}: {error.strerror or error}") from error
