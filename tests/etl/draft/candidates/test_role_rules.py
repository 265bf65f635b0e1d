import re
import time

from etl.draft.candidates.people.roles import RULES
from etl.draft.candidates.role_rules import Rule, match_rules
from etl.draft.candidates.templates import Mark, make_templates

TEXT = "A of the B and C held it with D."
MARKS = [Mark("O", TEXT.index(name), TEXT.index(name) + 1, name) for name in "ABCD"]
LIST = r"(?P<list>⟦O\d+⟧(?: of the ⟦O\d+⟧)?(?: and ⟦O\d+⟧)*)"


def test_the_first_rule_takes_and_a_part_acts_for_its_owner() -> None:
    (template,) = make_templates(1, TEXT, MARKS)
    rules = [
        Rule("organiser", re.compile(rf"{LIST} held"), "O"),
        Rule("partner", re.compile(rf"with {LIST}"), "O"),
    ]
    found = [(rule.role, mark.mention) for rule, _, mark in match_rules(template, rules)]
    assert found == [("organiser", "A"), ("organiser", "C"), ("partner", "D")]
    assert [words for _, words, _ in match_rules(template, rules)][-1] == "with ⟦O3⟧"


def test_the_owner_of_a_body_gets_no_role() -> None:
    text = "C's A held it."
    marks = [Mark("C", 0, 1, "C"), Mark("O", 4, 5, "A")]
    (template,) = make_templates(1, text, marks)
    rule = Rule("host", re.compile(r"(?P<list>⟦C\d+⟧[’']s ⟦O\d+⟧) held"), "OC")
    assert [mark.mention for _, _, mark in match_rules(template, [rule])] == ["A"]


def test_long_lists_are_read_in_no_time() -> None:
    text = ", and ".join(["P"] * 30) + " in his own way also also also then."
    marks = [Mark("P", found.start(), found.end(), "P") for found in re.finditer(r"\bP\b", text)]
    (template,) = make_templates(1, text, marks)
    began = time.monotonic()
    assert list(match_rules(template, RULES)) == []
    assert time.monotonic() - began < 5
