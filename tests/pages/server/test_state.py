"""What is served now, without a server."""

from pathlib import Path

import pytest

from data import store
from pages.server import state


def test_a_good_build_is_named_with_its_release(
    builds: Path, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(builds))
    assert state.current_state() == {"status": "ok", "build": store.build_id(store_path), "release": "test.1"}


def test_without_a_build_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHEGARA_STORE", str(tmp_path))
    assert state.current_state() == {"status": "unavailable"}


def test_why_no_build_is_served_is_one_line_of_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    said: list[str] = []
    monkeypatch.setattr(state.LOG, "warning", lambda form, why: said.append(form % why))
    state.tell.cache_clear()
    away = "postgresql://u:secret@127.0.0.1:1/x"
    for place in (away, away, str(tmp_path), str(builds), str(tmp_path)):
        monkeypatch.setenv("CHEGARA_STORE", place)
        state.current_state()
    assert [line.split(":")[0] for line in said] == ["The newest build is not served"] * 3
    assert "Connection refused" in said[0]
    assert said[1] == said[2] == "The newest build is not served: there is none yet"
    assert "secret" not in str(said)
