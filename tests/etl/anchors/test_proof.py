from pathlib import Path

import pytest

from data import documents
from etl.anchors import proof as anchors
from etl.anchors.proof import Proof, Tally
from etl.reporting.errors import BadData, MachineError, UsageError
from tests.etl.folder import Folder

TEXT = """On 3 March 2021 the round\u00a0table opened.

In it fourteen bodies took part.
“Welcome”, said Anna Alfova, Head of Alpha.
"""


def prove(folder: Folder, text: str = TEXT) -> Proof:
    """The proof of the invented claims by one document."""
    place = folder.path.parent / "documents"
    folder.document(place, text)
    return anchors.prove_claims(folder.path, place)


AS_IT_IS = ("2021-03-03", "2021-03-03")
FAULTS = [
    (
        AS_IT_IS,
        ("In it fourteen bodies", "In it fourteen groups"),
        "claims.csv:4: anchor: stands nowhere in alpha.txt; the nearest is 'fourteen groups' in ¶ 2"
        " (found 'fourteen bodies')",
    ),
    (
        ("fourteen bodies,,took part", "zzz,,"),
        AS_IT_IS,
        "claims.csv:4: anchor: stands nowhere in alpha.txt (found 'zzz')",
    ),
    (
        ("fourteen bodies,,took part", "fourteen bodies,,took over"),
        AS_IT_IS,
        "claims.csv:4: anchor: stands in ¶ 2 of alpha.txt, but not with this prefix and suffix"
        " (found 'fourteen bodies')",
    ),
    (
        ("fourteen bodies", "Fourteen bodies"),
        AS_IT_IS,
        "claims.csv:4: anchor: stands nowhere in alpha.txt; the nearest is 'fourteen bodies' in ¶ 2"
        " (found 'Fourteen bodies')",
    ),
    (
        AS_IT_IS,
        ("opened.", "opened: fourteen bodies took part."),
        "claims.csv:4: anchor: stands twice, in ¶ 1 and ¶ 2: add a prefix or a suffix"
        " (found 'fourteen bodies')",
    ),
    (
        ("took part,2,", "took part,3,"),
        AS_IT_IS,
        "claims.csv:4: paragraph: the anchor stands in ¶ 2 of alpha.txt (found '3')",
    ),
    (
        (",office,Head of Alpha,", ",office,Head 15 of 16,"),
        AS_IT_IS,
        "claims.csv:11: value: the number 15 and the number 16 are not in ¶ 3 of alpha.txt:"
        " if it follows from the text, mark it inferred (found 'Head 15 of 16')",
    ),
    (
        (
            "2021-03-03,On 3 March 2021 the round table,,,1,,high,false,preferred,organisers_own,",
            "2021-04-03,On 3 March 2021 the round table,,,1,,high,false,normal,,",
        ),
        AS_IT_IS,
        "claims.csv:2: value: the month of 2021-04-03 is not in ¶ 1 of alpha.txt:"
        " if it follows from the text, mark it inferred (found '2021-04-03')",
    ),
]


def test_claims_that_stand_are_counted(folder: Folder) -> None:
    proof = prove(folder)
    counts = {"claims": 6, "anchors": 3, "found": 3, "placed": 3, "valued": 2, "proven": 2, "inferred": 0}
    assert proof.documents == (Tally("alpha-2021-report", "alpha.txt", **counts),)
    assert proof.total == Tally("", "", **counts)
    assert (proof.faults, proof.absent, proof.unnamed, proof.unread) == ((), (), (), {})


@pytest.mark.parametrize(("claim", "text", "fault"), FAULTS, ids=[fault[:60] for _, _, fault in FAULTS])
def test_a_claim_that_does_not_stand_is_a_fault(
    claim: tuple[str, str], text: tuple[str, str], fault: str, folder: Folder
) -> None:
    folder.edit("claims.csv", *claim)
    proof = prove(folder, TEXT.replace(*text))
    assert [*map(str, proof.faults)] == [fault]


def test_many_places_are_counted(folder: Folder) -> None:
    proof = prove(folder, TEXT + "fourteen bodies took part. " * 2)
    assert [fault.problem for fault in proof.faults] == [
        "stands 3 times, in ¶ 2 and ¶ 4: add a prefix or a suffix"
    ]
    assert (proof.total.found, proof.total.valued, proof.total.proven) == (2, 2, 1)


