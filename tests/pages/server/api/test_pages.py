"""Headers of a page stay within what proxies take, and can be read back."""

from urllib.parse import unquote

from pages.server.api.pages import LONGEST, LONGEST_LINK, RECEIPT, list_headers

PLAIN = {name.replace("-", "_"): f"{name}: “Ўзбекистон” 100 %" for name in RECEIPT}


def test_any_text_comes_back() -> None:
    found = list_headers(PLAIN, "", "")
    assert found.keys() == {f"chegara-{name}" for name in RECEIPT}
    assert all(text.isascii() and text.isprintable() for text in found.values())
    assert unquote(found["chegara-cite"]) == PLAIN["cite"]


def test_what_is_long_is_cut_and_a_link_left_out() -> None:
    found = list_headers({**PLAIN, "cite": "Ў\r\n" * 5_000}, "build-digest-5", "x" * (LONGEST_LINK + 1))
    assert LONGEST - 24 < len(found["chegara-cite"]) <= LONGEST
    assert unquote(found["chegara-cite"], errors="strict").endswith("…")
    assert (found["chegara-cursor"], "link" in found) == ("build-digest-5", False)
