import pytest

from pages.views.footnotes.originators import name_originators


@pytest.mark.parametrize(
    ("publishers", "name"),
    [
        (["TASS via The Frontier Post", "TASS", "Newsweb (citing TASS)"], "TASS"),
        (["Trend (citing TASS via Sputnik)"], "TASS"),
        (["Asia Today (citing the press service of TASS)"], "press service of TASS"),
        (["Echo", "Newsweb (citing Tass Agency)"], "Tass Agency"),
        (["The Tass Times", "Tass Times"], "Tass Times"),
    ],
)
def test_an_originator_is_called_as_its_publishers_call_it(publishers: list[str], name: str) -> None:
    assert name_originators(("tass", publisher) for publisher in publishers) == {"tass": name}


def test_each_originator_has_its_own_name() -> None:
    pairs = [("asia-plus", "Asia-Plus"), ("uza", "nCa (citing UzA)")]
    assert name_originators(pairs) == {"asia-plus": "Asia-Plus", "uza": "UzA"}
