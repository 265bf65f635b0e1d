import sqlite3
from contextlib import closing
from pathlib import Path

from data.claims.totals import WORDINGS, Choice
from data.schema.vocabulary import CountBound
from etl import pipeline
from tests.etl.folder import Folder

QUERY = """
SELECT k.field, r.id, n.choice, n.amount, n.bound, n.is_other FROM read_numbers n
JOIN read_sums k ON k.number = n.kind LEFT JOIN read_event_texts r ON r.n = n.n ORDER BY n.matter, n.rowid
"""
ROUNDTABLE = "2021-03-03-alphaville-roundtable"


def _numbers(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(QUERY).fetchall()


def test_of_rival_numbers_each_choice_has_its_claim(store_path: Path) -> None:
    exact, about = WORDINGS.index(CountBound.EXACT), WORDINGS.index(CountBound.ABOUT)
    assert _numbers(store_path) == [
        ("participants", ROUNDTABLE, str(Choice.PREFERRED), 14.0, exact, 0),
        ("participants", ROUNDTABLE, str(Choice.LOWEST), 14.0, exact, 0),
        ("participants", ROUNDTABLE, str(Choice.HIGHEST), 20.0, about, 1),
        ("participants", ROUNDTABLE, str(Choice.LATEST), 14.0, exact, 0),
    ]


def test_a_number_without_rivals_counts_under_every_choice(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "curated")
    row = "beta-2022-page,events,2022-betaburg-exercise,participants,over 30,,,,,,high,,normal,,"
    folder.add("claims.csv", row)
    path = pipeline.build(folder.path, tmp_path / "builds").path
    assert path is not None
    over = WORDINGS.index(CountBound.OVER)
    assert _numbers(path)[0] == ("participants", "2022-betaburg-exercise", "", 30.0, over, 0)
