import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import documents, store
from data.documents import (
    Passage,
    Place,
    find_passage,
    find_places,
    normalise,
    parse_document,
    split_paragraphs,
)
from data.files.plain_files import UnfitFileError

TEXT = "First line.\n\n \u00a0\nThe “round\u00a0table” met\tin Alfaville.\r\nIt met in Betaburg, too."


def _found(text: str, anchor: str, prefix: str | None = None, suffix: str | None = None) -> list[Place]:
    return find_places(parse_document(text), anchor, prefix, suffix)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of documents that the setting names."""
    place = tmp_path / "documents"
    place.mkdir()
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(place))
    return place


def _put(path: Path, content: str | bytes) -> str:
    data = content.encode() if isinstance(content, str) else content
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    assert split_paragraphs(TEXT) == (
        "First line.",
        "The “round table” met in Alfaville.",
        "It met in Betaburg, too.",
    )
    assert split_paragraphs("a\u2028b\x0cc\u0085d") == ("a b c d",)
    assert split_paragraphs(" \n\ufeff\n") == ()


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        (" a\u00a0\u202f b\t\n c ", "a b c"),
        ("“a” „b“ «c» ″d″", '"a" "b" "c" "d"'),
        ("UNODC’s ‘a’ oʻzbek `b´", "UNODC's 'a' o'zbek 'b'"),
        ("2015–2021 — a\u2011b", "2015-2021 - a-b"),
        ("co\u00adoper\u200bation", "cooperation"),
        ("и\u0306", "й"),
        ("a\u00ad\u0301", "á"),
        ("Straße", "Straße"),
    ],
)
def test_spellings_of_the_same_words_are_alike(printed: str, plain: str) -> None:
    assert normalise(printed) == plain


@given(st.text())
def test_normalising_twice_changes_nothing_and_printed_and_plain_are_equally_long(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    document = parse_document(text)
    assert [*map(len, document.printed)] == [*map(len, document.plain)]


@pytest.mark.parametrize(
    ("anchor", "prefix", "suffix", "found"),
    [
        ("First line", None, None, [Place(1, 0, 10)]),
        ('The "round table"', None, None, [Place(2, 0, 17)]),
        ("too.", None, None, [Place(3, 20, 24)]),
        ("met in", None, None, [Place(2, 18, 24), Place(3, 3, 9)]),
        ("met in", "It", None, [Place(3, 3, 9)]),
        ("met in", "round table”", None, [Place(2, 18, 24)]),
        ("met in", None, "Betaburg", [Place(3, 3, 9)]),
        ("Betaburg", "in", ", too.", [Place(3, 10, 18)]),
        ("round table", "“", "”", [Place(2, 5, 16)]),
        ("met in", "First", None, []),
        ("first line", None, None, []),
        ("line. The", None, None, []),
        ("alphabet", None, None, []),
        ("\u00ad", None, None, []),
    ],
)
def test_an_anchor_is_found_where_it_stands(
    anchor: str, prefix: str | None, suffix: str | None, found: list[Place]
) -> None:
    assert _found(TEXT, anchor, prefix, suffix) == found


def test_only_whole_words_are_found() -> None:
    assert _found("Sixteen; six, six-pack, Six.", "Six") == [Place(1, 24, 27)]
    assert _found("them the me theme", "me", "the") == [Place(1, 9, 11)]
    assert _found("Граница, пограничник, граница.", "граница") == [Place(1, 22, 29)]


def test_overlapping_places_are_all_found() -> None:
    assert _found("the the the", "the the") == [Place(1, 0, 7), Place(1, 4, 11)]


def test_signs_of_patterns_are_plain_text() -> None:
    assert _found("a.c abc (2) [x]*", "a.c") == [Place(1, 0, 3)]
    assert _found("Kazakh-Kyrgyz (2), Uzbek-Tajik (6)", "(6)", "Uzbek–Tajik") == [Place(1, 31, 34)]


@given(st.lists(st.text("abcяй “’.,", min_size=1), min_size=1, max_size=5), st.data())
def test_any_run_of_whole_words_is_found_in_its_paragraph(lines: list[str], data: st.DataObject) -> None:
    document = parse_document("\n".join(lines))
    numbered = [*enumerate(document.printed, start=1)]
    if numbered:
        number, line = data.draw(st.sampled_from(numbered))
        words = line.split()
        start = data.draw(st.integers(0, len(words) - 1))
        anchor = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
        at = len(" ".join([*words[:start], ""]))
        assert Place(number, at, at + len(anchor)) in find_places(document, anchor, None, None)


def test_a_passage_is_the_paragraph_as_printed(shelf: Path) -> None:
    sha256 = _put(shelf / "a.txt", TEXT)
    assert find_passage(sha256, 'The "round table"', None, "met") == Passage(
        "", "The “round table”", " met in Alfaville.", 2
    )
    assert find_passage(sha256, "met in", None, None) is None
    assert find_passage(sha256, "met at", None, None) is None
    assert find_passage("0" * 64, "First line", None, None) is None


def test_a_document_that_changes_or_goes_is_not_taken_for_the_old_one(shelf: Path) -> None:
    path = shelf / "a.txt"
    old = _put(path, "It met in Betaburg.")
    assert find_passage(old, "Betaburg", None, None) is not None
    new = _put(path, "It met in Gammaton.")
    os.utime(path, ns=(1, 1))
    assert find_passage(old, "Betaburg", None, None) is None
    assert find_passage(new, "Gammaton", None, None) == Passage("It met in ", "Gammaton", ".", 1)
    path.unlink()
    assert find_passage(new, "Gammaton", None, None) is None


def test_a_document_is_read_once_while_it_stays_the_same(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = _put(shelf / "a.txt", "It met in Betaburg once.")
    first = find_passage(sha256, "Betaburg", None, None)
    monkeypatch.delattr(documents, "read_bytes")
    assert first is not None
    assert find_passage(sha256, "Betaburg", None, None) == first


def test_what_is_no_bounded_utf8_text_in_the_folder_is_said(shelf: Path, tmp_path: Path) -> None:
    good = _put(shelf / "a.txt", "\ufeffGood.")
    _put(shelf / "b.txt", "Плохо".encode("cp1251"))
    _put(shelf / "c.txt", b"x" * 5_000_001)
    os.mkfifo(shelf / "d.txt")
    _put(tmp_path / "e.txt", "Outside.")
    (shelf / "e.txt").symlink_to(tmp_path / "e.txt")
    (shelf / "f.txt").symlink_to(shelf / "nowhere.txt")
    _put(shelf / "same.txt", "\ufeffGood.")
    _put(shelf / "notes.md", "Not a document.")
    _put(shelf / ".hidden.txt", "Not a document.")
    found = documents.list_files(shelf)
    assert found.files == {good: shelf / "a.txt"}
    assert found.unread == {
        "b.txt": "is not UTF-8",
        "c.txt": "is larger than 5 MB",
        "d.txt": "is not a plain file",
        "e.txt": "is a link that leads out of its folder",
        "f.txt": "cannot be read: No such file or directory",
    }
    assert find_passage(good, "Good.", None, None) == Passage("", "Good.", "", 1)


def test_no_folder_holds_no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_DOCUMENTS", str(tmp_path / "none"))
    assert documents.list_files(documents.folder()) == documents.FolderFiles({}, {})
    assert find_passage("0" * 64, "a", None, None) is None
    monkeypatch.delenv("CHEGARA_DOCUMENTS")
    assert documents.folder() == store.ROOT / "data" / "documents"


def test_the_hashes_are_those_of_the_documents_at_hand_now(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(documents.list_hashes()) == set()
    sha256 = _put(shelf / "one.txt", TEXT)
    assert set(documents.list_hashes()) == {sha256}
    (shelf / "one.txt").unlink()
    assert set(documents.list_hashes()) == set()

    def refused(place: Path) -> documents.FolderFiles:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(documents, "list_files", refused)
    assert set(documents.list_hashes()) == set()


def test_a_document_that_goes_or_changes_while_it_is_looked_up_is_not_at_hand(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = _put(shelf / "a.txt", "It met in Deltaburg.")
    listed = documents.list_files(shelf)
    monkeypatch.setattr(documents, "list_files", lambda _: listed)
    _put(shelf / "a.txt", "It met elsewhere.")
    assert find_passage(sha256, "Deltaburg", None, None) is None
    with pytest.raises(UnfitFileError, match="has changed since its folder was listed"):
        documents.read_document(shelf / "a.txt", sha256)
    (shelf / "a.txt").unlink()
    assert find_passage(sha256, "Deltaburg", None, None) is None
