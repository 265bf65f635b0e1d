import subprocess
import sys
from pathlib import Path

import pytest

from data.uploads import child_process

CODE = """
import os, sys
from data.uploads import confinement
confinement.confine(10**9, 60, os.getppid())
{}
"""


def outcome(code: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(code)],
        cwd=child_process.HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.strip().splitlines()[-1] if done.stderr else ""


@pytest.mark.skipif(sys.platform == "win32", reason="has no module `resource`")
def test_no_file_is_written_and_no_core_is_dumped(tmp_path: Path) -> None:
    code = f"from pathlib import Path; Path({str(tmp_path / 'x')!r}).write_text('x')"
    assert outcome(code) == (1, "OSError: [Errno 27] File too large")
    code = "import resource as r; sys.stderr.write(str(r.getrlimit(r.RLIMIT_CORE)))"
    assert outcome(code) == (0, "(0, 0)")


def test_without_limits_of_the_system_the_clock_still_ends_it() -> None:
    code = """
sys.modules["resource"] = None
confinement.confine(10**9, 1, os.getppid())
sum(iter(int, 1))
"""
    assert outcome(code)[0] == 1
