from etl.draft.desk.digests import digest_lines, digest_record, digest_text, fill_digests
from tests.etl.folder import Folder


def test_a_record_has_another_digest_once_a_file_changes(folder: Folder) -> None:
    before = digest_record(folder.path)
    assert digest_record(folder.path) == before
    folder.add("themes.csv", "new,New,A new theme.")
    assert digest_record(folder.path) != before
    (folder.path / "note.txt").write_text("no file of the record", encoding="utf-8")
    changed = digest_record(folder.path)
    (folder.path / "expectations.toml").write_text("", encoding="utf-8")
    assert digest_record(folder.path) != changed


def test_a_text_has_its_own() -> None:
    assert digest_text("a") != digest_text("b")
    assert digest_lines(["a", "b"]) == digest_lines(iter(["a", "b"]))


def test_a_digest_is_filled_in_and_every_other_byte_stays() -> None:
    content = '\ufeffid,sha256,note\r\na,,"one\ntwo"\r\nb,,one\u2028two\r\nc,,\x85\r\n'
    filled = fill_digests(content.encode(), {"b": "f00d"}).decode()
    assert filled == content.replace("b,,one\u2028two\r\n", "b,f00d,one\u2028two\n")
