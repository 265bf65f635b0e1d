from etl.draft.desk.digests import digest_lines, digest_record, digest_text, list_files
from tests.etl.folder import Folder


def test_a_record_has_another_digest_once_a_file_changes(folder: Folder) -> None:
    before = digest_record(folder.path)
    assert digest_record(folder.path) == before
    folder.add("themes.csv", "new,New,A new theme.")
    assert digest_record(folder.path) != before
    assert "expectations.toml" in {path.name for path in list_files(folder.path)}


def test_a_text_has_its_own() -> None:
    assert digest_text("a") != digest_text("b")
    assert digest_lines(["a", "b"]) == digest_lines(iter(["a", "b"]))
