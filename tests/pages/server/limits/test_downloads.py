"""Files of downloads: there for who is about to fetch them, within a bound, and then gone."""

from collections.abc import Iterator

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from pages.server.limits import downloads

RUNS = 5


@pytest.fixture
def manager() -> Iterator[MediaFileManager]:
    downloads._SINCE.clear()
    downloads.install()
    yield MediaFileManager(MemoryMediaFileStorage("/media"))
    setattr(MediaFileManager, "_delete_file", downloads._remove)  # noqa: B010


def _ask(manager: MediaFileManager, content: bytes) -> str:
    """The id of the file of a deferred download."""
    waiting = manager.add_deferred(lambda: content, "text/csv", "1.2", "events.csv")
    return manager.execute_deferred(waiting).rsplit("/", 1)[1].partition(".")[0]


def _let_others_read(manager: MediaFileManager) -> None:
    for _ in range(RUNS):
        manager.remove_orphaned_files()


def test_it_is_there_whatever_others_read(manager: MediaFileManager) -> None:
    asked = _ask(manager, b"id,title\n")
    _let_others_read(manager)
    file = manager.read_file(asked)
    assert file is not None
    assert file.content == b"id,title\n"


def test_it_goes_when_its_time_is_over(manager: MediaFileManager, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _ask(manager, b"id,title\n")
    monkeypatch.setattr(downloads, "SECONDS", 0)
    _let_others_read(manager)
    assert manager.read_file(asked) is None
    assert list(downloads._SINCE) == []


def test_many_bytes_do_not_stay(manager: MediaFileManager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_BYTES", 10)
    small, large = _ask(manager, b"123456"), _ask(manager, b"1234567")
    _let_others_read(manager)
    assert [manager.read_file(each) is not None for each in (small, large)] in ([True, False], [False, True])
