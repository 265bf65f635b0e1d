import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import Engine

from data.brief import formats
from data.brief.request import Length, Request
from data.filters import Filters
from etl.commands.command_line import main

OPTIONS = ["--organisation", "alpha", "--title", "On alpha", "--length", "1"]
REQUEST = Request(Filters(organisations=("alpha",)), title="On alpha", length=Length.ONE)


@pytest.mark.parametrize("form", ["docx", "html", "md", "ris"])
def test_the_bytes_are_those_that_a_page_would_give(
    form: str, builds: Path, engine: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    assert main(["brief", "--store", str(builds), *OPTIONS, "--format", form, "-o", str(file)]) == 0
    assert file.read_bytes() == formats.make_brief(engine, REQUEST, form)


def test_without_a_file_the_name_says_what_it_holds(
    builds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["brief", "--store", str(builds), *OPTIONS, "--format", "md"]) == 0
    [file] = tmp_path.iterdir()
    assert file.name.startswith("chegara_brief_on-alpha_")


def test_a_basket_in_place_of_filters(
    builds: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    basket = tmp_path / "basket.json"
    items = [{"table": "organisations", "id": "alpha", "note": "Mine"}]
    basket.write_text(json.dumps({"chegara_basket": 1, "title": "Own", "items": items}), encoding="utf-8")
    asked = ["brief", "--store", str(builds), "--basket", str(basket), "--format", "md", "-o", "-"]
    assert main(asked) == 0
    said = capfdbinary.readouterr().out.decode()
    assert said.startswith("# Own\n")
    assert "> **Analyst’s note:** Mine" in said
    assert main([*asked, "--country", "UZB"]) == 2


def test_a_wrong_public_address_is_refused(
    builds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHEGARA_ADDRESS", "chegara.example")
    assert main(["brief", "--store", str(builds), "-o", "-"]) == 2
    assert capsys.readouterr().err.startswith("CHEGARA_ADDRESS: a link starts with http")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_one_picture_alone(form: str, builds: Path, tmp_path: Path) -> None:
    file = tmp_path / "out"
    asked = ["brief", "--store", str(builds), "--picture", "strip", "--format", form, "-o", str(file)]
    assert main(asked) == 0
    content = file.read_bytes()
    if form == "png":
        assert Image.open(BytesIO(content)).size[0] == 1520
    else:
        assert content.startswith(b"<?xml")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--parts", "events,figure"], "--parts figure: not known; the nearest is figures"),
        (["--pictures", "mop"], "--pictures mop: not known; the nearest is map"),
        (["--picture", "strap"], "--picture strap: not known; the nearest is strip"),
        (["--picture", "strip", "--format", "docx"], "--format docx: not known; known are svg, png"),
        (["--picture", "strip", "--search", "zzz"], "--picture strip: nothing under these filters to draw"),
        (["--format", "doc"], "--format doc: not known; the nearest is docx"),
        (["--organisation", "alfa"], "--organisation alfa: not known; the nearest is alpha"),
        (["--basket", "/nowhere.json"], "--basket /nowhere.json: "),
        (["--basket", __file__], f"--basket {__file__}: a basket is a file of JSON in UTF-8"),
    ],
)
def test_what_is_not_known_is_refused(
    options: list[str], said: str, builds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "--store", str(builds), *options, "-o", "-"]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_parts_pictures_and_order_are_those_asked_for(
    builds: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    options = [
        "--parts",
        "coverage,figures",
        "--pictures",
        "none",
        "--length",
        "whole",
        "--format",
        "md",
        "-o",
        "-",
    ]
    assert main(["brief", "--store", str(builds), *options]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert [line for line in said.splitlines() if line.startswith("## ")] == [
        "## What was not found or read",
        "## In figures",
    ]
