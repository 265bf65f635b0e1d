import re
from datetime import date

from data.filters import Filters
from data.pictures import files
from data.pictures.drawing import sheet, svg
from data.pictures.drawing.sheet import Caption, Picture


def test_the_source_line_says_on_how_many_documents_a_picture_rests() -> None:
    record = "Chegara, release 1, build b"
    assert files.source_line(record) == "Source: Chegara, release 1, build b."
    assert files.source_line(record, 1) == f"Source: {record}; events that match rest on 1 document."
    assert files.source_line(record, 1200) == f"Source: {record}; events that match rest on 1,200 documents."


def test_a_picture_has_two_forms() -> None:
    drawn = sheet.frame(Picture(svg.drawing(), 10, "Shown."), Caption("T", "F", "S"))
    assert files.FORMATS["svg"](drawn) == drawn
    assert files.FORMATS["png"](drawn).startswith(b"\x89PNG")


def test_a_name_holds_filters_days_and_release() -> None:
    counts = {"first": date(2009, 10, 12), "last": date(2026, 2, 6)}
    filters = Filters(kinds=("meeting",), since=date(2021, 1, 1))
    name = files.name_file("map", filters, counts, "2026.11.2", "Meetings", "png")
    assert re.fullmatch(r"chegara_map_meeting_2021-01-01_2026-02-06_2026\.11\.2_[0-9a-f]{8}\.png", name)
    assert files.name_file("map", filters, counts, "2026.11.2", "Meetings; Border: X", "png") != name
    none = files.name_file("map", Filters(), {"first": None, "last": None}, "1", "", "svg")
    assert none.startswith("chegara_map_all_undated_undated_1_")
