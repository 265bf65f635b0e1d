"""Text of the record on its way into a picture: shown as it was typed, whatever the drawing reads in it."""

JOINER = "\u2060"
"""Word joiner: takes no room and is not seen; it parts signs that mean something only together."""
MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;", "}": "&#125;"}
"""What is read as more than itself, the sign of entities first."""


def chart_text(text: str) -> str:
    """`text` where markup and templates are read: everything in Plotly, hints in ECharts.

    Quotation marks stay: Plotly has no name for them and would show `&quot;`.
    """
    for sign, entity in MARKUP.items():
        text = text.replace(sign, entity)
    return text


def drawn_text(text: str) -> str:
    """`text` where no markup is read but templates are: labels in ECharts, all strings in deck.gl.

    deck.gl runs a string that begins with `@@=`, and fails on one with `@@#`.
    """
    opened = text.replace("{", f"{{{JOINER}")
    return f"{JOINER}{opened}" if opened.startswith("@@") else opened
