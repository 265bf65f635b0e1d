"""Pictures within the page: bars made of elements, and their parts; drawings of ours."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from data.filters import match_words
from pages.views.html import markup


def draw_bars(periods: Sequence[tuple[str, int, int, float]]) -> markup.Safe:
    """A strip of bars: label, events certainly and possibly in it.

    What is certain is solid, what is possible hatched above it, as high as its share, the last number.
    """
    most = max((certain + share for _, certain, _, share in periods), default=0) or 1
    strip = markup.join(
        markup.Safe(
            f'<span title="{escape(label)}: {match_words(certain, possible)}">'
            f'<i class="hatched" style="height:{100 * share / most:.0f}%"></i>'
            f'<i style="height:{100 * certain / most:.0f}%"></i></span>'
        )
        for label, certain, possible, share in periods
    )
    return markup.tag("div", strip, "bars")


def draw_picture(name: str, body: object, kind: str) -> markup.Safe:
    """A picture made of elements; `name` is for screen readers."""
    return markup.Safe(
        f'<div class="{escape(kind)}" role="img" aria-label="{escape(name)}">{markup.to_html(body)}</div>'
    )


def draw_label(share: float, text: object) -> markup.Safe:
    """A label so many per cent from the left of its container."""
    return markup.Safe(f'<span style="left:{share:.4g}%">{markup.to_html(text)}</span>')


def draw_part(share: float, hint: str, kind: str) -> markup.Safe:
    """A part of a bar, so many per cent long; nothing where it has no length."""
    if not share:
        return markup.Safe()
    return markup.Safe(f'<i class="{escape(kind)}" style="width:{share:.4g}%" title="{escape(hint)}"></i>')


def draw_number(number: object, certainly: float, possibly: float) -> markup.Safe:
    """A number above its bar: so many per cent solid, and so many hatched, of the width that there is."""
    parts = (draw_part(certainly, "", "solid"), draw_part(possibly, "", "hatched"))
    return markup.join((markup.tag("b", number), markup.tag("span", markup.join(parts), "part")))


def image(svg: bytes, words: str, kind: str) -> markup.Safe:
    """A picture of ours within the page; `words` say what it shows."""
    address = f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
    return markup.Safe(f'<img class="{escape(kind)}" alt="{escape(words)}" src="{address}">')
