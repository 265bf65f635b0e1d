"""The command `brief`: a cited brief, its sources, or one picture; with the filters of `extract`."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.brief import formats, pictures
from data.brief.basket import LARGEST, Basket, BasketError, read_basket
from data.brief.context import Context
from data.brief.pictures import PICTURES
from data.brief.request import ADDRESS, PARTS, Length, Request, public_address
from data.citations.styles import STYLES
from data.extracts import export
from data.files.plain_files import UnfitFileError, read_bytes
from data.filters import Filters
from data.pictures import files
from etl.commands.extract import STDOUT, add_filters, check_known, read_filters, save_file, tell_file
from etl.publish.current_build import open_current_build
from etl.reporting.errors import UsageError

NAMED = ("--store",)
"""Options of the whole command that this one has too."""
LENGTHS = {"1": Length.ONE, "2": Length.TWO, "5": Length.FIVE, "whole": Length.WHOLE}


def add(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "brief", help="write a brief whose sentences carry their sources, or one picture"
    )
    add_filters(parser)
    parser.add_argument(
        "--basket", type=Path, metavar="FILE", help="rows chosen by hand, in place of filters"
    )
    parser.add_argument("--title", default="", help="else the filters in words")
    parser.add_argument("--note", default="", help="the analyst's own words, set apart")
    parser.add_argument("--length", choices=LENGTHS, default="2", help="about how many pages")
    parser.add_argument("--parts", metavar="NAMES", default=",".join(PARTS), help="in their order")
    parser.add_argument("--pictures", metavar="NAMES", help=f"of {', '.join(PICTURES)}, or none")
    parser.add_argument("--by", choices=("year", "theme"), default="year", help="headings of events")
    parser.add_argument("--style", choices=STYLES, default="un", help="of the list of sources")
    parser.add_argument("--picture", metavar="NAME", help="this picture alone, as svg or png")
    parser.add_argument("--format", dest="form", metavar="FORMAT", help=", ".join(formats.FORMS))
    parser.add_argument(
        "-o", dest="out", metavar="FILE", help="else a name that says what it holds; - for stdout"
    )
    return parser


def run(wanted: argparse.Namespace, _: object) -> Callable[[str], int]:
    """Make the file; what is returned tells of it."""
    _check_address()
    engine = open_current_build(wanted.store)
    try:
        request = _request(wanted, read_filters(wanted, engine))
        name, content = (_picture if wanted.picture else _brief)(engine, request, wanted)
    finally:
        engine.dispose()
    out = wanted.out or name
    if out != STDOUT:
        save_file(content, out)
    return lambda _: tell_file(content, out)


def _check_address() -> None:
    try:
        public_address()
    except ValueError as error:
        raise UsageError(f"{ADDRESS}: {error}") from error


def _request(wanted: argparse.Namespace, filters: Filters) -> Request:
    basket = _basket(wanted.basket) if wanted.basket else None
    if basket and not filters.is_empty:
        raise UsageError("--basket holds rows chosen by hand: give no filters with it")
    names = [name for name in (wanted.pictures or "").split(",") if name and name != "none"]
    return Request(
        filters=filters,
        basket=basket,
        title=" ".join(wanted.title.split()),
        note=wanted.note.strip(),
        parts=tuple(check_known("--parts", name, PARTS) for name in wanted.parts.split(",")),
        length=LENGTHS[wanted.length],
        pictures=None if wanted.pictures is None else tuple(map(partial(_picture_name, "--pictures"), names)),
        by=wanted.by,
        style=wanted.style,
    )


def _basket(path: Path) -> Basket:
    try:
        return read_basket(read_bytes(path, LARGEST))
    except (UnfitFileError, OSError, BasketError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"--basket {path}: {why}") from error


def _picture_name(option: str, name: str) -> str:
    return check_known(option, name, tuple(PICTURES))


def _brief(engine: Engine, request: Request, wanted: argparse.Namespace) -> tuple[str, bytes]:
    form = check_known("--format", wanted.form or "docx", formats.FORMS)
    build = export.find_release(engine).build
    return formats.name_brief(request, form, build), formats.make_brief(engine, request, form)


def _picture(engine: Engine, request: Request, wanted: argparse.Namespace) -> tuple[str, bytes]:
    name = _picture_name("--picture", wanted.picture)
    form = check_known("--format", wanted.form or "svg", tuple(files.FORMATS))
    context = Context(engine, request)
    drawn = pictures.draw(name, context)
    if drawn is None:
        raise UsageError(f"--picture {name}: nothing under these filters to draw")
    release = context.release
    words = f"{context.words} {release.build}"
    file = files.name_file(name, request.filters, context.event_counts, release.name, words, form)
    return file, files.FORMATS[form](drawn.svg)
