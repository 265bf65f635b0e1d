"""The bundled outlines: what is read of them, and that they agree with the curated borders."""

import csv

import pytest

from data.outlines import read_outlines
from data.store import CURATED


def test_the_faulty_polygon_is_not_among_the_countries() -> None:
    codes = [feature["properties"]["iso"] for feature in read_outlines("countries")]
    assert "KAS" not in codes
    assert {"KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"} <= set(codes)


def test_every_border_line_is_a_curated_border() -> None:
    with (CURATED / "borders.csv").open(encoding="utf-8", newline="") as file:
        curated = {row["id"] for row in csv.DictReader(file)}
    assert {feature["properties"]["pair"] for feature in read_outlines("borders")} == curated


def test_lakes_have_names() -> None:
    assert "Issyk-Kul" in {feature["properties"]["name"] for feature in read_outlines("lakes")}


def test_an_unknown_name_raises() -> None:
    with pytest.raises(FileNotFoundError):
        read_outlines("rivers")
