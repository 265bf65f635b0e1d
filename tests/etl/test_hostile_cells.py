"""Rows 29, 35, 41 to 46 and 49 to 51 of the bad inputs of RELIABILITY.md §5: text kept, shown and bounded."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import engines, store
from data.extracts import csv_bytes
from data.filters import Filters
from data.queries.events.list import list_events
from data.queries.tables import list_rows
from etl import pipeline
from pages.views.html import markup
from tests.etl.folder import Folder

KEPT = [
    ("29", "NA"),
    ("35", "007"),
    ("35", "12345678901234567890"),
    *(("41", text) for text in ("Шавкат Мирзиёев", "محمد رضا", "می\u200cخواهم", "Null", "N/A", "TRUE")),
    *(("42", text) for text in ("=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "'=1")),
    *(("43", text) for text in ("<script>x</script>", "<b onerror=x>", "&amp;", "R&D <pilot>")),
    *(("44", text) for text in ("![x](http://x.example/y)", "[x](http://x)", "# x", ":red[x]", "$x$")),
    *(("45", text) for text in ("{name}", "{{7*7}}", "%s %(x)s")),
    *(("46", text) for text in ("'; DROP TABLE events;--", "100%_", "(a+)+$")),
]


def test_honest_and_hostile_text_alike_is_kept_and_shown_as_typed(folder: Folder) -> None:
    """One row a text, through the store, an extract and our HTML."""
    texts = sorted({text for _, text in KEPT})
    quoted = [text.replace('"', '""') for text in texts]
    folder.add("people.csv", *(f'p-{n:02},beta-2022-page,"{text}",' for n, text in enumerate(quoted)))
    path = pipeline.build(folder.path, folder.path.parent / "builds").path
    assert path is not None
    engine = store.open_read_only(path)
    rows = engines.read_frame(engine, list_rows("people", Filters()))
    engine.dispose()
    rows = rows[rows["id"].str.startswith("p-")].sort_values("id")
    assert rows["name"].tolist() == texts
    written = csv_bytes(rows[["name"]]).decode("utf-8-sig").split("\r\n")[1:-1]
    bare = [cell[1:-1].replace('""', '"') for cell in written]
    assert [cell.removeprefix("'") for cell in bare] == texts
    assert [cell for cell in bare if cell[0] in "=+-@＝"] == []
    shown = [markup.to_html(text).removeprefix("<bdi>").removesuffix("</bdi>") for text in texts]
    assert [text for text in shown if "<" in text] == []


def _found(builds: Path, words: str) -> list[str]:
    """The ids of the events that a search finds."""
    path = store.current_build(builds)
    assert path is not None
    engine = store.open_read_only(path)
    try:
        return [row["id"] for row in engines.read_records(engine, list_events(Filters(words=words)))]
    finally:
        engine.dispose()


def test_row_46_signs_of_sql_and_of_patterns_stand_for_nothing_in_a_search(folder: Folder) -> None:
    folder.edit("events.csv", "Round table on", "Round '; DROP TABLE events;-- 100%_ (a+)+$ on")
    builds = folder.path.parent / "builds"
    pipeline.build(folder.path, builds)
    for _, text in (case for case in KEPT if case[0] == "46"):
        assert _found(builds, f"round {text}") == ["2021-03-03-alphaville-roundtable"]
    assert _found(builds, "round ' OR 7=7 --") == []
    for words in ("%lpha", "_lpha", "b.rders", "[b]orders", "lpha*", "NEAR(alpha borders)", "alpha NOT x"):
        assert _found(builds, words) == []


def test_row_46_the_longest_search_takes_under_a_second(tmp_path: Path) -> None:
    """Of the real record; 200 characters are what a page takes."""
    pipeline.build(store.CURATED, tmp_path)
    words = " ".join(first + second for first in "abcdefgh" for second in "aeiourst")[:200]
    for text in (words, "a " * 100, "(a+)+$" * 33, "%_" * 100, "'\";--" * 40):
        start = time.process_time()
        _found(tmp_path, text)
        assert time.process_time() - start < 1


def test_row_49_a_value_with_line_breaks_and_escape_codes_is_told_on_one_line(folder: Folder) -> None:
    folder.edit("themes.csv", "drugs,Drugs", '"drugs\nthemes.csv:1: all is well",Drugs')
    found = [fault for fault in folder.faults() if fault.startswith("themes.csv:3: id")]
    assert len(found) == 1
    assert "\n" not in "".join(folder.faults())
    assert "drugsU+000Athemes.csv:1" in found[0]


LARGE = [
    (
        "cell",
        f"id,name,scope\na,{'x' * 10_000_000},c\n",
        "themes.csv:2: name: the cell is longer than 20000 characters",
    ),
    ("columns", f"id,name,scope{',c' * 1_000_000}\n", "has more than 200 columns"),
    (
        "line",
        f"id,name,scope\n{'a' * 19_900_000}",
        "themes.csv:2: id: the cell is longer than 20000 characters",
    ),
    (
        "quotes",
        "id,name,scope\n" + '"' * 1_000_000,
        "themes.csv:2: id: the cell is longer than 20000 characters",
    ),
    ("51-rows", "id,name,scope\n" + "abcdef,abcdef,abcdef\n" * 1_000_000, "is larger than 20 MB"),
]


@pytest.mark.parametrize(("text", "problem"), [case[1:] for case in LARGE], ids=[case[0] for case in LARGE])
def test_row_50_what_is_too_large_is_refused_in_seconds(text: str, problem: str, folder: Folder) -> None:
    folder.write("themes.csv", text)
    start = time.process_time()  # what other programs take is not ours
    faults = folder.faults()
    assert time.process_time() - start < 10
    assert len(faults) == 1
    assert problem in faults[0]


WATCHED = """
import re, sys
from pathlib import Path
from etl.commands.command_line import main
from tests.etl.test_hostile_cells import LARGE
curated, store = Path(sys.argv[1]), Path(sys.argv[2])
for _, text, _ in LARGE:
    (curated / "themes.csv").write_text(text, encoding="utf-8")
    del text
    assert main(["--data", str(curated), "--store", str(store)]) == 3
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1000)
"""


def test_row_50_what_is_too_large_takes_little_memory(folder: Folder) -> None:
    """One process reads all of LARGE; its peak in MB, the texts themselves and all libraries included.

    Not `ru_maxrss`, which a new process takes over from the one that started it.
    """
    command = [sys.executable, "-c", WATCHED, str(folder.path), str(folder.path.parent / "builds")]
    done = subprocess.run(command, cwd=store.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    peak = int(done.stdout.splitlines()[-1])
    assert peak < 450


MANY_ROWS = """
import re, sys
from pathlib import Path
from etl.commands.command_line import main
curated, store = Path(sys.argv[1]), Path(sys.argv[2])
with (curated / "themes.csv").open("a", encoding="utf-8") as file:
    file.writelines(f"t{n:x},n{n:x},s\\n" for n in range(300_000))
assert main(["--data", str(curated), "--store", str(store)]) == 0
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1000)
"""


def test_row_51_many_rows_under_the_ceiling_are_taken_in_little_memory(folder: Folder) -> None:
    command = [sys.executable, "-c", MANY_ROWS, str(folder.path), str(folder.path.parent / "builds")]
    done = subprocess.run(command, cwd=store.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "themes                      300,003 rows" in done.stdout
    assert "over twice as many" not in done.stderr, "there was no build to compare with"
    assert int(done.stdout.splitlines()[-1]) < 450
