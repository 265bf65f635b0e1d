"""Figures for operators: what they say, and who may read them."""

import re
from typing import Any

import pytest
from starlette.requests import Request

from bench.visitor import Visitor
from pages.server.metrics import TOKEN, is_allowed


def test_runs_memory_and_build_are_told(launched: Visitor) -> None:
    answer = launched.ask("GET", "/metrics", {})
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    said = answer.body.decode()
    runs = re.search(r'^chegara_rerun_seconds_count\{page="timeline"\} ([\d.]+)$', said, re.MULTILINE)
    assert runs
    assert float(runs[1]) >= 1  # the warm-up
    assert re.search(
        r'^chegara_build_info\{build="\w+",release="test.1",status="ok"\} 1.0$', said, re.MULTILINE
    )
    memory = re.search(r"^process_resident_memory_bytes (\S+)$", said, re.MULTILINE)
    assert memory
    assert float(memory[1]) > 50e6
    assert 'chegara_log_lines_total{level="INFO"}' in said


@pytest.mark.parametrize(
    ("token", "client", "headers", "allowed"),
    [
        ("", "127.0.0.1", {}, True),
        ("", "::1", {}, True),
        ("", "192.0.2.1", {}, False),
        ("", "127.0.0.1", {"x-forwarded-for": "192.0.2.1"}, False),
        ("secret", "192.0.2.1", {"authorization": "Bearer secret"}, True),
        ("secret", "127.0.0.1", {}, False),
        ("secret", "127.0.0.1", {"authorization": "Bearer s\xe9cret"}, False),
        ("secret", "127.0.0.1", {"authorization": "Basic secret"}, False),
    ],
)
def test_this_machine_or_a_token(
    token: str, client: str, headers: dict[str, str], allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN, token)
    raw = [(name.encode(), text.encode("latin-1")) for name, text in headers.items()]
    scope: dict[str, Any] = {"type": "http", "client": (client, 5), "headers": raw}
    assert is_allowed(Request(scope)) is allowed


def test_a_proxy_does_not_pass_it_on(launched: Visitor) -> None:
    assert launched.ask("GET", "/metrics", {"X-Forwarded-For": "192.0.2.1"}).status == 403
