"""SVG to PNG without a browser, with one font whatever the machine has: the same bytes everywhere."""

from functools import cache
from importlib.resources import files

import resvg_py

FAMILY = "Source Sans 3"
"""With Cyrillic; SIL Open Font License, from its package."""


def render(picture: bytes, zoom: float = 2) -> bytes:
    """The picture at `zoom` dots a unit; it is one of ours: resvg would read a file that it names."""
    text = picture.decode()
    shown = resvg_py.svg_to_bytes(
        svg_string=text, zoom=zoom, skip_system_fonts=True, font_files=[_font()], font_family=FAMILY,
        sans_serif_family=FAMILY,
    )  # fmt: skip
    return bytes(shown)


@cache
def _font() -> str:
    return str(files("fontpkg_source_sans_3") / "files" / "SourceSans3[wght].ttf")
