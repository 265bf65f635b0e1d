"""Text of the record in labels that Streamlit reads as Markdown."""

import re

from data.values.text import escape_acting

ACTIVE_SIGNS = re.compile(
    r"(?<=:)(?=//|\S+:)"  # addresses, :shortcodes:
    r"|(?<=www)(?=\.)|(?<=@)(?=\w)"
    r"|(?<!\S)(?=(?:<?-[->]|<-|[<>~]=)(?!\S))",  # arrows and dashes
    re.IGNORECASE,
)
"""Where Streamlit makes a link, an icon or another sign of plain text, escaped or not."""


def escape_markdown(text: str) -> str:
    """`text` for a label that Streamlit reads as Markdown: every sign of Markdown is escaped.

    Where escaping does not help, an invisible word joiner separates the signs.
    """
    line = ACTIVE_SIGNS.sub("\u2060", escape_acting(re.sub(r"[ \t\r\n\f\v]+", " ", text).strip()))
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=@&])", r"\\\1", line)
