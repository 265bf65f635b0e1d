"""The look of the desk."""

from functools import cache
from pathlib import Path

from pages.views.html import markup


def show_style() -> None:
    """Put the style sheet of the desk on the page."""
    markup.show(_style())


@cache
def _style() -> markup.Safe:
    return markup.style_sheet(Path(__file__).with_name("desk.css").read_text(encoding="utf-8"))
