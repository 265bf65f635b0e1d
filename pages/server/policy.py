"""The headers of protection that every answer of the server bears, and why each is as it is."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit

PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def hashes(page: str) -> list[str]:
    """The sources that allow exactly the inline scripts of a page."""
    return [_source(script) for script in INLINE.findall(page)]


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_security_policy(page: str) -> str:
    """What a browser may load and run on our pages; `page` is Streamlit's own HTML.

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
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())


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
