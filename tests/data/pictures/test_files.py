import re

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


def test_files_under_other_words_have_other_names() -> None:
    name = files.name_file("map", "meeting", "0123456789ab", "Meetings", "png")
    assert re.fullmatch(r"chegara_map_meeting_0123456789ab_[0-9a-f]{8}\.png", name)
    assert files.name_file("map", "meeting", "0123456789ab", "Meetings; Border: X", "png") != name
