from dataclasses import fields
from itertools import combinations

import pytest

from data.schema.vocabulary import Family
from pages.figures.palette import DARK, LIGHT, Palette

LEAST_CONTRAST = 3.0
"""Marks against their ground (WCAG 2.2, 1.4.11); text needs 4.5 (1.4.3)."""


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_family_has_a_colour_of_its_own(palette: Palette) -> None:
    assert set(palette.family) == set(Family)
    assert all(one != other for one, other in combinations(palette.family.values(), 2))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_written_as_six_hex_digits(palette: Palette) -> None:
    """`faded` reads them so."""
    plain = [getattr(palette, field.name) for field in fields(palette) if field.name != "family"]
    for colour in [*plain, *palette.family.values()]:
        assert len(colour) == 7
        assert int(colour.removeprefix("#"), 16) >= 0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_the_ground(palette: Palette) -> None:
    assert contrast(palette.ink, palette.ground) >= 7
    assert contrast(palette.quiet, palette.ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_stands_out_from_the_ground_and_what_is_read_from_its_strip(palette: Palette) -> None:
    page = {"LIGHT": "#FFFFFF", "DARK": "#12181F"}["LIGHT" if palette is LIGHT else "DARK"]
    marks = {**palette.family, "bar": palette.bar, "planned": palette.planned, "quiet": palette.quiet}
    grounds = (palette.ground, page)
    faint = [name for name, mark in marks.items() for g in grounds if contrast(mark, g) < LEAST_CONTRAST]
    assert faint == []
    assert contrast(palette.quiet, palette.faint) >= LEAST_CONTRAST


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_mark_of_a_dispute_stands_out_from_the_ground(palette: Palette) -> None:
    assert contrast(palette.dispute, palette.ground) >= LEAST_CONTRAST
