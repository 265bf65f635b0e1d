import pytest

from data.citations import Cited, styles
from tests.data.citations.sources import NOTE, PAGE

PLAIN = PAGE | {"title": "Fighting terror", "url": "https://alpha.example/a"}
OWN = PLAIN | {"title": None, "about": "What it reports."}


@pytest.mark.parametrize(
    ("style", "text", "own", "bare"),
    [
        (
            "chicago",
            "World Customs Organization, Secretariat, “Fighting Terror”, March 4, 2022, https://alpha.example/a.",
            "World Customs Organization, Secretariat, [What it reports], March 4, 2022, https://alpha.example/a.",
            "UNODC, [What it reports] (n.d.).",
        ),
        (
            "apa",
            "World Customs Organization, Secretariat. (2022, March 4). Fighting terror. https://alpha.example/a",
            "World Customs Organization, Secretariat. (2022, March 4). [What it reports]. https://alpha.example/a",
            "UNODC. (n.d.). [What it reports].",
        ),
        (
            "un",
            "World Customs Organization, Secretariat, “Fighting terror”, 4 March 2022. Available at "
            "https://alpha.example/a (accessed on 23 November 2026).",
            "World Customs Organization, Secretariat, [What it reports], 4 March 2022. Available at "
            "https://alpha.example/a (accessed on 23 November 2026).",
            "UNODC, [What it reports].",
        ),
    ],
)
def test_each_style_in_the_order_given(style: str, text: str, own: str, bare: str) -> None:
    assert styles.format_sources([Cited(PLAIN), Cited(OWN), Cited(NOTE)], style) == [text, own, bare]
    assert styles.format_sources([Cited(NOTE), Cited(PLAIN)], style) == [bare, text]


def test_every_style_has_its_file_and_its_licence() -> None:
    assert {path.stem for path in styles.FOLDER.glob("*.csl")} == set(styles.STYLES)
    readme = (styles.FOLDER / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 3.0" in readme


def test_two_sources_alike_are_both_there() -> None:
    assert len(styles.format_sources([Cited(PLAIN), Cited(PLAIN)], "apa")) == 2
