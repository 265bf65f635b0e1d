"""Every route of the server, asked by people who have no business there: `python -m bench.doors`.

The launcher runs behind the proxy of `docs/deploy/nginx.conf`, with a stub for the sign-in server. The last
line is the result: what left or was stored without a session, through the proxy. Where the machine has no
nginx, only what is open without a proxy is printed.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from bench import deployment, proxy
from bench.visitor import SOCKET, Answer, Visitor
from data import store
from pages.server import addresses
from tests.e2e.serving import serving, wait_until

HARDENED = ("bench.hardening",)

LIST = """
import json
from pages.server.launcher import app
routes = app._build_starlette_app().routes
print(json.dumps([(getattr(r, "methods", None) and sorted(r.methods), r.path) for r in routes]))
"""
"""Run in a process of its own: the application itself says which routes it has."""
STALE = 5.5
"""Seconds for which the server gives the same count again."""
SITE = "static/js/"
"""In the HTML: where the server's own scripts are."""
STREAM = "/_stcore/stream"
PROGRAMS = f"/{addresses.PROGRAMS}{{path:path}}"
"""Answered by a middleware, which is no route of the application."""
FOREIGN = {"Origin": "https://elsewhere.example"}
REBOUND = {"Host": "elsewhere.example"}
FORGED = {
    "X-Forwarded-User": "admin",
    "X-Forwarded-Email": "admin@example.org",
    "X-Auth-Request-Email": "admin@example.org",
    "Remote-User": "admin",
    "X-Forwarded-For": "127.0.0.1",
    "Cookie": "_oauth2_proxy=forged; chegara_seat=1",
}
SESSION = {"Cookie": proxy.SIGNED_IN}
SETTINGS = {"STREAMLIT_SERVER_ALLOWED_HOSTS": f"localhost 127.0.0.1 {proxy.NAME}"}
NOBODY: dict[str, dict[str, str]] = {
    "no session": {},
    "foreign Origin": FOREIGN,
    "foreign Host": REBOUND,
    "forged user": FORGED,
}
LURED = {"session, foreign Origin": {**SESSION, **FOREIGN}, "session, foreign Host": {**SESSION, **REBOUND}}
"""A reader who is signed in, on a page that is not ours."""


class Door(NamedTuple):
    """A route, and an address that it answers."""

    method: str
    route: str
    path: str


def routes() -> list[tuple[str, str]]:
    """Method and path of every route, in the words of the application; a mount of files has no path."""
    command = [sys.executable, "-c", LIST]
    done = subprocess.run(command, cwd=store.ROOT, capture_output=True, check=True)  # noqa: S603
    found = json.loads(done.stdout)
    named = [
        (method, path)
        for methods, path in found
        for method in (methods or (["GET"] if not path else [SOCKET]))
    ]
    return [*named, ("GET", PROGRAMS)]


def doors(known: list[tuple[str, str]], session: str, media: str, script: str) -> Iterator[Door]:
    """An address for each route; KeyError where a route is new and has none yet."""
    examples = {
        "/media/{file_id:path}": [media],
        PROGRAMS: ["/api/v1/data", "/api/v1/data/events.csv"],
        "/_stcore/upload_file/{session_id}/{file_id}": [f"/_stcore/upload_file/{session}/door"],
        "/component/{path:path}": ["/component/any/index.html"],
        "/_stcore/bidi-components/{path:path}": ["/_stcore/bidi-components/any/index.js"],
        "": ["/", "/timeline?org=unodc", f"/{script}", "/static/..%2f..%2fapp.py"],
    }
    for method, route in known:
        for path in [route] if route and "{" not in route else examples[route]:
            yield Door(method, route, path)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.doors")
    parser.add_argument(
        "--port", type=int, default=8612, help="of the first process; the second and the proxy have the next"
    )
    parser.add_argument("--routes", action="store_true", help="list the routes and end")
    wanted = parser.parse_args()
    known = routes()
    if wanted.routes:
        print("\n".join(f"{method:<8}{path or 'files of the page'}" for method, path in known))
        return 0
    with tempfile.TemporaryDirectory(prefix="chegara-doors-") as place, ExitStack() as stack:
        builds = Path(place, "builds")
        build = [sys.executable, "-m", "etl", "build", "--store", str(builds)]
        subprocess.run(build, cwd=store.ROOT, check=True, capture_output=True, umask=0o027)  # noqa: S603
        ports = wanted.port, wanted.port + 1
        first = stack.enter_context(ExitStack())
        for port, held in zip(ports, (first, stack), strict=True):
            log = Path(place, f"log-{port}.txt")
            url = held.enter_context(serving(builds, log, HARDENED, port, SETTINGS))
            wait_until(f"{url}/ready")
        code = visit(known, Path(place), ports, stack, first.close)
        for port in ports:
            print(f"Port {port} logged: {Path(place, f'log-{port}.txt').read_text().strip()[:2000]}")
        return code


