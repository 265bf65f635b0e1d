"""Text of the record in pictures: no markup, no template, nothing lost."""

from html import unescape

import pytest

from pages.figures.escaping import chart_text, drawn_text


def test_markup_and_templates_have_no_meaning_in_a_chart() -> None:
    text = "R&D <b>a</b> &amp; {b} %{y} 'c' \"d\""
    assert chart_text(text) == (
        "R&amp;D &lt;b&gt;a&lt;/b&gt; &amp;amp; &#123;b&#125; %&#123;y&#125; 'c' \"d\""
    )
    assert unescape(chart_text(text)) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Osh", "Osh"),
        ("{b} {@value} $& <b>", "{\u2060b} {\u2060@value} $& <b>"),
        ("@@=1+1", "\u2060@@=1+1"),
        ("@@#a", "\u2060@@#a"),
        ("a @@= b", "a @@= b"),
    ],
)
def test_templates_have_no_meaning_in_a_label(text: str, drawn: str) -> None:
    assert drawn_text(text) == drawn
    assert drawn.replace("\u2060", "") == text
