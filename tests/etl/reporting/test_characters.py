import pytest

from etl.reporting.characters import Flaw, describe_twin, escape_invisible, list_flaws, name_character

FLAWED = [
    ("a\x07", Flaw("holds the control character U+0007", True)),
    ("a\u2060", Flaw("holds the invisible character U+2060 WORD JOINER", False)),
    ("a\u2067", Flaw("holds the direction override U+2067 RIGHT-TO-LEFT ISOLATE", True)),
    ("a\U000e0041", Flaw("holds the invisible tag character U+E0041 TAG LATIN CAPITAL LETTER A", True)),
    ("a\u00ad", Flaw("holds the unusual character U+00AD SOFT HYPHEN", False)),
    ("a\u200f", Flaw("holds the unusual character U+200F RIGHT-TO-LEFT MARK", False)),
    ("a\u2028", Flaw("holds the unusual character U+2028 LINE SEPARATOR", False)),
    ("a\ue000", Flaw("holds the unusual character U+E000", False)),
    ("a\u200cb", Flaw("holds the unusual character U+200C ZERO WIDTH NON-JOINER", False)),
    (
        "a\ufffd",
        Flaw("holds U+FFFD REPLACEMENT CHARACTER: letters were lost before the text came here", False),
    ),
    ("dÃ©lta", Flaw("looks as if it was once read in the wrong encoding", False)),
    ("Боrder", Flaw("mixes scripts in one word: U+043E CYRILLIC SMALL LETTER O", False)),
    ("borderы", Flaw("mixes scripts in one word: U+044B CYRILLIC SMALL LETTER YERU", False)),
]
CLEAN = ["Шавкат Мирзиёев", "می\u200cخواهم", "R&D <pilot>", "tab\tand\nline", "=1+1", "été", "СНГ/CIS", ""]


@pytest.mark.parametrize(("text", "flaw"), FLAWED)
def test_a_flaw_is_found_and_named(text: str, flaw: Flaw) -> None:
    assert [*list_flaws(text)] == [flaw]


@pytest.mark.parametrize("text", CLEAN)
def test_honest_text_has_no_flaw(text: str) -> None:
    assert [*list_flaws(text)] == []


def test_a_flaw_is_told_once() -> None:
    assert len([*list_flaws("\u200b \u200b \u200b")]) == 1


def test_unseen_characters_are_written_out() -> None:
    assert escape_invisible("a\u200b\n\tб\u3164\x1b") == "aU+200BU+000AU+0009бU+3164U+001B"
    assert escape_invisible("plain") == "plain"


def test_characters_are_named_by_code_point() -> None:
    assert name_character("а") == "U+0430 CYRILLIC SMALL LETTER A"
    assert describe_twin("аlpha") == "; it holds U+0430 CYRILLIC SMALL LETTER A"
    assert describe_twin("alpha") == ""
