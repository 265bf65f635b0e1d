"""The policy allows the inline scripts of the installed page, each by its hash, and nothing unsafe."""

import base64
import hashlib
from html.parser import HTMLParser

import pytest

from pages.server import policy


class Scripts(HTMLParser):
    """Collects inline scripts as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self._is_inline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inline = tag == "script" and "src" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self._is_inline = self._is_inline and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._is_inline:
            self.inline.append(data)


def _rules() -> dict[str, list[str]]:
    written = policy.headers()["content-security-policy"]
    return {rule: sources for rule, *sources in (part.split() for part in written.split("; "))}


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_each_inline_script_of_the_installed_page_is_allowed_by_its_hash() -> None:
    page = Scripts()
    page.feed(policy.PAGE.read_text(encoding="utf-8"))
    allowed = {source for source in _rules()["script-src"] if source.startswith("'sha256-")}
    assert page.inline
    assert allowed == {_hash(script) for script in page.inline}


def test_a_hash_is_that_of_the_whole_script() -> None:
    page = "<script src='x.js'></script>\n<script type='m'>\n a();\n</script>"
    assert policy.hashes(page) == [_hash("\n a();\n")]


def test_nothing_unsafe_runs_and_no_other_host_is_asked() -> None:
    rules = _rules()
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == ["'none'"]
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert rules["connect-src"] == ["'self'"]
    hosts = [source for sources in rules.values() for source in sources if "." in source or "*" in source]
    assert hosts == []


def test_only_pages_that_are_named_may_frame_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert policy.embedding_headers() is None
    monkeypatch.setenv("CHEGARA_EMBED_ORIGINS", "https://Ministry.example http://x.example:8080")
    found = policy.embedding_headers()
    assert found is not None
    assert (
        "; frame-ancestors https://ministry.example http://x.example:8080" in found["content-security-policy"]
    )
    assert "*" not in found["content-security-policy"].split("frame-ancestors")[1]
    assert found.keys() == policy.headers().keys() - {"x-frame-options"}
