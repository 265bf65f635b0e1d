import json
from pathlib import Path

import pytest

from data.drafts.cut_merges import LIST, explain_cut_merge, find_cut_merge


@pytest.mark.parametrize(
    ("content", "is_cut"),
    [
        (None, False),
        ('{"events.csv": {"path": "CURATED/events.csv", "sha256": ""}}', True),
        ('{"events.csv": {"path": "/elsewhere/events.csv", "sha256": ""}}', False),
        ("{}", False),
        ("[", True),
        ("[1]", True),
    ],
)
def test_a_journal_counts_for_the_folder_that_it_names(
    content: str | None, is_cut: bool, tmp_path: Path
) -> None:
    journal, curated = tmp_path / "merge-journal", tmp_path / "curated"
    journal.mkdir()
    if content is not None:
        own = json.dumps(str(curated))[1:-1]
        (journal / LIST).write_text(content.replace("CURATED", own), encoding="utf-8")
    assert find_cut_merge(journal, curated) is is_cut


def test_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    assert not find_cut_merge(tmp_path / "none", tmp_path)
    assert explain_cut_merge(tmp_path).endswith(
        "a merge was cut short; merge-draft takes it back, then go on"
    )
