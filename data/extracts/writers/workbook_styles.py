"""How workbooks look: the colours of the dashboard."""

from typing import Any, NamedTuple

INK, GROUND, TEAL, RULE = "#1D2733", "#FBF7EE", "#0E7C86", "#E3DED1"


class Styles(NamedTuple):
    """The formats of one workbook."""

    head: Any
    text: Any
    day: Any
    title: Any
    key: Any
    wrapped: Any


def make_styles(book: Any) -> Styles:
    """The formats of `book`."""
    plain = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
    add = book.add_format
    return Styles(
        head=add(
            {
                **plain,
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": TEAL,
                "border": 1,
                "border_color": RULE,
            }
        ),
        text=add(plain),
        day=add({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        title=add({**plain, "bold": True, "font_size": 16, "font_color": TEAL}),
        key=add({**plain, "bold": True}),
        wrapped=add({**plain, "text_wrap": True}),
    )
