"""Claims in words."""

import pytest

from pages.views.footnotes.wording import name_claimant


@pytest.mark.parametrize(
    ("claimant", "words"),
    [
        ("OSCE", ", says OSCE"),
        ("Asia-Plus (citing the Border Troops of Tajikistan)", None),
        ("United Nations press", None),
        ("UNRCCA (UN missions site)", None),
        ("The Times of Central Asia (citing EU delegations)", None),
        ("EU delegations", ", say EU delegations"),
        ("delegations of the project states", ", say delegations of the project states"),
    ],
)
def test_a_value_is_followed_by_who_states_it(claimant: str, words: str | None) -> None:
    assert name_claimant(claimant) == (words or f", says {claimant}")
