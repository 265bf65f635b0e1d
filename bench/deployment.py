"""What the files of `docs/deploy` promise beside the doors: unit, what is logged, two processes, umask."""

import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import proxy
from bench.visitor import SOCKET, Visitor
from data import store

UNIT = store.ROOT / "docs" / "deploy" / "chegara@.service"
EXPOSED = 1.0
"""`systemd-analyze security` counts from 0, shut, to 10, open."""
STREAM = "/_stcore/stream"
SEAT = re.compile(r"chegara_seat=(\d+);.*Secure; HttpOnly")
Held = dict[str, bool]


def check_unit(place: Path) -> Held:
    """What systemd says of the unit; nothing where the machine has no systemd-analyze."""
    if not shutil.which("systemd-analyze"):
        print("SKIPPED: systemd-analyze not on this machine, so the unit was not tried")
        return {}
    copied = place / "chegara@8501.service"
    shutil.copyfile(UNIT, copied)
    said = _run("systemd-analyze", "security", "--offline=true", str(copied))
    level = float(re.findall(r"exposure level.*?: ([0-9.]+)", said)[0])
    wrong = [
        line
        for line in _run("systemd-analyze", "verify", str(copied)).splitlines()
        if "executable" not in line
    ]
    print(f"\nThe unit: exposure {level} of 10; {wrong or 'no setting is unknown'}\n")
    return {f"the unit is exposed by at most {EXPOSED}": level <= EXPOSED, "the unit is in form": not wrong}


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    return done.stdout + done.stderr


def umask(builds: Path) -> Held:
    """Whether nobody but user and group may read what the store holds."""
    modes = [path.stat().st_mode for path in builds.iterdir()]
    return {
        "what is written is closed to others": bool(modes) and not any(mode & stat.S_IRWXO for mode in modes)
    }


def read_log(place: Path) -> Held:
    """What nginx has written of this run."""
    said = (place / "chegara.log").read_text()
    errors = (place / "chegara-error.log").read_text()
    return {
        "requests are logged": '"GET /timeline"' in said,
        "no filter is logged": not re.search(r"\?|org=|unodc", said + errors),
        "no reader is logged": proxy.READER not in said and "_oauth2" not in said,
    }


def check_plain_http(port: int) -> Held:
    """Port 80: to the written name, whatever was asked for."""
    answer = Visitor(port, proxy.NAME).ask("GET", "/timeline?a=b", {})
    other = Visitor(port, "elsewhere.example").ask("GET", "/", {})
    return {
        "plain HTTP leads to the written name": (answer.status, answer.headers.get("location"))
        == (301, f"https://{proxy.NAME}/timeline?a=b"),
        "plain HTTP under another name leads nowhere": (other.status, "location" in other.headers)
        == (403, False),
    }


def check_two_processes(
    guarded: Visitor, ports: tuple[int, int], stop_first: Callable[[], None]
) -> Iterator[tuple[str, bool]]:
    """A session, its downloads and what becomes of its reader when its process ends."""
    first, second = ports
    session = {"Cookie": f"{proxy.SIGNED_IN}; chegara_seat={first}"}
    with guarded.reading(STREAM, session) as shown:
        yield "the WebSocket says which process it is on", _seat(shown.cookie) == first
        here = guarded.ask("GET", shown.media, session).status
        there = guarded.ask(
            "GET", shown.media, {"Cookie": session["Cookie"].replace(str(first), str(second))}
        ).status
        yield (
            "a download comes from the process of its session, as no other has it",
            (here, there) == (200, 404),
        )
    given = {
        _seat(guarded.ask(SOCKET, STREAM, {"Cookie": proxy.SIGNED_IN}).headers.get("set-cookie", ""))
        for _ in "1234"
    }
    yield "new readers are spread over both", given == {first, second}
    stop_first()
    answer = guarded.ask(SOCKET, STREAM, session)
    yield "where a process ends, its readers go on with the other", answer.status == 101 and answer.data > 0
    yield "and stay there", _seat(answer.headers.get("set-cookie", "")) == second


def _seat(cookie: str) -> int:
    found = SEAT.search(cookie)
    return int(found[1]) if found else 0
