"""Documents that try to be more than text, and one plain one."""

from dataclasses import replace

from data.brief.document import (
    Block,
    Citation,
    Document,
    Drawn,
    Paragraph,
    References,
    Remark,
    Section,
    Sentence,
)
from data.brief.languages.english import ENGLISH
from data.pictures.drawing import sheet, svg
from data.pictures.drawing.sheet import Caption, Picture

HOSTILE = (
    "<script>alert(1)</script> [x](https://evil.example) ![i](https://evil.example/i.png) "
    "https://evil.example "
    "www.evil.example a@evil.example **b** `c` $d$ ~~e~~ | f & \\ {{g}} =1+1 \x00\x1b\u202e"
)
SHOWN = HOSTILE.replace("\x00\x1b\u202e", "\ufffd\ufffd\ufffd")
"""The same as files show it."""
PAGE = Citation(
    "alpha-page",
    "Alpha",
    "Alpha report",
    "2021-03-05",
    "2026-01-02",
    "https://alpha.example/report",
    "fourteen bodies",
    2,
    "https://alpha.example/report#:~:text=fourteen%20bodies",
)
RECORD = Citation("", "Chegara, release 1.", "Counted in the record.", "2026-01-01", "")


def picture(words: str = "What it shows.") -> Drawn:
    body = svg.drawing()
    body.write(10, 20, words)
    return Drawn("strip", words, words, sheet.frame(Picture(body, 40, words), Caption(words, words, words)))


def document(*blocks: Block, title: str = "A brief", heading: str = "Events") -> Document:
    return Document(title, "ALPHA", "Chegara, release 1.", "2026-01-01", ENGLISH, (Section(heading, blocks),))


def hostile() -> Document:
    """Every text of it is HOSTILE."""
    script = "javascript:alert(1)"
    cited = Citation("x", HOSTILE, HOSTILE, "2021", "2022", script, HOSTILE, 1, script)
    return Document(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        "2026-01-01",
        ENGLISH,
        (
            Section(
                HOSTILE,
                (
                    Paragraph((Sentence(HOSTILE, (cited,), HOSTILE),)),
                    Remark(HOSTILE),
                    picture(HOSTILE),
                    References((HOSTILE,)),
                ),
            ),
        ),
    )


def plain() -> Document:
    """A sentence with a page, one with the same, another passage, one counted; a remark."""
    other = Citation(*("beta-page", "Beta", "[Reports.]", "", ""), url="")
    later = replace(PAGE, words="more", paragraph=3, address="")
    return document(
        Paragraph(
            (
                Sentence("First.", (PAGE,), "3 March 2021, Alphaville."),
                Sentence("Second.", (PAGE,)),
                Sentence("Third.", (later, other)),
                Sentence("Fourth.", (RECORD,)),
            )
        ),
        Paragraph((Sentence("Fifth.", (PAGE,)), Sentence("Sixth.", (RECORD,)))),
        Remark("My own view."),
        picture(),
        References(("Alpha, Alpha report.",)),
    )
