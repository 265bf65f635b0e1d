import signal
import sys

import pytest

from data.uploads.child_process import FIXED, KEPT, Ending, explain_ending, python_command, start_child


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        (-signal.SIGXCPU, Ending.LATE),
        (-signal.SIGKILL, Ending.TOO_LARGE),
        (-signal.SIGABRT, Ending.TOO_LARGE),
        (-signal.SIGSEGV, Ending.BROKEN),
        (1, Ending.BROKEN),
        (None, Ending.BROKEN),
    ],
)
def test_how_a_child_ended(code: int | None, ending: Ending) -> None:
    assert explain_ending(code) is ending


def test_a_child_sees_hardly_any_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    with start_child((sys.executable, "-c", "import os; print(*os.environ)")) as child:
        seen, _ = child.communicate()
    assert {*seen.decode().split()} <= {*KEPT, *FIXED}
    assert python_command("data.uploads.child")[-2:] == ("-m", "data.uploads.child")
