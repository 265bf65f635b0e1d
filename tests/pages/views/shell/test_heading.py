from pathlib import Path

import pytest
import streamlit as st

from tests.reader import opening


@pytest.mark.parametrize(
    ("page", "asked", "title"),
    [
        ("timeline", {}, "Timeline – Chegara"),
        ("border", {"id": "TJK-UZB"}, "Tajik-Uzbek border – Chegara"),
        ("organisation", {"id": "alpha"}, "ALPHA – Chegara"),
        ("organisation", {"id": "nobody"}, "Organisation – Chegara"),
    ],
)
def test_the_tab_of_the_browser_is_named_after_the_page(
    page: str, asked: dict[str, str], title: str, builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(st, "set_page_config", lambda **config: titles.append(config.get("page_title", "")))
    opening(builds, monkeypatch)(page, **asked)
    assert titles[-1] == title
