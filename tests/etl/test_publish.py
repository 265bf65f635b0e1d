import os
from pathlib import Path

import pytest

from data import store
from etl import publish
from etl.errors import MachineError


def _published(builds: Path, identity: str) -> Path:
    draft = publish.draft(builds, identity)
    draft.write_text(identity)
    return publish.publish(builds, draft, identity)


def test_a_published_build_is_the_current_one(tmp_path: Path) -> None:
    path = _published(tmp_path, "a")
    assert path.name == "store-a.sqlite"
    assert store.current(tmp_path) == path
    assert sorted(p.name for p in tmp_path.iterdir()) == ["current", "store-a.sqlite"]


def test_the_last_three_builds_are_kept(tmp_path: Path) -> None:
    for number, identity in enumerate("abcd"):
        path = _published(tmp_path, identity)
        os.utime(path, (number, number))
    _published(tmp_path, "e")
    assert sorted(path.name for path in store.finished(tmp_path)) == [
        "store-c.sqlite",
        "store-d.sqlite",
        "store-e.sqlite",
    ]


def test_an_older_build_can_be_served_again(tmp_path: Path) -> None:
    first = _published(tmp_path, "a")
    _published(tmp_path, "b")
    publish.point_to(tmp_path, first)
    assert store.current(tmp_path) == first
    assert store.finished(tmp_path)[0] == first


def test_leftovers_are_swept_and_builds_are_not(tmp_path: Path) -> None:
    kept = _published(tmp_path, "a")
    for name in ("store-b.sqlite.building", "store-b.sqlite.building-journal", "current.building"):
        (tmp_path / name).touch()
    publish.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", kept.name]


def test_a_second_load_is_turned_away_and_a_later_one_is_not(tmp_path: Path) -> None:
    builds = tmp_path / "new" / "builds"
    with (
        publish.only_load(builds),
        pytest.raises(MachineError, match="another load is running"),
        publish.only_load(builds),
    ):
        pass
    with publish.only_load(builds):
        assert builds.is_dir()
