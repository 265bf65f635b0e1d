from dataclasses import replace
from pathlib import Path

from data.drafts.candidate import Candidate, Field
from data.drafts.draft import list_drafts, read_draft, read_text
from data.drafts.folders import Desk
from etl.draft.candidates.proposals import Proposals
from etl.draft.desk import reading
from etl.draft.desk.digests import digest_text
from etl.draft.desk.duplicates import Likeness
from etl.draft.desk.reading import DRAFTED, KNOWN, REFUSED, Reader
from etl.draft.desk.reading_child import SourceFacts
from etl.draft.drafter import Drafter
from tests.etl.desk import PAGE
from tests.etl.folder import Folder


def page(folder: Path, text: str = PAGE, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_a_draft(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    found = reader.read(page(tmp_path))
    assert (found.state, found.draft) == (DRAFTED, "2024-05-03-alphaville-training")
    assert found.why.startswith("2024-05-03 Alphaville, training: ")
    draft = read_draft(desk.drafts, found.draft)
    assert draft.source["published_on"] == "2024-05-05"
    assert read_text(desk.drafts, draft.name).printed[0] == PAGE.splitlines()[0]


def test_the_same_text_is_drafted_once(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    first = reader.read(page(tmp_path))
    again = reader.read(page(tmp_path, PAGE.replace("\n", "\r\n"), "again.txt"))
    assert (again.state, again.why) == (KNOWN, f"is drafted already as {first.draft}")
    assert list_drafts(desk.drafts) == [first.draft]


def test_a_text_like_another_is_told(reader: Reader, tmp_path: Path) -> None:
    first = reader.read(page(tmp_path))
    again = reader.read(page(tmp_path, PAGE + "\nOne more sentence stands here.\n", "again.txt"))
    assert again.draft == f"{first.draft}-2"
    third = reader.read(page(tmp_path, PAGE + "\nTwo more sentences stand here. They do.\n", "third.txt"))
    assert third.draft == f"{first.draft}-3"
    assert any(f"stands in draft {first.draft} too" in note for note in again.notes)


def test_the_document_of_a_source_is_known(reader: Reader, folder: Folder, tmp_path: Path) -> None:
    text = "\n".join(line for line in PAGE.splitlines() if line) + "\n"
    folder.document(tmp_path / "documents", text)
    record = reader.record.tables["sources"]
    record[0]["sha256"] = digest_text(text)
    assert reader.read(page(tmp_path)).why == "is the document of source alpha-2021-report"


def test_a_file_that_cannot_be_read_is_an_outcome(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    found = reader.read(page(tmp_path, "short", "short.txt"))
    assert (found.state, found.why) == (REFUSED, "holds only 1 words: there is nothing to draft from")
    assert reader.read(tmp_path / "absent.txt").state == REFUSED
    assert not desk.folder.exists()


def test_a_dry_run_writes_nothing(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    found = replace(reader, is_dry=True).read(page(tmp_path))
    assert found.state == DRAFTED
    assert not desk.folder.exists()


def test_a_host_that_the_record_knows_fills_the_source(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    facts = SourceFacts("https://alpha.example/new", "", "2024-05-05")
    found = replace(reader, facts=facts).read(page(tmp_path))
    source = read_draft(desk.drafts, found.draft).source
    assert (source["publisher"], source["originator"], source["kind"]) == ("Alpha", "alpha", "web_page")


def test_another_language_is_told(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Дар шаҳри Душанбе семинар баргузор гардид, ки дар он намояндагони мақомот ширкат варзиданд ва ҳ. "
        * 3
    )
    found = reader.read(page(tmp_path, text))
    assert found.draft == "page"
    assert "neither English nor Russian" in found.notes[0]


def test_the_drafter_is_asked_where_wanted(
    reader: Reader, desk: Desk, tmp_path: Path, drafter_address: str
) -> None:
    found = replace(reader, drafter=Drafter(drafter_address)).read(page(tmp_path))
    assert any(note.startswith("drafter: 1 kept, ") for note in found.notes)
    listed = read_draft(desk.drafts, found.draft).candidates
    assert [each.value for _, each in listed if each.by == "drafter"] == ["Delta Institute"]


def test_a_candidate_is_kept_once() -> None:
    one = Candidate(Field.PLACE, "Osh", 1, 0, 3, "")
    assert [each for _, each in reading._unique([one, one], "digest")] == [one]


def test_an_event_that_the_record_has_is_named(reader: Reader, tmp_path: Path) -> None:
    text = (
        "Round table on alpha borders\nOn 3-4 March 2021 the Alpha Office held a round table in Alphaville."
        " The Beta Organisation took part in it and spoke of it."
    )
    found = replace(reader, facts=SourceFacts(published_on="2021-03-05")).read(page(tmp_path, text))
    assert any(note.startswith("perhaps event 2021-03-03-alphaville-roundtable") for note in found.notes)


def test_an_event_without_an_exact_date_is_named_with_what_is_known_of_it() -> None:
    event = {
        "title": "Offices",
        "start_on": "2021-05-01",
        "end_on": "2021-05-20",
        "date_precision": "between",
    }
    words = reading._describe_likeness(Likeness(0.5, "offices", ("same days",)), event)
    assert words == "Offices (between 1 and 20 May 2021): same days"


def test_a_known_address_without_a_digest_is_that_source(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    known = next(row for row in reader.record.rows("sources") if row["id"] == "beta-2022-page")
    facts = SourceFacts("http://www.beta.example/page/?a=1&b=2", "Beta", "2024-05-05")
    found = replace(reader, facts=facts).read(page(tmp_path))
    assert read_draft(desk.drafts, found.draft).source == known
    assert any(note.startswith("adds facts to source beta-2022-page") for note in found.notes)


def test_a_source_gets_an_id_and_a_known_address_is_told(reader: Reader, desk: Desk, tmp_path: Path) -> None:
    known = reader.record.rows("sources")[0]
    known |= {"url": "https://alpha.example/page", "id": "alpha-2024-05-05-alphaville-training"}
    facts = SourceFacts(known["url"], "Alpha", "2024-05-05")
    found = replace(reader, facts=facts).read(page(tmp_path))
    assert read_draft(desk.drafts, found.draft).source["id"] == f"{known['id']}-2"
    told = f"the address is that of source {known['id']}, whose document is another text: a new source"
    assert told in found.notes


def test_what_is_no_card_is_told_with_its_number() -> None:
    assert reading._describe_dropped(Proposals((), 2, 1)) == (
        "2 candidates without words that stand once left out",
        "1 candidate too many or too long left out",
    )
    assert reading._describe_dropped(Proposals(())) == ()
