"""A brief within a page: the tree of its HTML file, among ids and headings of the page's own."""

from xml.etree import ElementTree

from data.brief.document import Document
from data.brief.writers import html
from pages.views.html.markup import Safe

OWN = "brief-"
"""Begins the ids of a brief, which are not those of the page's own notes."""


def draw_brief(document: Document) -> Safe:
    """The same text as in the file; what leads to a publisher opens a tab of its own."""
    body = html.draw_body(document)
    body.tag = "div"
    body.set("class", "brief")
    body.set("lang", document.language.code)
    for each in body.iter():
        if each.tag in ("h1", "h2", "h3"):
            each.tag = f"h{int(each.tag[1]) + 1}"
        if identity := each.get("id"):
            each.set("id", f"{OWN}{identity}")
        if address := each.get("href"):
            is_inner = address.startswith("#")
            each.set("href", f"#{OWN}{address[1:]}" if is_inner else address)
            each.set("target", "_self" if is_inner else "_blank")
    return Safe(ElementTree.tostring(body, encoding="unicode", method="html"))
