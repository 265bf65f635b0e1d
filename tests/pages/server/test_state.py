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
