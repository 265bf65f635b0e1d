"""What a browser says was picked may be of a table that has changed, or of none."""

import pytest

from pages.views.shell import selection


def test_a_row_that_is_not_there_picks_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection.LOG, "propagate", True)
    done: list[str] = []

    @selection.ignore_misfits
    def act(rows: list[int]) -> None:
        done.append(["a", "b"][rows[0]])

    act([1])
    act([2])
    assert done == ["b"]
    assert "A selection did not fit: IndexError" in caplog.text
