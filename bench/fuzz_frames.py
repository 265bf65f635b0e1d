"""Hostile frames and requests, thousands of them, against a server that runs: `python -m bench.fuzz_frames`.

Each seed makes one attack: messages that Streamlit's page sends, with the widgets that are really there,
changed at random; frames out of form, in parts or in floods; raw requests with bytes changed. Meanwhile
another reader opens pages. What must not happen is a finding, reported with the seed of the attack:
a process that died, memory, a reader who waits, a trace or control characters in the log.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from websockets.exceptions import WebSocketException

from bench import raw_client
from bench.attacks import ATTACKS, REQUESTS, STREAM, PageState, damage_bytes
from bench.raw_client import websocket
from bench.server import heed_sigterm
from bench.visitor import SOCKET, Visitor
from data import store
from tests.e2e.serving import running, wait_until

MEMORY = 600
"""MB that the server may take."""
SLOWEST = 1.0
"""Seconds that another reader may wait for a page."""
PATIENCE = 0.2
"""Seconds for which an attack waits for what the server does."""


class Reader(threading.Thread):
    """Somebody else who opens a page again and again, and notes how long each took."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(daemon=True)
        self._visitor = visitor
        self.slowest, self.is_done = 0.0, False

    def run(self) -> None:
        while not self.is_done:
            began = time.monotonic()
            try:
                is_there = self._visitor.ask(SOCKET, STREAM, {}).data > 0
            except (OSError, WebSocketException):
                is_there = False
            self.slowest = max(self.slowest, time.monotonic() - began if is_there else float("inf"))
            time.sleep(0.05)

    def worst(self) -> float:
        """Seconds of the slowest page since the last call."""
        found, self.slowest = self.slowest, 0.0
        return found


def _attack(port: int, name: str, chance: random.Random, known: PageState) -> None:
    """One attack; whether the server answers, closes or neither is all the same."""
    with suppress(OSError):
        if name == "requests":
            raw_client.send_request(port, damage_bytes(chance.choice(REQUESTS), chance), PATIENCE)
            return
        with websocket(port) as line:
            line.settimeout(PATIENCE)
            line.sendall(ATTACKS[name](chance, known))
            raw_client.close_code(line, PATIENCE)


def _faults(process: int, log: Path, since: int, reader: Reader) -> Iterator[str]:
    """What must not be, after an attack; `since` are the bytes of the log before it."""
    if (waited := reader.worst()) > SLOWEST:
        yield f"another reader waited {waited:.1f} s"
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        if (used := int(status.split("VmRSS:")[1].split()[0]) // 1024) > MEMORY:
            yield f"the server takes {used} MB"
    except (OSError, IndexError):
        yield "the server is dead"
    said = log.read_bytes()[since:].decode(errors="replace")
    for trace in re.findall(r"^.*\n +Traceback.*\n(?:    .*\n)*", said, re.MULTILINE):
        lines = trace.splitlines()
        yield f"a trace in the log: {lines[0]} … {' '.join(line.strip() for line in lines[-4:])}"
    if odd := re.search(r"[^\n\x20-\x7e–…]", said):
        yield f"{odd[0]!r} in the log"


def run(seconds: float, seed: int) -> tuple[Counter[str], list[str]]:
    """Number of attacks by kind, and each finding in words, until so many seconds have passed."""
    heed_sigterm()
    figures, findings = Counter[str](), list[str]()
    names = [*ATTACKS, "requests"]
    with tempfile.TemporaryDirectory(prefix="chegara-frames-") as place, ExitStack() as stack:
        builds, log = Path(place, "builds"), Path(place, "log.txt")
        build = [sys.executable, "-m", "etl", "build", "--store", str(builds)]
        subprocess.run(build, cwd=store.ROOT, check=True, capture_output=True)  # noqa: S603
        url, process = stack.enter_context(running(builds, log))
        wait_until(f"{url}/ready")
        visitor = Visitor(int(url.rsplit(":", 1)[1]))
        known, reader = PageState(visitor), Reader(visitor)
        reader.start()
        until = time.monotonic() + seconds
        stack.callback(reader.join)
        stack.callback(setattr, reader, "is_done", True)
        while time.monotonic() < until and not any("dead" in finding for finding in findings):
            chance, since = random.Random(seed), log.stat().st_size  # noqa: S311 - no secret
            name = chance.choice(names)
            _attack(visitor.port, name, chance, known)
            figures[name] += 1
            findings += [f"seed {seed}, {name}: {what}" for what in _faults(process, log, since, reader)]
            seed += 1
        print(f"the log has {log.stat().st_size:,} bytes")
    return figures, findings


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_frames")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1, help="of the first attack; the next has the next")
    wanted = parser.parse_args()
    return report(*run(wanted.seconds, wanted.seed))


def report(figures: Counter[str], findings: list[str]) -> int:
    """Print both; the exit code."""
    print(", ".join(f"{name} {number:,}" for name, number in figures.most_common()))
    print("\n".join(findings[:50]))
    print(f"{'FAILED' if findings else 'PASSED'}: {len(findings)} of what must not happen")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
