import re
from dataclasses import replace
from html.parser import HTMLParser

from data.brief.document import Paragraph, Sentence
from data.brief.writers import html
from tests.data.brief import documents
from tests.data.brief.documents import SHOWN

FETCHING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "xlink:href"}


class Page(HTMLParser):
    """Tags with their attributes, and the text of the body."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_hostile_text_stays_text() -> None:
    page = Page(html.write(documents.hostile()))
    assert {tag for tag, _ in page.tags} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "bdi", "sup", "a", "aside",
        "figure", "img", "ul", "ol", "li", "span",
    }  # fmt: skip
    assert page.text.count(SHOWN) == 12
    assert all(str(link["href"]).startswith("#") for link in page.named("a"))
    assert page.named("img")[0]["alt"] == SHOWN


def test_nothing_runs_and_nothing_is_asked_of_any_host() -> None:
    content = html.write(documents.plain())
    page = Page(content)
    asked = {value for _, attributes in page.tags for name, value in attributes.items() if name in FETCHING}
    assert asked
    assert all(str(value).startswith("data:image/svg+xml;base64,") for value in asked)
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert page.named("meta")[1]["content"] == html.POLICY
    assert "script" not in html.POLICY
    assert not re.search(rb"url\(|@import", content)


def test_each_sentence_has_its_number_and_each_number_its_note() -> None:
    page = Page(html.write(documents.plain()))
    marks = [link["href"] for link in page.named("a") if str(link["href"]).startswith("#note-")]
    assert marks == ["#note-1", "#note-1", "#note-2", "#note-3", "#note-4", "#note-3"]
    ids = [item["id"] for item in page.named("li") if "id" in item]
    assert ids == ["note-1", "note-2", "note-3", "note-4"]
    assert "https://alpha.example/report#:~:text=fourteen%20bodies" in [
        link["href"] for link in page.named("a")
    ]


def test_what_runs_from_right_to_left_is_laid_out_apart() -> None:
    persian = replace(documents.PAGE, words="تاکنون ، 19 BLO", paragraph=None)
    content = html.write(documents.document(Paragraph((Sentence("First.", (persian,)),)))).decode()
    assert ">“<bdi>تاکنون ، 19 BLO</bdi>”</a>" in content


def test_the_same_document_gives_the_same_bytes() -> None:
    assert html.write(documents.plain()) == html.write(documents.plain())
