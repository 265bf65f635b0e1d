"""The documented proxy, `docs/deploy/nginx.conf`, run on this machine with a stub for the sign-in server."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from data import store

DOCUMENTED = store.ROOT / "docs" / "deploy" / "nginx.conf"
NAME = "chegara.example.org"
"""The public name in the documented file."""
SIGNED_IN = "_oauth2_proxy=good"
"""The cookie that the stub takes for a session."""
READER = "reader@example.org"
TOOLS = ("nginx", "openssl")
AROUND = """
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 512; }}
http {{
  client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
  fastcgi_temp_path {place}/f; uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;
  include {place}/chegara.conf;
}}
"""


def list_missing() -> list[str]:
    """The programs that this needs and the machine has not."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextmanager
def run_proxy(place: Path, port: int, *upstreams: int, is_open: bool = False) -> Iterator[None]:
    """The proxy on the port, and on the next one for plain HTTP, before two processes at `upstreams`.

    One that is open speaks plain HTTP on the port and lets everybody in.
    """
    place.mkdir()
    with _serving(SignIn) as sign_in:
        text = _open(port) if is_open else DOCUMENTED.read_text(encoding="utf-8")
        (place / "chegara.conf").write_text(_fit(text, place, port, upstreams, sign_in))
        (place / "nginx.conf").write_text(AROUND.format(place=place))
        _certificate(place)
        command = ["nginx", "-p", str(place), "-c", str(place / "nginx.conf")]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed
        try:
            _wait(process, place)
            yield
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def run_echo() -> Iterator[int]:
    """The port of a server that answers with the headers it was asked with."""
    with _serving(Echo) as port:
        yield port


def _open(port: int) -> str:
    """The documented file without TLS, sign-in and what needs them: no other server, no Secure cookies."""
    changes = {
        r"\nserver \{[^{}]*return [^{}]*\}\n": "",
        r"listen 443 ssl;": f"listen 127.0.0.1:{port} default_server;",
        r".*(?:ssl_|Strict-Transport|auth_request|error_page 401|proxy_cookie_flags).*\n": "",
        r"Forwarded-Email \$chegara_user": 'Forwarded-Email ""',
        r" Secure;": "",
        r"\$host\b": "$http_host",  # with the port, which no port of the scheme's own needs
        rf'"https://{re.escape(NAME)}"': f'"~^http://(localhost|127.0.0.1):{port}$"',
        rf"server_name {re.escape(NAME)}": "server_name localhost",
        r"chegara_connections 60": "chegara_connections 500",
    }
    return _replace(DOCUMENTED.read_text(encoding="utf-8"), changes)


def _fit(text: str, place: Path, port: int, upstreams: tuple[int, ...], sign_in: int) -> str:
    """The text with the ports and paths of this run, and nothing else changed."""
    ends = {
        r"listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        r"listen 80\b": f"listen 127.0.0.1:{port + 1}",
        r"/etc/ssl/chegara": str(place),
    }
    changes = {
        **(ends if "ssl" in text else {}),
        r"(127\.0\.0\.1:| )8501\b": rf"\g<1>{upstreams[0]}",
        r"(127\.0\.0\.1:| )8502\b": rf"\g<1>{upstreams[-1]}",
        r"/var/log/nginx": str(place),
        r"127\.0\.0\.1:4180": f"127.0.0.1:{sign_in}",
        r"rate=30r/s": "rate=9999r/s",  # all come from one address here
    }
    return _replace(text, changes)


def _replace(text: str, changes: dict[str, str]) -> str:
    """RuntimeError where the documented file no longer holds what is to be changed."""
    for old, new in changes.items():
        text, number = re.subn(old, new, text)
        if number == 0:
            raise RuntimeError(f"{DOCUMENTED} holds no {old}")
    return text


def _certificate(place: Path) -> None:
    key, certificate = place / "privkey.pem", place / "fullchain.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        f"/CN={NAME}",
    ]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed


def _wait(process: subprocess.Popen[bytes], place: Path) -> None:
    give_up = time.monotonic() + 10
    while not (place / "pid").is_file() or not (place / "pid").read_text().strip():
        if process.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"nginx did not start:\n{(place / 'error.log').read_text()}")
        time.sleep(0.05)


class SignIn(BaseHTTPRequestHandler):
    """What nginx asks of oauth2-proxy: who has this cookie; and where people are sent to sign in."""

    def do_GET(self) -> None:
        is_known = SIGNED_IN in (self.headers["Cookie"] or "")
        if self.path == "/oauth2/auth":
            self.send_response(202 if is_known else 401)
            if is_known:
                self.send_header("X-Auth-Request-Email", READER)
        else:
            self.send_response(302)
            asked = self.headers["X-Auth-Request-Redirect"] or ""
            self.send_header("Location", f"https://login.example.org/?back={asked}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing: it is a stub."""


class Echo(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        said = str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Set-Cookie", "plain=1; Path=/")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: Any) -> None:
        """Nothing: it is a stub."""


@contextmanager
def _serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