def test_a_value_that_is_marked_inferred_needs_no_proof(folder: Folder) -> None:
    folder.edit("claims.csv", "participants,14,", "participants,15,")
    folder.edit("claims.csv", "2,Alpha,high,false", "2,Alpha,high,true")
    proof = prove(folder)
    assert proof.faults == ()
    assert (proof.total.proven, proof.total.inferred) == (1, 1)


@pytest.mark.parametrize(
    ("table", "field", "holds"),
    [
        ("events", "participants", True),
        ("events", "start_on", True),
        ("office_counts", "number", True),
        ("statements", "text", True),
        ("events", "id", False),
        ("events", "kind", False),
        ("recommendations", "instrument_id", False),
        ("borders", "country_a_id", False),
        ("office_counts", "border_id", False),
        ("organisations", "website", False),
        ("sources", "sha256", False),
    ],
)
def test_digits_of_codes_are_no_numbers(table: str, field: str, holds: bool) -> None:
    assert anchors.holds_numbers(table, field) is holds


def test_what_is_not_matched_is_said(folder: Folder) -> None:
    folder.edit("sources.csv", "excerpt,,,,\n", f"excerpt,,,{'1' * 64},\n")
    place = folder.path.parent / "documents"
    place.mkdir()
    (place / "stranger.txt").write_text("Who am I?")
    (place / "wrong.txt").write_bytes(b"\xff")
    folder.edit("claims.csv", "took part,2,", "took part,,")
    proof = prove(folder)
    assert proof.absent == ("alpha-2021-repost",)
    assert anchors.summarise(proof) == [
        "  claims  anchors    found   valued   proven inferred  document",
        "       6        3        3        2        2        0  alpha-2021-report, in alpha.txt",
        "The document of alpha-2021-repost is not at hand.",
        "stranger.txt: no source names it by SHA-256",
        "wrong.txt: is not UTF-8; it was not read",
        "3 claims on these documents without an anchor",
        "1 anchor without a paragraph",
        "3 anchors in 1 document: 3 found exactly once (100 %); 2 values with numbers or dates:"
        " 2 proven, 0 marked inferred",
    ]


def test_the_share_is_never_rounded_up(folder: Folder) -> None:
    folder.edit("claims.csv", "took part,2,", "took off,2,")
    assert anchors.summarise(prove(folder))[-1] == (
        "3 anchors in 1 document: 2 found exactly once (66 %); 2 values with numbers or dates:"
        " 1 proven, 0 marked inferred, 1 not proven"
    )


def test_a_folder_that_proves_nothing_is_wrong_usage(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="documents: there is no such folder of documents"):
        anchors.prove_claims(folder.path, tmp_path / "documents")
    (tmp_path / "documents").mkdir()
    with pytest.raises(UsageError, match=r"holds none of the documents that sources\.csv names"):
        anchors.prove_claims(folder.path, tmp_path / "documents")


def test_refused_data_are_refused_as_by_a_build(folder: Folder) -> None:
    folder.edit("claims.csv", "high,false", "hgh,false")
    with pytest.raises(BadData) as refused:
        prove(folder)
    assert [*map(str, refused.value.faults)] == folder.faults()
    assert len(folder.faults()) == 1


def test_a_document_that_goes_while_it_is_read_is_the_machines_trouble(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder.path.parent / "documents"
    folder.document(place, "Nobody has read this text before.")
    listed = documents.list_files(place)
    (place / "alpha.txt").unlink()
    monkeypatch.setattr(documents, "list_files", lambda _: listed)
    with pytest.raises(MachineError, match=r"documents: is not there$"):
        anchors.prove_claims(folder.path, place)


def test_in_a_very_long_document_no_clause_is_offered(folder: Folder) -> None:
    folder.edit("claims.csv", "fourteen bodies,,took part", "fifteen bodies,,")
    faults = [str(fault) for fault in prove(folder, TEXT + "word " * 20_001).faults]
    assert "claims.csv:4: anchor: stands nowhere in alpha.txt (found 'fifteen bodies')" in faults


def test_where_all_claims_have_an_anchor_and_a_paragraph_nothing_is_said_of_it() -> None:
    tally = Tally("a", "a.txt", claims=2, anchors=2, found=2, placed=2)
    assert anchors.summarise(Proof((tally,), tally, (), (), ()))[2:] == [
        "2 anchors in 1 document: 2 found exactly once (100 %); 0 values with numbers or dates:"
        " 0 proven, 0 marked inferred"
    ]
