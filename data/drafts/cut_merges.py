"""Whether a merge into a folder of curated files was cut short: then it may hold half of a draft."""

import json
from pathlib import Path

LIST = "journal.json"
"""In the journal of a merge: the files that it replaces."""


def find_cut_merge(journal: Path, curated: Path) -> bool:
    """Whether there is a journal of a merge into this folder that had begun to replace files."""
    try:
        files = json.loads((journal / LIST).read_text(encoding="utf-8"))
        folders = {Path(file["path"]).parent for file in files.values()}
    except FileNotFoundError:
        return False  # nothing was replaced yet
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return True
    return curated.resolve() in folders


def explain_cut_merge(journal: Path) -> str:
    """The sentence: what happened, and what to do."""
    return f"{journal}: a merge was cut short; merge-draft takes it back, then go on"
