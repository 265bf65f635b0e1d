import os
from pathlib import Path

import pytest

from data.files.plain_files import UnfitFileError, read_bytes, shorten_path


def test_bytes_are_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_000)
    assert read_bytes(path, 1_000_000) == b"x" * 1_000_000
    path.write_bytes(b"x" * 1_000_001)
    with pytest.raises(UnfitFileError, match="is larger than 1 MB"):
        read_bytes(path, 1_000_000)


def test_a_link_inside_the_folder_is_followed_and_one_outside_is_not(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_bytes(b"a")
    (inside / "b.txt").symlink_to(inside / "a.txt")
    (tmp_path / "c.txt").write_bytes(b"c")
    (inside / "c.txt").symlink_to(tmp_path / "c.txt")
    assert read_bytes(inside / "b.txt", 1) == b"a"
    with pytest.raises(UnfitFileError, match="is a link that leads out of its folder"):
        read_bytes(inside / "c.txt", 1)


def test_folders_and_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnfitFileError, match="is not a plain file"):
        read_bytes(tmp_path / "pipe", 1)
    with pytest.raises(UnfitFileError, match="is a folder, not a file"):
        read_bytes(tmp_path, 1)


def test_a_file_that_holds_more_than_it_says_is_not_read_to_its_end() -> None:
    """As one that grows after it was measured: the files of the kernel say 0 bytes."""
    with pytest.raises(UnfitFileError, match="is larger than 0 MB"):
        read_bytes(Path("/proc/self/status"), 10)


def test_a_path_is_shown_from_here_only_where_it_lies_here(tmp_path: Path) -> None:
    assert shorten_path(Path.cwd() / "data" / "curated") == Path("data/curated")
    assert shorten_path(tmp_path) == tmp_path
