"""Invented words and names for a corpus, in Latin and Cyrillic script; few are met often, most seldom."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LATIN = (
    "ba be bo da de di do du fa ga gu ha ja ka ke ki ko ku la le li lo ma me mi mo mu na ne ni no"
    " ra re ri ro ru sa se si so ta te ti to tu va zi"
)
CYRILLIC = (
    "ба бе бо да де ди до ду фа га гу ха жа ка ке ки ко ку ла ле ли ло ма ме ми мо му на не ни но"
    " ра ре ри ро ру са се си со та те ти то ту ва зи"
)
SYLLABLES = list(zip(LATIN.split(), CYRILLIC.split(), strict=True))
DOMAIN = (
    "border cooperation training customs drug precursor control officers regional assessment terrorism"
    " financing round table experts strategy implementation joint plan action central asian states security"
    " counter conference violent extremism prevention returnees rehabilitation dialogue agencies crossing"
    " trade liaison office opening equipment delivery management capacity programme launch review committee"
    " session early warning network threat analysis firearms trafficking migration smuggling cyber online"
    " investigators prosecutors judges prison youth women rights law exchange information operational"
    " exercise summit meeting ministers services guards patrol surveillance cargo container risk profiling"
    " passenger data aviation railway road bridge donors project evaluation framework coordination"
    " Afghanistan refugees community resilience media schools research"
)


class Zipf(Generic[T]):
    """Draws items of a list, the nth with a weight of 1 / n ** slope."""

    def __init__(self, items: Sequence[T], slope: float = 1.0) -> None:
        self.items = items
        self._weights = list(accumulate(1 / place**slope for place in range(1, len(items) + 1)))

    def one(self, rng: Random) -> T:
        return rng.choices(self.items, cum_weights=self._weights)[0]

    def several(self, rng: Random, count: int) -> list[T]:
        return rng.choices(self.items, cum_weights=self._weights, k=count)

    def distinct(self, rng: Random, count: int) -> list[T]:
        """At most `count` different items: those drawn twice count once."""
        return list(dict.fromkeys(self.several(rng, count)))


class Language:
    """A fixed vocabulary and the sentences made of it."""

    def __init__(self, rng: Random, size: int = 2500) -> None:
        invented = [make_word(rng, rng.randint(2, 4))[0] for _ in range(size)]
        self._words = Zipf([*DOMAIN.split(), *dict.fromkeys(invented)], 0.85)

    def words(self, rng: Random, count: int) -> str:
        return " ".join(self._words.several(rng, count))

    def sentence(self, rng: Random, least: int, most: int) -> str:
        text = self.words(rng, rng.randint(least, most))
        return f"{text[0].upper()}{text[1:]}."


def make_word(rng: Random, syllables: int) -> tuple[str, str]:
    """An invented word in Latin and in Cyrillic letters."""
    pairs = rng.choices(SYLLABLES, k=syllables)
    return "".join(latin for latin, _ in pairs), "".join(cyrillic for _, cyrillic in pairs)


def encode_number(number: int) -> str:
    """A number in as few digits and small letters as can be."""
    found = ""
    while True:
        number, rest = divmod(number, len(DIGITS))
        found = DIGITS[rest] + found
        if not number:
            return found
