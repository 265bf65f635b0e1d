"""What the last check of a draft said, kept beside it: `check-draft` writes it, the page Desk shows it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from data.drafts.review import Review
from data.files.replacement import replace_file
from data.files.row_files import Cells

CHECK = "check.json"


@dataclass(frozen=True, slots=True)
class CheckState:
    review: str
    """Digest of the decisions that were checked: others came since where it is another now."""
    lines: tuple[str, ...]
    """The outcome: what is added, or why nothing can be."""
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    rows: dict[str, list[Cells]] | None = None
    """By table what the drafts add that were checked together; None where the check failed before."""

    is_merged: bool = False

    @property
    def has_passed(self) -> bool:
        return self.rows is not None and not self.faults


def digest_review(review: Review) -> str:
    """A digest of what was decided on a draft."""
    decided = sorted((name, repr(decision)) for name, decision in review.decisions.items())
    metadata = [sorted(map(str, each.items())) for each in (review.draft.source, review.draft.event)]
    return hashlib.sha256(repr((decided, metadata)).encode()).hexdigest()


def write_check(folder: Path, name: str, state: CheckState) -> None:
    """Keep what a check said of a draft."""
    replace_file(folder / name / CHECK, json.dumps(asdict(state), ensure_ascii=False, indent=1).encode())


def read_check(folder: Path, name: str) -> CheckState | None:
    """What the last check said; None where there was none, or its file is damaged."""
    try:
        told = json.loads((folder / name / CHECK).read_text(encoding="utf-8"))
        parts = {key: tuple(told[key]) for key in ("lines", "faults", "warnings")}
        return CheckState(told["review"], rows=told["rows"], is_merged=told["is_merged"], **parts)
    except (OSError, ValueError, KeyError, TypeError):
        return None
