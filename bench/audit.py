"""Known vulnerabilities of what `make run` installs: `make audit`, or `python -m bench.audit`.

Every package of the lock must have been looked up, or it is no clean bill. Exit codes: 0 none known, all
looked up; 3 some are known; 4 no feed answered, or not for every package, so that nothing is known.
"""

import json
import subprocess
import sys
from typing import Any, NamedTuple

from packaging.requirements import Requirement

from data import store

LOCK = store.ROOT / "requirements.lock"
COMMAND = ["-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip", "--progress-spinner=off"]
CLEAN, KNOWN, NO_ANSWER = 0, 3, 4


class Verdict(NamedTuple):
    """The exit code, and what to say."""

    code: int
    words: str


def list_pins(text: str) -> set[tuple[str, str]]:
    """Name and version of each package that a lock holds for this machine and Python."""
    lines = [line.rstrip("\\ ") for line in text.splitlines() if line and line[0].isalnum()]
    wanted = [Requirement(line) for line in lines]
    return {
        (one.name, str(one.specifier).removeprefix("=="))
        for one in wanted
        if one.marker is None or one.marker.evaluate()
    }


def judge_output(pins: set[tuple[str, str]], printed: str, complaint: str) -> Verdict:
    """What the output of pip-audit proves about the packages `pins`."""
    try:
        looked_up = [one for one in json.loads(printed)["dependencies"] if "skip_reason" not in one]
    except (ValueError, KeyError):
        looked_up = []
    audited = {(one["name"], one["version"]) for one in looked_up}
    counts = f"{len(audited & pins)} of {len(pins)} locked packages looked up"
    faults = [_words(one, fault) for one in looked_up for fault in one["vulns"]]
    if faults:
        return Verdict(KNOWN, "\n".join([*sorted(faults), f"FAILED: {len(faults)} known; {counts}"]))
    if audited >= pins:
        return Verdict(CLEAN, f"PASSED: no vulnerability known; {counts}")
    reason = complaint.strip().splitlines()[-1] if complaint.strip() else "it gave no reason"
    return Verdict(NO_ANSWER, f"NOT AUDITED: no feed answered for all; {counts}; pip-audit says: {reason}")


def _words(one: dict[str, Any], fault: dict[str, Any]) -> str:
    mended = ", ".join(fault["fix_versions"]) or "no version yet"
    return f"{one['name']} {one['version']}: {fault['id']}, mended in {mended}"


def main(arguments: list[str]) -> int:
    """Ask the feed; `arguments` go to pip-audit, e.g. `--vulnerability-service osv`."""
    command = [sys.executable, *COMMAND, "--format=json", "-r", str(LOCK), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    found = judge_output(list_pins(LOCK.read_text(encoding="utf-8")), done.stdout, done.stderr)
    print(found.words)
    return found.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
