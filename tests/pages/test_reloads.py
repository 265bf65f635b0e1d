"""New builds while people read, for a short time; `bench/` does the same for longer."""

import re
import subprocess
import sys

from data import store


def test_no_page_mixes_two_builds_while_new_ones_are_published() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.reloads", "--swaps", "2", "--sessions", "2"],
        cwd=store.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"^(.+?) +([\d,]+)$", done.stdout, re.MULTILINE)
    figures = {name: int(number.replace(",", "")) for name, number in found}
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "PASSED: 0 of what must not happen")
    assert figures["builds published"] == 2
    assert figures["page runs"] > 0
    assert figures["new builds seen"] > 0
