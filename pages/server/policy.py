"""The headers of protection that every answer of the server bears, and why each is as it is."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import streamlit

from pages.server.limits.callers import read_origins

PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
FRAMING = "CHEGARA_EMBED_ORIGINS"
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def hashes(page: str) -> list[str]:
    """The sources that allow exactly the inline scripts of a page."""
    return [_source(script) for script in INLINE.findall(page)]


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_security_policy(page: str, framed_by: Sequence[str] = ()) -> str:
    """What a browser may load and run on our pages; `page` is Streamlit's own HTML.

    `framed_by` are origins of other pages that may show them.

    Found by opening all pages, light and dark, under `'self'` alone and adding what was then missing.
    `'self'` covers the WebSocket too.
    """
    rules = {
        "default-src": ["'none'"],
        "script-src": [
            "'self'",
            *hashes(page),
            "'wasm-unsafe-eval'",  # the map: deck.gl brings WebAssembly
            "blob:",  # Copy link and the citations: inline components are modules at a blob address
        ],
        "style-src": ["'self'", "'unsafe-inline'"],  # Streamlit writes its styles into the page as it runs
        "img-src": ["'self'", "data:"],  # the icon of the page, hatches of charts, textures of the map
        "font-src": ["'self'", "data:"],  # a small font in Streamlit's own style sheet
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": [*framed_by] or ["'none'"],
    }
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())


def list_framing_origins() -> list[str]:
    """Setting `CHEGARA_EMBED_ORIGINS`: origins, with a space between, whose pages may frame `?embed=1`."""
    return read_origins(FRAMING)


def embedding_headers() -> dict[str, str] | None:
    """The headers of what those pages may frame; None where there are none."""
    if not (origins := list_framing_origins()):
        return None
    found = headers()
    del found["x-frame-options"]  # it knows no list of origins
    page = PAGE.read_text(encoding="utf-8")
    return found | {"content-security-policy": content_security_policy(page, origins)}


def headers() -> dict[str, str]:
    """Every header but those of single routes."""
    return {
        "content-security-policy": content_security_policy(PAGE.read_text(encoding="utf-8")),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",  # filters are in the address, and no publisher needs them
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
