import zlib
from base64 import urlsafe_b64encode
from hashlib import sha256

import pytest

from data.brief.basket import Basket, BasketError, Item, write_basket
from data.brief.basket_link import LONGEST, decode, encode

BASKET = Basket((Item("events", "a", "мой & <b>"), Item("sources", "b")), "Title")


def _packed(content: bytes) -> str:
    return urlsafe_b64encode(zlib.compress(content, 9)).decode()


def test_a_short_basket_comes_back_from_its_link() -> None:
    code = encode(BASKET)
    assert code.replace("-", "").replace("_", "").isalnum()
    assert decode(code) == BASKET


def test_a_long_basket_has_no_link() -> None:
    noise = "".join(urlsafe_b64encode(sha256(bytes([n])).digest()).decode() for n in range(45))
    assert encode(Basket((Item("events", "a", noise),))) == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("x" * (LONGEST + 1), "at most 1,500 characters"),
        ("é", "cut or misspelt"),
        ("abcde", "cut or misspelt"),
        (encode(BASKET)[:20], "a file of JSON"),
        (_packed(b"[]"), 'says "chegara_basket": 1'),
        (_packed(b" " * 1_000_000), "at most 200,000 bytes"),
        (_packed(write_basket(Basket(()))[:-9]), "a file of JSON"),
    ],
)
def test_what_is_no_link_to_a_basket_is_refused_with_the_reason(code: str, said: str) -> None:
    with pytest.raises(BasketError) as refused:
        decode(code)
    assert said in str(refused.value)
