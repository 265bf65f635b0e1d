import pytest

from pages.views.html import bars, markup
from pages.views.html.markup import Safe, hint, join, link, skip, tag, to_html

SCRIPT = '<script>alert("1")</script>'
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"


def test_text_is_escaped_once() -> None:
    assert to_html(SCRIPT) == ESCAPED
    assert to_html(to_html(SCRIPT)) == ESCAPED
    assert to_html("Tom's & <b>") == "Tom&#x27;s &amp; &lt;b&gt;"
    assert to_html(12) == "12"
    assert to_html(SCRIPT)._repr_html_() == ESCAPED


@pytest.mark.parametrize("nothing", [None, float("nan")])
def test_what_is_missing_says_so(nothing: object) -> None:
    assert to_html(nothing) == '<span class="none">not stated</span>'


def test_no_piece_lets_markup_through() -> None:
    pieces = [
        tag("p", SCRIPT, SCRIPT),
        join([SCRIPT, SCRIPT], ", "),
        markup.list_item(SCRIPT, SCRIPT),
        markup.Entry(to_html(SCRIPT), to_html(SCRIPT), to_html(SCRIPT)).with_number(1),
        markup.page_link(SCRIPT, SCRIPT, {SCRIPT: SCRIPT}, SCRIPT),
        markup.icon(SCRIPT),
        link(SCRIPT, f"https://alpha.example/{SCRIPT}"),
        markup.figures([(SCRIPT, SCRIPT)]),
        markup.table([SCRIPT], [[SCRIPT]]),
        markup.fact_table([(SCRIPT, SCRIPT)]),
        bars.draw_bars([(SCRIPT, 1, 0, 0), (SCRIPT, 2, 0, 0)]),
        markup.legend([(SCRIPT, SCRIPT, SCRIPT)]),
        markup.choice_button(SCRIPT, SCRIPT, SCRIPT, is_on=True, kind=SCRIPT),
        markup.cross_table(SCRIPT, [SCRIPT], [(SCRIPT, [SCRIPT])], SCRIPT),
        bars.draw_part(1, SCRIPT, SCRIPT),
        markup.stack([SCRIPT], SCRIPT),
    ]
    assert [piece for piece in pieces if "<script" in piece or 'alert("' in piece] == []
    assert all(isinstance(piece, Safe) and ESCAPED in piece for piece in pieces)


def test_a_tag_holds_its_body_and_class() -> None:
    assert tag("p", "a < b") == "<p>a &lt; b</p>"
    assert tag("p", tag("b", "x"), "lead") == '<p class="lead"><b>x</b></p>'
    assert hint("Select <a>") == '<span class="unprinted">Select &lt;a&gt;</span>'


def test_safe_text_added_to_text_is_escaped_again() -> None:
    """Only this module makes Safe: what code joins by hand is text."""
    assert to_html("a " + Safe("<b>")) == "a &lt;b&gt;"


def test_a_link_opens_elsewhere_and_says_so() -> None:
    assert link("Alpha & Beta", "https://beta.example/page?a=1&b=2") == (
        '<a href="https://beta.example/page?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">'
        'Alpha &amp; Beta&nbsp;<span aria-hidden="true">↗</span></a>'
    )


def test_an_address_cannot_leave_its_attribute() -> None:
    made = link("x", 'https://alpha.example/" onclick="alert(1)')
    assert 'href="https://alpha.example/&quot; onclick=&quot;alert(1)"' in made


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        float("nan"),
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//alpha.example",
        "ftp://alpha.example",
    ],
)
def test_an_address_that_is_not_http_is_dead(url: str | None) -> None:
    assert link("a < b", url) == "a &lt; b"


def test_footnote_numbers_lead_to_their_entries() -> None:
    first = markup.Number(1, "", is_first=True)
    again = markup.Number(3, 'a "b" <i>', is_context=True)
    assert markup.footnote_numbers([first, again]) == (
        '<sup class="note"><a href="#fn-1" target="_self" id="ref-1" title="" aria-label="Note 1">1</a>'
        ",\u2009"
        '<a href="#fn-3" target="_self" class="context" title="a &quot;b&quot; &lt;i&gt;"'
        ' aria-label="Note 3: a &quot;b&quot; &lt;i&gt;">3</a></sup>'
    )
    assert markup.footnote_numbers([]) == ""


def test_a_skip_link_leads_to_its_landing() -> None:
    assert skip("Skip <it>", "after") == (
        '<a href="#after" target="_self" class="skip">Skip &lt;it&gt;</a>',
        '<span class="landing" id="after" tabindex="-1"></span>',
    )


def test_a_footnote_leads_back_to_its_number() -> None:
    entry = markup.Entry(to_html("a < b"), tag("p", "c"), markup.copy_button("ris", "RIS"))
    assert entry.with_number(3) == (
        '<li id="fn-3" tabindex="-1">a &lt; b'
        '<span class="short"> · <a href="#fn-3" target="_self">more</a></span>'
        '<div class="more"><p>c</p><span class="copies"><button type="button" data-form="ris">RIS</button> '
        '<a href="#ref-3" target="_self">↩ back</a></span></div></li>'
    )


def test_a_link_to_a_page_of_ours_stays_in_the_window() -> None:
    made = markup.page_link("A & B", "timeline", {"org": ["a", "b"], "q": 'x"&y'}, "kindtitle")
    assert made == (
        '<a href="timeline?org=a&amp;org=b&amp;q=x%22%26y" target="_self" data-page="" class="kindtitle">'
        "A &amp; B</a>"
    )


def test_a_table_has_a_head_with_scopes() -> None:
    assert markup.table(["A"], [["x"], [None]]) == (
        '<div class="scroll " tabindex="0" role="group" aria-label="Table: A"><table class="record">'
        '<thead><tr><th scope="col">A</th></tr></thead>'
        '<tbody><tr><td>x</td></tr><tr><td><span class="none">not stated</span></td></tr></tbody>'
        "</table></div>"
    )


def test_a_table_with_a_link_needs_no_stop_of_its_own_and_a_blank_heading_is_none() -> None:
    made = markup.table(["", "B"], [["x", markup.inner_link("y", "#y")]])
    assert made.startswith('<div class="scroll "><table')
    assert '<tr><td></td><th scope="col">B</th></tr>' in made


def test_parts_that_are_empty_are_not_stacked() -> None:
    assert markup.stack(["a", Safe(), "b"], "list") == (
        '<div class="stack list"><div>a</div><div>b</div></div>'
    )
    assert markup.stack([Safe()]) == ""
