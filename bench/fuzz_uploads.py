"""Hostile and damaged uploads, through the process that reads files: `python -m bench.fuzz --uploads 2000`.

Each upload is an honest extract (CSV, XLSX or data package) that was damaged in its bytes, in one of its
parts, or in its XML or JSON by values that demand more than they should. It is read as the dashboard reads
it, and compared with the record if it could be read. What is neither a result nor one message about the
file, what takes too long or too much memory, is a finding, reported with the seed of the upload.
"""

import io
import json
import random
import re
import resource
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.damages import COARSE, FINE
from bench.record import CURATED
from data import store
from data.extracts import export
from data.extracts.request import Request
from data.filters import Filters
from data.parsers.limits import MEGABYTE, PAGE
from data.parsers.sheets import TooLargeError, UnreadableError
from data.recheck import check
from data.uploads import process
from data.uploads.child import BROKEN
from etl import pipeline

SLOWEST = 20.0
"""Seconds that an upload may take, reading and comparing."""
MEMORY = 600 * MEGABYTE
LONGEST_MESSAGE = 2_500
NAMES = ("events", "offices", "network-pairs", "record")
FORMS = {"csv": "csv", "xlsx": "xlsx", "package": "zip"}
NUMBERS = (
    "-1",
    "0",
    "1",
    "1048576",
    "1048577",
    "4294967295",
    "18446744073709551616",
    "9" * 400,
    "1e999",
    "",
    "x",
)
REFERENCES = (
    "A0",
    "A1048576",
    "XFD1",
    "XFD1048576",
    "XFE1",
    "A" * 40 + "1",
    "A" + "9" * 40,
    "A1:XFD1048576",
    "А1",
)
JSON_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        10**30,
        1e308,
        "",
        "\x00",
        "\u202e",
        "9999-12-31",
        "x" * 300_000,
        [],
        {},
        ["x"] * 5_000,
    ),
    *([[[[[]]]]], {"a": {"a": {"a": 1}}}, "\ud800", "../../etc/passwd", "0001-01-01", "'\"; --"),
)
Chance = random.Random


def honest(engine: Engine) -> dict[str, bytes]:
    """An extract of each data set in each form that can hold it, by file name."""
    release = export.find_release(engine)
    found = {}
    for name in NAMES:
        for form, ending in FORMS.items():
            if (name, form) != ("record", "csv"):
                asked = Request(name, Filters(), release)
                found[f"{name}.{ending}"] = export.make_file(asked, ending, engine)
    return found


def bytes_damaged(content: bytes, chance: Chance) -> bytes:
    """A few bytes changed, cut or put in."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 50))):
        place = chance.randrange(len(damaged))
        size = chance.choice((0, 1, 1, 4))
        damaged[place : place + size] = chance.randbytes(chance.choice((0, 1, 1, 4)))
    return bytes(damaged[: chance.randrange(1, len(damaged))]) if chance.random() < 0.1 else bytes(damaged)


def part_damaged(content: bytes, chance: Chance) -> bytes:
    """One member of an archive damaged, or all of them packed in an odd way."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    place = chance.randrange(len(members))
    name, part = members[place]
    damage = chance.choice(_damages(name))
    members[place] = name, damage(part, chance)
    if chance.random() < 0.2:
        members.append(
            (chance.choice(("../x.csv", "/x.csv", name, name.upper(), "x" * 60_000, "a\x00b.csv")), part)
        )
    if chance.random() < 0.1:
        members *= chance.choice((2, 10, 300))
    return _pack(members, chance)


def _damages(name: str) -> list[Callable[[bytes, Chance], bytes]]:
    if name.endswith((".xml", ".rels")):
        return [xml_damaged] * 4 + [bytes_damaged]
    if name.endswith(".json"):
        return [json_damaged] * 4 + [bytes_damaged]
    return [*FINE.values(), *COARSE.values(), bytes_damaged]


def _pack(members: list[tuple[str, bytes]], chance: Chance) -> bytes:
    methods = (zipfile.ZIP_DEFLATED,) * 17 + (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice(methods)) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are meant
        for name, part in members:
            archive.writestr(zipfile.ZipInfo(name), part, archive.compression)
    return packed.getvalue()


