"""What axe finds on a page."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

FILES = "presentation-role-conflict"
"""Streamlit's place for files names itself and says it is presentational: minor, and not ours to mend."""


def list_violations(page: Page) -> list[str]:
    """Each as its rule and the element."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    rules = {FILES: {"enabled": False}} if page.get_by_test_id("stFileUploader").count() else {}
    found = page.evaluate(f"() => axe.run({json.dumps({'resultTypes': ['violations'], 'rules': rules})})")
    return [f"{each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]
