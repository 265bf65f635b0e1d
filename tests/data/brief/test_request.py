import pytest

from data.brief.request import ADDRESS, public_address


@pytest.mark.parametrize(
    ("set_to", "address"),
    [
        ("", ""),
        ("https://chegara.example/", "https://chegara.example"),
        ("https://chegara.example:8443/base", "https://chegara.example:8443/base"),
        ("http://localhost:8501", ""),
        ("http://LOCALHOST", ""),
        ("http://app.localhost/x", ""),
        ("http://127.0.0.1:8501", ""),
        ("http://0.0.0.0:8501", ""),
        ("http://[::1]:8501", ""),
    ],
)
def test_the_public_address_is_one_that_others_can_open(
    set_to: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS, set_to)
    assert public_address() == address


@pytest.mark.parametrize(
    "set_to", ["https://user@localhost", "chegara.example", "javascript://x/%0aalert(1)"]
)
def test_what_is_no_address_is_told(set_to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, set_to)
    with pytest.raises(ValueError, match="a link starts with http"):
        public_address()
