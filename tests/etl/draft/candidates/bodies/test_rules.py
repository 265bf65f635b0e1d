import pytest

from etl.draft.candidates.bodies.rules import RULES


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("organized by the ⟦O0⟧", "organiser"),
        ("funded by ⟦C0⟧", "donor"),
        ("hosted by ⟦C0⟧", "host"),
        ("in cooperation with the ⟦O0⟧", "partner"),
        ("на средства ⟦O0⟧", "donor"),
        ("при поддержке ⟦O0⟧", "partner"),
    ],
)
def test_the_first_rule_that_reads_it_gives_the_role(text: str, role: str) -> None:
    assert next(rule.role for rule in RULES if rule.pattern.search(text)) == role
