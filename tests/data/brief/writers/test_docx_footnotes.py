from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from data.brief.writers import docx
from tests.data.brief import documents


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(docx.write(documents.plain()))) as found:
        return {name: found.read(name) for name in found.namelist()}


def _text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def test_each_new_note_has_one_reference_and_later_sentences_a_field_that_repeats_it(
    parts: dict[str, bytes],
) -> None:
    body: Any = parse_xml(parts["word/document.xml"])
    references = [each.get(qn("w:id")) for each in body.iter(qn("w:footnoteReference"))]
    assert references == ["1", "2", "3", "4"]
    repeated = [(each.get(qn("w:instr")).strip(), _text(each)) for each in body.iter(qn("w:fldSimple"))]
    assert repeated == [("NOTEREF note1 \\f \\h", "1"), ("NOTEREF note3 \\f \\h", "3")]
    names = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert names == ["note1", "note2", "note3", "note4"]


def test_the_part_of_footnotes_begins_with_the_separators_that_the_settings_name(
    parts: dict[str, bytes],
) -> None:
    root: Any = parse_xml(parts["word/footnotes.xml"])
    notes = [(each.get(qn("w:id")), each.get(qn("w:type"))) for each in root]
    assert notes == [
        ("-1", "separator"), ("0", "continuationSeparator"), *((str(number), None) for number in range(1, 5)),
    ]  # fmt: skip
    settings: Any = parse_xml(parts["word/settings.xml"])
    named = [each.get(qn("w:id")) for each in settings.find(qn("w:footnotePr"))]
    assert named == ["-1", "0"]
    assert b"/word/footnotes.xml" in parts["[Content_Types].xml"]


def test_words_lead_to_where_they_stand(parts: dict[str, bytes]) -> None:
    root: Any = parse_xml(parts["word/footnotes.xml"])
    assert _text(root[2]) == (
        " “fourteen bodies” (para. 2), Alpha, “Alpha report”, 5 March 2021, https://alpha.example/report "
        "(read 2 January 2026)."
    )
    links = [_text(link) for link in root[2].iter(qn("w:hyperlink"))]
    assert links == ["“fourteen bodies”", "https://alpha.example/report"]
    assert (
        b'Target="https://alpha.example/report#:~:text=fourteen%20bodies"'
        in parts["word/_rels/footnotes.xml.rels"]
    )
