import re
from dataclasses import fields
from itertools import combinations
from math import dist

import pytest

from data.pictures.drawing.palette import DARK, LIGHT, Palette
from data.schema.vocabulary import Family
from data.store import ROOT

LEAST_DIFFERENCE = 15
"""Of two colours as a dichromat sees them, in CIE L*a*b*: then they are told apart also as small dots."""
DEUTERANOPE = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881))
PROTANOPE = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
"""What linear red, green and blue become (Machado, Oliveira and Fernandes 2009, severity 1)."""
LEAST_CONTRAST = 3.0
"""Marks against their ground (WCAG 2.2, 1.4.11); text needs 4.5 (1.4.3)."""


def linear(colour: str) -> list[float]:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(colour: str, sight: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of what a dichromat sees."""
    r, g, b = (
        max(0.0, sum(share * part for share, part in zip(row, linear(colour), strict=True))) for row in sight
    )
    x, y, z = (
        each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116
        for each in (
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


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


@pytest.mark.parametrize("sight", [DEUTERANOPE, PROTANOPE], ids=["deuteranope", "protanope"])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_families_are_told_apart_without_red_or_green(
    palette: Palette, sight: tuple[tuple[float, ...], ...]
) -> None:
    for (one, colour), (other, another) in combinations(palette.family.items(), 2):
        difference = dist(lab(colour, sight), lab(another, sight))
        assert difference >= LEAST_DIFFERENCE, f"{one} and {other}: {difference:.0f}"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_of_map_and_network_stand_out_from_every_ground_they_lie_on(palette: Palette) -> None:
    marks = {**palette.family, "planned": palette.planned, "dispute": palette.dispute}
    grounds = (palette.ground, palette.land, palette.faint, palette.abroad)
    low = {
        (name, ground): round(contrast(colour, ground), 2)
        for name, colour in marks.items()
        for ground in grounds
        if contrast(colour, ground) < LEAST_CONTRAST
    }
    assert low == {}


@pytest.mark.parametrize(("palette", "place"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_the_style_sheet_has_the_colours_of_the_pictures(palette: Palette, place: int) -> None:
    css = (ROOT / "pages" / "views" / "shell" / "style.css").read_text(encoding="utf-8")
    found = {
        name: pair.split(",")[place].strip()
        for name, pair in re.findall(r"--(un|regional|state|other|brick): light-dark\((.*?)\)", css)
    }
    wanted = dict(zip(("un", "regional", "state", "other"), palette.family.values(), strict=True))
    assert found == {name: c.lower() for name, c in {**wanted, "brick": palette.dispute}.items()}
