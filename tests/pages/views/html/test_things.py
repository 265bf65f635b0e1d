"""Names as links."""

from pages.views.html import markup
from pages.views.html.marks import mark_words
from pages.views.html.things import link_event, link_thing


def test_html_of_ours_and_a_text_that_looks_like_it_are_kept_apart() -> None:
    ours = mark_words("UN", ["un"])
    assert ours == "<mark>UN</mark>"
    assert link_thing("organisations", "un", ours).endswith("<mark>UN</mark></a>")
    assert link_thing("organisations", "un", str(ours)).endswith("&lt;mark&gt;UN&lt;/mark&gt;</a>")


def test_an_event_leads_to_its_page_and_filters_go_along() -> None:
    assert link_event("e", "A & b") == (
        '<a href="event?id=e" target="_self" data-page="all" class="thing">A &amp; b</a>'
    )
    assert link_event(None, "A & b") == "A &amp; b"
    assert 'data-page="but-search"' in link_thing("events", "e", "A", drops_search=True)


def test_words_are_marked_and_the_rest_is_escaped() -> None:
    assert mark_words("<b> Drugs & drugs", ["drug"]) == (
        "&lt;b&gt; <mark>Drugs</mark> &amp; <mark>drugs</mark>"
    )
    assert mark_words("nothing", []) == markup.to_html("nothing")
