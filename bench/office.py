"""Do our files open right in LibreOffice? `python -m bench.office`: every cell, there and back.

A table of Cyrillic, dates, numbers, gaps and cells that a spreadsheet would run is written by our writers,
opened by LibreOffice without a window and saved as CSV again. Each cell must come back as it was written; the
mark `'` stays before what would run. Says so and ends well where LibreOffice is not installed.
"""

import csv
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.extracts.cells import list_columns, to_arrow
from data.extracts.frame import Frame
from data.extracts.receipt import Receipt
from data.extracts.writers import csv_file, workbook

PROGRAM = "soffice"
OPENED = "44,34,76,1,1/2/2/2/3/2/4/2/5/2"
"""Options of LibreOffice for opening a CSV: comma, quotation mark, UTF-8, from line 1, five text columns."""
SAVED = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
"""How it saves: comma, quotation mark, UTF-8, cells as shown, of sheets the second (1 is Read me)."""
LIVE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1+1", "＋1", "－1", "＠A", "'=1", "'plain")
TEXTS = ("Ташкент, Ўзбекистон", "Ғарм — Қўқон", "a;b,c", 'say "so"', "007", "two\nlines")
RECEIPT = Receipt("Proof", "proof", ("proof",), "", {}, {}, "", "1", "2026-11-01", "b", 1, 1, {}, ())


def rows() -> pd.DataFrame:
    """The table of the proof."""
    words = [*LIVE, *TEXTS]
    number = len(words)
    cells: dict[str, Sequence[Any]] = {
        "text": words,
        "start_on": ["2022-03-03", "2022-03", None] * number,
        "count": range(number * 3),
        "share": [0.5, -12.25, 1e6] * number,
        "is_told": [True, False, True] * number,
    }
    return pd.DataFrame({name: list(column)[:number] for name, column in cells.items()})


def open_file(content: bytes, extension: str, program: str) -> list[list[str]]:
    """The cells of a file as LibreOffice shows them. Raises CalledProcessError, TimeoutExpired."""
    with tempfile.TemporaryDirectory(prefix="chegara-office-") as place:
        file, out = Path(place) / f"proof.{extension}", Path(place) / "out"
        file.write_bytes(content)
        how = [f"--infilter=Text - txt - csv (StarCalc):{OPENED}"] if extension == "csv" else []
        save = SAVED if extension == "xlsx" else SAVED.removesuffix(",2")
        command = [program, f"-env:UserInstallation=file://{place}/profile", "--headless", *how]
        command += ["--convert-to", save, "--outdir", str(out), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - the program found
        saved = next(out.glob("*.csv")).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(saved, newline="")))


def expected_cells(table: pd.DataFrame) -> list[list[str]]:
    """The cells as our CSV has them."""
    written = csv_file.csv_bytes(table).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline="")))


def list_differences(found: list[list[str]], wanted: list[list[str]]) -> list[str]:
    """Each cell that is not as it was written, in words; numbers and truths by their value."""
    if len(found) != len(wanted):
        return [f"{len(found)} lines instead of {len(wanted)}"]
    return [
        f"line {line}, {wanted[0][place]}: {cell!r} instead of {own!r}"
        for line, (got, own_cells) in enumerate(zip(found, wanted, strict=True), start=1)
        for place, (cell, own) in enumerate(zip(got, own_cells, strict=True))
        if not _same(cell, own)
    ]


def _same(cell: str, own: str) -> bool:
    try:
        return float(cell) == float(own) and (cell == own or not own.startswith("0"))
    except ValueError:
        return cell.lower() == own.lower() if own in ("true", "false") else cell == own


def main() -> int:
    """Print what differs; 1 where anything does."""
    program = shutil.which(PROGRAM)
    if program is None:
        print("LibreOffice (soffice) is not installed: nothing was looked at")
        return 0
    table, wrong = rows(), 0
    frame = Frame("proof", "Proof", to_arrow(list_columns(table)), len(table))
    for extension, content in (
        ("xlsx", workbook.write([frame], RECEIPT)),
        ("csv", csv_file.write([frame])),
    ):
        found = list_differences(open_file(content, extension, program), expected_cells(table))
        print(
            f"{extension}: {table.size} cells opened in LibreOffice, {len(found)} differ", *found, sep="\n  "
        )
        wrong += len(found)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
