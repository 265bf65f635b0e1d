from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages.views.session.uploads import ALL_BYTES, ALL_FILES, SESSION_BYTES, SESSION_FILES, UploadLimiter


def kept(manager: MemoryUploadedFileManager) -> dict[str, list[str]]:
    return {session: list(files) for session, files in manager.file_storage.items() if files}


def add(manager: MemoryUploadedFileManager, session: str, key: str, size: int = 0) -> None:
    manager.add_file(session, UploadedFileRec(key, "a.csv", "text/csv", bytes(size)))


def test_the_oldest_files_of_a_session_go_first() -> None:
    manager = MemoryUploadedFileManager("/upload")
    keeper = UploadLimiter(manager)
    add(manager, "other", "o", 1_000)
    for number in range(4):
        add(manager, "mine", str(number), SESSION_BYTES // 3)
    assert kept(manager) == {"other": ["o"], "mine": ["2", "3"]}
    assert (keeper.count_let_go("mine"), keeper.count_let_go("other")) == (2, 0)
    for number in range(SESSION_FILES + 2):
        add(manager, "mine", f"small{number}")
    assert kept(manager)["mine"] == [f"small{number}" for number in range(2, SESSION_FILES + 2)]


def test_all_sessions_together_are_bounded_in_bytes_and_number() -> None:
    manager = MemoryUploadedFileManager("/upload")
    keeper = UploadLimiter(manager)
    for number in range(5):
        add(manager, f"s{number}", "x", ALL_BYTES // 4)
    assert kept(manager) == {f"s{number}": ["x"] for number in range(2, 5)}
    assert keeper.count_let_go("s0") == 1
    for number in range(ALL_FILES + 10):
        add(manager, f"t{number}", "x")
    assert len(kept(manager)) == ALL_FILES
    assert "s4" not in kept(manager)


def test_a_file_that_is_taken_back_or_replaced_counts_no_more() -> None:
    manager = MemoryUploadedFileManager("/upload")
    keeper = UploadLimiter(manager)
    for number in range(20):
        add(manager, "a", "same", SESSION_BYTES // 2)
        add(manager, "a", f"k{number}", SESSION_BYTES // 3)
        manager.remove_file("a", f"k{number}")
        add(manager, f"b{number}", "x", SESSION_BYTES // 2)
        manager.remove_session_files(f"b{number}")
    assert kept(manager) == {"a": ["same"]}
    assert keeper.count_let_go("a") == 0
