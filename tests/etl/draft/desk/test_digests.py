from etl.draft.desk.digests import digest_of, files_of, record_digest, text_digest
from tests.etl.folder import Folder


def test_a_record_has_another_digest_once_a_file_changes(folder: Folder) -> None:
    before = record_digest(folder.path)
    assert record_digest(folder.path) == before
    folder.add("themes.csv", "new,New,A new theme.")
    assert record_digest(folder.path) != before
    assert "expectations.toml" in {path.name for path in files_of(folder.path)}


def test_a_text_has_its_own() -> None:
    assert text_digest("a") != text_digest("b")
    assert digest_of(["a", "b"]) == digest_of(iter(["a", "b"]))
