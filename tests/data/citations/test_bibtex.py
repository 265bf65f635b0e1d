from bibtexparser.entrypoint import parse_string

from data.citations import bibtex
from tests.data.citations.sources import CITED


def test_a_library_reads_it_back_and_no_text_becomes_markup() -> None:
    library = parse_string(bibtex.write(CITED))
    assert not library.failed_blocks
    page, note = library.entries
    assert (page.entry_type, page.key) == ("misc", "alpha-page")
    fields = {name: field.value for name, field in page.fields_dict.items()}
    assert fields["title"] == (
        "{A {\\textbraceleft}title{\\textbraceright} with 100\\% \\& <b>\\_x\\_</b> "
        "{\\textbackslash}end{\\textbraceleft}document{\\textbraceright} TY - BAD "
        '@misc{\\textbraceleft}x, "}'
    )
    assert fields["url"] == "https://alpha.example/a_b?q=%7B1%7D"
    assert fields["urldate"] == "2026-11-23"
    assert fields["note"] == "“fight against terror” (para. 3); “and {\\textbraceleft}more”"
    assert (fields["year"], str(fields["day"])) == ("2022", "4")
    assert (note.entry_type, sorted(note.fields_dict)) == (
        "techreport",
        ["author", "institution", "language", "title"],
    )


def test_a_corporate_author_stays_whole() -> None:
    [page, _] = parse_string(bibtex.write(CITED)).entries
    assert page.fields_dict["author"].value == "{World Customs Organization, Secretariat}"