def visit(
    known: list[tuple[str, str]],
    place: Path,
    ports: tuple[int, int],
    stack: ExitStack,
    stop_first: Callable[[], None],
) -> int:
    """Print the tables; the exit code."""
    port = ports[1] + 1
    direct = Visitor(ports[0])
    xsrf = _xsrf(direct)
    if absent := proxy.list_missing():
        _open(direct, known, xsrf, stack)
        print(f"SKIPPED: {' and '.join(absent)} not on this machine, so the proxy was not tried")
        return 0
    stack.enter_context(proxy.run_proxy(place / "nginx", port, *ports))
    guarded = Visitor(port, proxy.NAME, is_tls=True)
    before = _count_stored(*ports)
    every = _doors(direct, known, stack)
    left = _table(guarded, every, {**NOBODY, **LURED}, xsrf, "behind the proxy")
    stored = _count_stored(*ports) - before
    print(f"\nBytes of data that left: {left}; bytes stored: {stored}\n")
    holds = _controls(guarded, every, place, port + 2)
    _open(direct, known, xsrf, stack)
    upload = next(door for door in every if door.method == "PUT")
    _ask(direct, upload, {}, xsrf)
    holds["an upload that is let in is seen in the count of bytes stored"] = _count_stored(*ports) > before
    holds |= (
        deployment.check_plain_http(port + 1)
        | deployment.umask(place / "builds")
        | deployment.check_unit(place)
    )
    holds |= dict(deployment.check_two_processes(guarded, ports, stop_first)) | deployment.read_log(
        place / "nginx"
    )
    print("\n".join(f"{'yes' if held else 'NO':<4}{what}" for what, held in holds.items()))
    faults = [what for what, held in holds.items() if not held]
    print("\n".join(f"fault: {fault}" for fault in faults))
    is_bad = bool(left or stored or faults)
    print(f"{'FAILED' if is_bad else 'PASSED'}: {left + stored} bytes left or stored without a session")
    return int(is_bad)


def _doors(direct: Visitor, known: list[tuple[str, str]], stack: ExitStack) -> list[Door]:
    """All doors, with a session and a download that are there now."""
    shown = stack.enter_context(direct.reading(STREAM, {}))
    page = direct.ask("GET", "/", {}).body.decode()
    return list(doors(known, shown.session, shown.media, re.findall(rf'"\./({SITE}[^"]+)"', page)[0]))


def _open(direct: Visitor, known: list[tuple[str, str]], xsrf: dict[str, str], stack: ExitStack) -> None:
    _table(direct, _doors(direct, known, stack), NOBODY, xsrf, "without a proxy")


def _table(
    visitor: Visitor, every: list[Door], cases: dict[str, dict[str, str]], xsrf: dict[str, str], where: str
) -> int:
    """Print status and bytes of data by route and case; the bytes in all."""
    print(f"\n{where:<62}" + "".join(f"{case:>25}" for case in cases))
    total = 0
    for door in every:
        answers = [_ask(visitor, door, headers, xsrf) for headers in cases.values()]
        total += sum(answer.data for answer in answers)
        name = f"{door.method:<8}{door.path}"
        print(f"{name[:61]:<62}" + "".join(f"{f'{a.status} {a.data:,}':>25}" for a in answers))
    return total


def _ask(visitor: Visitor, door: Door, headers: dict[str, str], xsrf: dict[str, str]) -> Answer:
    """With what an outsider can get hold of: a token of his own against forgery."""
    cookies = "; ".join(filter(None, (headers.get("Cookie"), xsrf["Cookie"])))
    body = b"1," * 500 if door.method == "PUT" else b""
    return visitor.ask(door.method, door.path, {**headers, **xsrf, "Cookie": cookies}, body)


def _xsrf(visitor: Visitor) -> dict[str, str]:
    cookie = visitor.ask("GET", "/_stcore/health", {}).headers["set-cookie"].split(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.split("=", 1)[1]}


def _count_stored(*ports: int) -> int:
    """Bytes of uploads in the memory of the processes, by their own count, once that is not an old one."""
    time.sleep(STALE)
    text = "\n".join(Visitor(port).ask("GET", "/_stcore/metrics", {}).body.decode() for port in ports)
    return sum(
        int(n) for n in re.findall(r"^cache_memory_bytes\{[^}]*[Uu]pload[^}]*\} (\d+)", text, re.MULTILINE)
    )


def _controls(guarded: Visitor, every: list[Door], place: Path, port: int) -> deployment.Held:
    """What a reader who is signed in must get, and how the proxy must speak, for one at the port."""
    media = next(door.path for door in every if door.path.startswith("/media/"))
    page = guarded.ask("GET", "/timeline?org=unodc&from=2021-01-01", SESSION)
    sent = guarded.ask("GET", "/timeline?org=unodc&from=2021-01-01", {"Accept": "text/html"})
    with proxy.run_echo() as upstream, proxy.run_proxy(place / "echo", port, upstream, port + 9):
        visitor = Visitor(port, proxy.NAME, is_tls=True)
        heard = visitor.ask("GET", "/", {**FORGED, **SESSION})
    said = heard.body.decode().lower()
    cookies = heard.headers.get("set-cookie", "").lower()
    seats = [{"Cookie": f"{proxy.SIGNED_IN}; chegara_seat={port - number}"} for number in (3, 4)]
    return {
        "a reader gets the page": page.status == 200 and page.data > 0,
        "a reader gets the download": any(guarded.ask("GET", media, seat).data > 0 for seat in seats),
        "a reader gets the WebSocket": guarded.ask(SOCKET, STREAM, SESSION).data > 0,
        "HSTS is sent": "strict-transport-security" in page.headers,
        "scripts are compressed": page.headers.get("content-encoding") == "gzip",
        "who opens a page is sent to sign in and back": sent.headers.get("location", "").endswith(
            "?back=/timeline?org=unodc&from=2021-01-01"
        ),
        "the forged user is dropped": "admin" not in said,
        "the true user is named": f"x-forwarded-email: {proxy.READER}" in said,
        "cookies are Secure": "plain=1" in cookies and cookies.count("secure") == cookies.count("path=/"),
    }


if __name__ == "__main__":
    sys.exit(main())
