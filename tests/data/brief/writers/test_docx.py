import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as reader
import pytest
from docx.oxml.ns import qn

from data.brief.pagination import WIDE
from data.brief.writers import docx
from tests.data.brief import documents
from tests.data.brief.documents import SHOWN

OFFICE = shutil.which("soffice")


def test_python_docx_reads_title_headings_sentences_and_what_the_file_says_of_itself() -> None:
    found = reader.Document(BytesIO(docx.write(documents.plain())))
    said = [(line.style.name if line.style else "", line.text) for line in found.paragraphs]
    assert said[:5] == [
        ("Title", "A brief"),
        ("About", "Question: ALPHA"),
        ("About", "Chegara, release 1."),
        ("Heading 1", "Events"),
        ("Normal", "3 March 2021, Alphaville. First. Second. Third. Fourth."),
    ]
    assert ("Remark", "Analyst’s note: My own view.") in said
    assert ("Source", "Alpha, Alpha report.") in said
    about = found.core_properties
    assert (about.title, about.author, about.language) == ("A brief", "Chegara", "en")
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-01-01"


def test_pictures_have_words_for_those_who_cannot_see_them() -> None:
    found = reader.Document(BytesIO(docx.write(documents.plain())))
    [shape] = found.inline_shapes
    assert shape._inline.docPr.get("descr") == "What it shows."
    assert round(shape.width.cm, 1) == WIDE


def test_hostile_text_stays_text() -> None:
    content = docx.write(documents.hostile())
    found = reader.Document(BytesIO(content))
    text = "\n".join(line.text for line in found.paragraphs)
    assert text.count(SHOWN) == 8
    with ZipFile(BytesIO(content)) as parts:
        named = {name: parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels"))}
    assert not [name for name, part in named.items() if b"<script" in part]
    assert not [name for name, part in named.items() if name.endswith(".rels") and b"javascript:" in part]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx.write(documents.plain()) == docx.write(documents.plain())


def test_the_page_is_a4_and_its_number_is_a_field() -> None:
    found = reader.Document(BytesIO(docx.write(documents.plain())))
    [section] = found.sections
    assert (round(section.page_width.cm), round(section.page_height.cm, 1)) == (21, 29.7)  # type: ignore[union-attr]
    fields = section.footer._element.findall(f".//{qn('w:fldSimple')}")
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE"]


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_libreoffice_opens_it_with_its_footnotes(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(docx.write(documents.plain()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "brief.fodt").read_text(encoding="utf-8")
    assert text.count("<text:note ") == 4
    assert "fourteen bodies" in text
