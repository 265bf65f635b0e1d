"""The colours of every picture, light and dark: by family of organisation, ground, lines, text."""

from dataclasses import dataclass

from data.schema.vocabulary import Family


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Hex colours. `family` colours whoever leads; `bar` is the teal of counts.

    Equal to itself alone, so that pictures can be kept by palette.
    """

    family: dict[str, str]
    ground: str
    land: str
    abroad: str
    water: str
    ink: str
    quiet: str
    faint: str
    line: str
    bar: str
    dispute: str
    planned: str


LIGHT = Palette(
    family={
        Family.UN_GLOBAL: "#2F6DB5",
        Family.REGIONAL: "#0E7C86",
        Family.STATE: "#AE7420",
        Family.OTHER: "#4B2E7A",
    },
    ground="#FCFBF8",
    land="#FBF7EE",
    abroad="#E4E6E6",
    water="#DCE6EA",
    ink="#1D2733",
    quiet="#5B6672",
    faint="#E9E4D8",
    line="#C9C2B2",
    bar="#4E969D",
    dispute="#A8442A",
    planned="#AE7420",
)

DARK = Palette(
    family={
        Family.UN_GLOBAL: "#6FA4E0",
        Family.REGIONAL: "#3FB3BD",
        Family.STATE: "#E0AC56",
        Family.OTHER: "#D3C0F0",
    },
    ground="#161E26",
    land="#222C35",
    abroad="#171E25",
    water="#16303C",
    ink="#E9E6DF",
    quiet="#A9B2BA",
    faint="#2A343E",
    line="#44505B",
    bar="#358C95",
    dispute="#E27A5C",
    planned="#E0AC56",
)


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """`#0E7C86` as the list of numbers that deck.gl reads."""
    return [*bytes.fromhex(colour.removeprefix("#")), alpha]


def mix(colour: list[int], ground: list[int]) -> list[int]:
    """The colour faded into the ground, opaque, so that pieces of a line that overlap do not show."""
    return [round(0.4 * one + 0.6 * other) for one, other in zip(colour, ground, strict=True)]
