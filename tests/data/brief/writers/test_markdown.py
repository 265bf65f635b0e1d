import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from data.brief.document import Paragraph, Sentence
from data.brief.writers import markdown
from tests.data.brief import documents
from tests.data.brief.documents import SHOWN


def test_hostile_text_stays_text() -> None:
    content = markdown.write(documents.hostile()).decode()
    body, _, foot = content.partition("[^1]:")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").enable("table").parse(body)
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
        "softbreak",
    }
    shown = "".join(child.content for token in tokens for child in token.children or [])
    assert shown.count(SHOWN.rstrip()) == 10
    assert "](<" not in foot.replace("\\]", "")
    assert not re.search(r"(?<!\\)<script", content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. One", "1\\. One"),
        ("12) Twelve", "12\\) Twelve"),
        ("# Head", "\\# Head"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("2021-03-05, a_b", "2021-03-05, a\\_b"),
        ("https://x.example", "https\\://x.example"),
        ("WWW.x.example", "WWW\\.x.example"),
        ("one\n\ntwo", "one two"),
        ("", ""),
    ],
)
def test_what_means_more_is_escaped(text: str, said: str) -> None:
    assert markdown.escape(text) == said


def test_sentences_have_their_notes_and_remarks_are_set_apart() -> None:
    lines = markdown.write(documents.plain()).decode().splitlines()
    assert lines[:6] == ["# A brief", "", "Question: **ALPHA**", "", "*Chegara, release 1.*", ""]
    assert "**3 March 2021, Alphaville.** First.[^1] Second.[^1] Third.[^2] Fourth.[^3]" in lines
    assert "> **Analyst’s note:** My own view." in lines
    assert "*What it shows..* What it shows." in lines
    assert lines[-3] == "[^2]: “more” (para. 3), source as in note 1. Beta, \\[Reports.\\], no date."
    assert lines[-4].startswith(
        "[^1]: [“fourteen bodies”](<https://alpha.example/report#:~:text=fourteen%20bodies>) (para. 2), Alpha"
    )


def test_an_address_cannot_end_its_link() -> None:
    cited = replace(documents.PAGE, address="https://x.example/<a> b\\")
    content = markdown.write(documents.document(Paragraph((Sentence("First.", (cited,)),)))).decode()
    assert "[“fourteen bodies”](<https://x.example/%3Ca%3E%20b%5C>) (para. 2)" in content
