import hashlib
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from data import store
from data.schema.models import SCHEMA_VERSION
from etl.publish import publication
from etl.reporting.errors import MachineError


def _published(builds: Path, identity: str, version: int = SCHEMA_VERSION) -> Path:
    draft = publication.draft_path(builds, identity)
    with closing(sqlite3.connect(draft)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("CREATE TABLE build (id TEXT)")
        connection.execute("INSERT INTO build VALUES (?)", (identity,))
        connection.commit()
    return publication.publish_draft(builds, draft, identity)


def _kept(builds: Path) -> list[str]:
    """The ids of the builds on disk, in order."""
    return sorted(map(store.build_id, store.list_finished(builds)))


def test_a_published_build_is_the_current_one(tmp_path: Path) -> None:
    path = _published(tmp_path, "a")
    assert path.name == "store-a.sqlite"
    assert store.current_build(tmp_path) == path
    assert sorted(p.name for p in tmp_path.iterdir()) == ["current", "store-a.sqlite"]


def test_the_pointer_lists_the_builds_with_their_digests(tmp_path: Path) -> None:
    paths = [_published(tmp_path, identity) for identity in "ab"]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert (tmp_path / "current").read_text().splitlines() == [
        f"store-b.sqlite {digests[1]}",
        f"store-a.sqlite {digests[0]}",
    ]


def test_nothing_is_pointed_to_before_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _published(tmp_path, "a")
    done: list[tuple[str, str]] = []
    opened: dict[int, str] = {}
    real = os.open, os.fsync, os.replace, Path.unlink

    def open_(path: Path, flags: int) -> int:
        handle = real[0](path, flags)
        opened[handle] = Path(path).name
        return handle

    def fsync(handle: int) -> None:
        done.append(("sync", opened[handle]))
        real[1](handle)

    def replace(old: Path, new: Path) -> None:
        done.append(("rename to", Path(new).name))
        real[2](old, new)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    _published(tmp_path, "b")
    assert done == [
        ("sync", "store-b.sqlite.building"),
        ("rename to", "store-b.sqlite"),
        ("sync", tmp_path.name),
        ("sync", "current.building"),
        ("rename to", "current"),
        ("sync", tmp_path.name),
    ]


def test_the_last_three_builds_are_kept_whatever_the_clock_says(tmp_path: Path) -> None:
    for number, identity in enumerate("abcd"):
        os.utime(_published(tmp_path, identity), (-number, -number))
    _published(tmp_path, "e")
    assert _kept(tmp_path) == ["c", "d", "e"]
    assert [store.build_id(build.path) for build in store.list_pointed(tmp_path)] == ["e", "d", "c"]


def test_a_damaged_build_does_not_count_as_one_of_the_three(tmp_path: Path) -> None:
    damaged = [_published(tmp_path, identity) for identity in "abc"][-1]
    damaged.write_bytes(damaged.read_bytes()[:5000])
    _published(tmp_path, "d")
    assert _kept(tmp_path) == ["a", "b", "d"]


def test_builds_of_an_older_layout_are_kept_for_the_older_program(tmp_path: Path) -> None:
    _published(tmp_path, "a", SCHEMA_VERSION - 1)
    _published(tmp_path, "b")
    assert _kept(tmp_path) == ["a", "b"]


def test_a_build_that_cannot_be_removed_is_removed_by_the_next_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    for identity in "abc":
        _published(tmp_path, identity)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        _published(tmp_path, "d")
        assert _kept(tmp_path) == ["a", "b", "c", "d"]
    _published(tmp_path, "e")
    assert _kept(tmp_path) == ["c", "d", "e"]


def test_an_older_build_can_be_served_again(tmp_path: Path) -> None:
    first = _published(tmp_path, "a")
    _published(tmp_path, "b")
    publication.point_to(tmp_path, first)
    assert store.current_build(tmp_path) == first
    assert store.list_finished(tmp_path)[0] == first


def test_leftovers_are_swept_and_builds_are_not(tmp_path: Path) -> None:
    kept = _published(tmp_path, "a")
    for name in ("store-b.sqlite.building", "store-b.sqlite.building-journal", "current.building"):
        (tmp_path / name).touch()
    publication.remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", kept.name]


def test_a_second_load_is_turned_away_and_a_later_one_is_not(tmp_path: Path) -> None:
    builds = tmp_path / "new" / "builds"
    with (
        publication.lock_builds(builds),
        pytest.raises(MachineError, match="another load is running"),
        publication.lock_builds(builds),
    ):
        pass
    with publication.lock_builds(builds):
        assert builds.is_dir()


def test_where_no_folder_can_be_opened_or_locked_builds_are_published_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    real = os.open

    def open_(path: Path, flags: int) -> int:
        opened.append(path)
        return real(path, flags)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "open", open_)
    with publication.lock_builds(tmp_path), publication.lock_builds(tmp_path):
        path = _published(tmp_path, "a")
    assert store.current_build(tmp_path) == path
    assert tmp_path not in opened
