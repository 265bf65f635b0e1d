import pytest

from etl.reporting import messages
from etl.reporting.messages import describe_problem, suggest_nearest


@pytest.mark.parametrize(
    ("value", "known", "offer"),
    [
        ("unodcc", ["unodc", "osce"], "; the nearest is 'unodc'"),
        ("UNODC", ["unodc", "osce"], "; the nearest is 'unodc'"),
        ("xyz", ["unodc", "osce"], ""),
    ],
)
def test_the_nearest_known_value_is_offered(value: str, known: list[str], offer: str) -> None:
    assert suggest_nearest(value, known) == offer


def test_among_very_many_values_none_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MOST_COMPARED", 1)
    assert suggest_nearest("unodcc", ["unodc", "osce"]) == ""


def test_an_unforeseen_finding_keeps_its_own_words() -> None:
    error = {"type": "other", "loc": (0, "a"), "msg": "Input should be greater than 0", "input": 0}
    assert describe_problem(error, ()) == "should be greater than 0"  # type: ignore[arg-type]