def xml_damaged(part: bytes, chance: Chance) -> bytes:
    """A value of an attribute replaced, an element repeated or nested, something declared, text made long."""
    text = part.decode()
    kind = chance.choice(("value", "value", "value", "repeat", "nest", "declare", "text", "encoding"))
    if kind == "value" and (values := list(re.finditer(r'="([^"]*)"', text))):
        found = chance.choice(values)
        value = chance.choice((*NUMBERS, *REFERENCES, "&#65;1", "&x;", "x" * 100_000))
        text = text[: found.start(1)] + value + text[found.end(1) :]
    elif kind == "repeat" and (
        elements := list(re.finditer(r"<(\w+)[^>]*/>|<(c|row|si|v|t)\b[^>]*>[^<]*</\2>", text))
    ):
        found = chance.choice(elements)
        text = text[: found.end()] + found[0] * chance.choice((1, 100, 20_000)) + text[found.end() :]
    elif kind == "nest":
        depth = chance.choice((10, 1_000, 100_000))
        text = text.replace("<sheetData>", "<sheetData>" + "<x>" * depth, 1)
    elif kind == "declare":
        declared = f'<!ENTITY x "{"y" * 1_000}"><!ATTLIST c r CDATA "XFD1048576">'
        text = f"<!DOCTYPE x [{declared}]>{text.partition('?>')[2]}"
    elif kind == "text":
        text = text.replace(
            "<t>", "<t>" + "x" * chance.choice((10, 40_001, 2_000_000)), chance.choice((1, 50))
        )
    elif kind == "encoding":
        encoding = chance.choice(("utf-16", "cp037", "utf-7", "latin-1"))
        return text.replace("UTF-8", encoding).encode(encoding, "replace")
    return text.encode()


def json_damaged(part: bytes, chance: Chance) -> bytes:
    """One value somewhere in it replaced, or a list made long."""
    whole = json.loads(part)
    at: Any = whole
    while isinstance(at, dict | list) and at:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = chance.choice(keys)
        if not isinstance(at[key], dict | list) or not at[key] or chance.random() < 0.3:
            at[key] = at[key] * 1_000 if isinstance(at[key], list) else chance.choice(JSON_VALUES)
            break
        at = at[key]
    return json.dumps(whole).encode()


def table_damaged(content: bytes, chance: Chance) -> bytes:
    """A CSV damaged as one of the curated tables would be."""
    return chance.choice([*FINE.values(), *COARSE.values()])(content, chance)


def upload(whole: dict[str, bytes], seed: int) -> tuple[str, dict[str, bytes]]:
    """What is done to which file, and the files handed in."""
    chance = Chance(seed)
    name = chance.choice([*whole])
    kinds = [bytes_damaged, table_damaged] if name.endswith(".csv") else [bytes_damaged] + [part_damaged] * 4
    damage = chance.choice(kinds)
    files = {name: damage(whole[name], chance)}
    if name.endswith(".csv") and chance.random() < 0.4:
        receipt = {
            "release": "1",
            "table": "events",
            "filters": {"words": "x", "kinds": []},
            "settings": {"min": "2"},
        }
        files["a.metadata.json"] = json_damaged(json.dumps(receipt).encode(), chance)
    return f"{damage.__name__}: {name}", files


def judge_upload(files: dict[str, bytes], engine: Engine) -> tuple[str, str]:
    """The outcome, and what must not be; empty where all is well."""
    began = time.monotonic()
    outcome, fault = "taken", ""
    try:
        earlier = process.read_upload(files, PAGE)
        check.check_extract(earlier, engine, Filters())
    except UnreadableError as error:
        outcome = "too large" if isinstance(error, TooLargeError) else "refused"
        if error.problem == BROKEN or len(str(error)) > LONGEST_MESSAGE:
            fault = str(error)[:200]
    except Exception as error:
        outcome, fault = "raised", f"{type(error).__name__}: {error}"[:200]
    if time.monotonic() - began > SLOWEST:
        fault = f"took {time.monotonic() - began:.0f} s"
    return outcome, fault


def run(uploads: int, seconds: float, seed: int, place: Path) -> tuple[Counter[str], list[str]]:
    """Outcomes of all uploads by kind of damage, and each finding in words."""
    until = time.monotonic() + seconds
    path = pipeline.build(CURATED, place / "builds").path
    if path is None:
        raise RuntimeError("the record was not built")
    engine = store.open_read_only(path)
    whole = honest(engine)
    figures, findings = Counter[str](), list[str]()
    for number in range(seed, seed + uploads):
        what, files = upload(whole, number)
        outcome, fault = judge_upload(files, engine)
        figures[f"{what.partition(':')[0]}, {outcome}"] += 1
        if fault:
            findings.append(f"seed {number}, {what}: {fault}")
        if time.monotonic() > until:
            break
    engine.dispose()
    for who, name in ((resource.RUSAGE_SELF, "this process"), (resource.RUSAGE_CHILDREN, "a child")):
        if (peak := 1024 * resource.getrusage(who).ru_maxrss) > MEMORY:
            findings.append(f"{name} took {peak // MEGABYTE} MB")
    return figures, findings
