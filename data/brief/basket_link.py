"""A short basket as a part of an address: JSON, compressed, in the letters that addresses may hold."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from data.brief.basket import LARGEST, Basket, BasketError, read_basket, write_basket

LONGEST = 1_500
"""Characters; mail programs and chats cut longer addresses."""


def encode(basket: Basket) -> str:
    """The basket in at most LONGEST characters; empty where it is longer."""
    text = urlsafe_b64encode(zlib.compress(write_basket(basket, indent=None), 9)).decode().rstrip("=")
    return text if len(text) <= LONGEST else ""


def decode(text: str) -> Basket:
    """The basket that `encode` wrote; BasketError for anything else. No more than LARGEST is unpacked."""
    if len(text) > LONGEST:
        raise BasketError(f"a basket in a link has at most {LONGEST:,} characters")
    try:
        packed = urlsafe_b64decode(f"{text}{'=' * (-len(text) % 4)}")
        content = zlib.decompressobj().decompress(packed, LARGEST + 1)
    except (ValueError, zlib.error) as error:
        raise BasketError("the link is cut or misspelt") from error
    return read_basket(content)
