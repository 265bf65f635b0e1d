from pathlib import Path

from data import engines, store
from data.queries.quality import list_warnings
from etl import pipeline
from tests.data.queries.conftest import Ask
from tests.etl.folder import Folder


def test_warnings_are_kept_in_the_order_of_the_report(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "curated")
    folder.edit("sources.csv", "ru,2022,", "ru,2052,")
    folder.edit("events.csv", "Meeting of delta", "Meeting of d\u00adelta")
    folder.write("event.csv", "rubbish")
    path = pipeline.build(folder.path, tmp_path / "builds").path
    assert path is not None
    engine = store.open_read_only(path)
    rows = engines.read_frame(engine, list_warnings()).astype(object)
    engine.dispose()
    assert rows.where(rows.notna(), None).to_numpy().tolist() == [
        [
            "event.csv",
            None,
            None,
            None,
            "is no table's file and was not read; the nearest is 'events.csv'",
        ],
        [
            "events.csv",
            6,
            "title",
            "Meeting of dU+00ADelta",
            "holds the unusual character U+00AD SOFT HYPHEN",
        ],
        ["sources.csv", 4, "read_on", "2026-01", "lies before published_on 2052"],
    ]


def test_the_invented_record_has_no_warnings(ask: Ask) -> None:
    assert ask(list_warnings()) == []
