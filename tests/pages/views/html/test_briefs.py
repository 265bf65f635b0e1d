from data.brief.writers import html
from pages.views.html import briefs
from tests.data.brief import documents
from tests.data.brief.writers.test_html import Page


def test_the_page_shows_the_text_of_the_file() -> None:
    for document in (documents.plain(), documents.hostile()):
        file, shown = Page(html.write(document)), Page(briefs.draw_brief(document).encode())
        assert file.text[file.text.index(html.STYLE) + len(html.STYLE) :].strip() == shown.text.strip()


def test_hostile_text_stays_text() -> None:
    page = Page(briefs.draw_brief(documents.hostile()).encode())
    assert page.text.count(documents.SHOWN) == 11
    assert {tag for tag, _ in page.tags} <= {
        "div", "h2", "h3", "p", "b", "bdi", "sup", "a", "aside", "figure", "img", "ul", "ol", "li", "span",
    }  # fmt: skip
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]


def test_ids_are_its_own_and_publishers_open_beside_the_page() -> None:
    page = Page(briefs.draw_brief(documents.plain()).encode())
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert ids >= {"brief-note-1", "brief-ref-1"}
    assert all(str(identity).startswith("brief-") for identity in ids)
    for link in page.named("a"):
        if str(link["href"]).startswith("#"):
            assert (str(link["href"])[1:] in ids, link["target"]) == (True, "_self")
        else:
            assert (link["target"], link["rel"]) == ("_blank", "noopener noreferrer")
