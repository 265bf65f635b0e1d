"""Where the desk keeps its files: beside the curated data, never in what readers are served."""

import os
from dataclasses import dataclass
from pathlib import Path

from data import documents, store
from data.store import ROOT

SETTING = "CHEGARA_DESK"
CURATED_SETTING = "CHEGARA_CURATED"


@dataclass(frozen=True, slots=True)
class Desk:
    """The folders that a run of the desk works on."""

    folder: Path
    """Drafts; not in git."""
    curated: Path
    decisions: Path
    """The file of all decisions; append-only, in git."""
    documents: Path
    """Where the texts of merged documents are put, to prove anchors with."""

    @property
    def drafts(self) -> Path:
        return self.folder / "drafts"

    @property
    def journal(self) -> Path:
        return self.folder / "merge-journal"


def is_open() -> bool:
    """Whether the dashboard has the page Desk."""
    return bool(os.environ.get(SETTING))


def open_page() -> Desk:
    """The desk of the page, on the curated files of the setting `CHEGARA_CURATED`, else data/curated."""
    return open_desk(Path(os.environ.get(CURATED_SETTING) or store.CURATED))


def open_desk(curated: Path = store.CURATED) -> Desk:
    """The desk of this machine: setting `CHEGARA_DESK`, else data/desk."""
    folder = Path(os.environ.get(SETTING) or ROOT / "data" / "desk")
    return Desk(folder, curated, curated.parent / "desk-decisions.csv", documents.folder())
