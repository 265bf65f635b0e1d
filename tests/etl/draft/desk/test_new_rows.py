import pytest

from data.drafts.acceptance import Acceptance
from data.drafts.candidate import Candidate, Field
from etl.draft.desk import new_rows


def one(field: Field, value: str, row: str = "", *, is_alias: bool = False, **detail: str) -> Acceptance:
    return Acceptance(Candidate(field, value, 1, 0, 1, "", detail=detail), row, is_alias)


@pytest.mark.parametrize(
    ("name", "country", "kind", "family"),
    [
        ("Ministry of Health", "UZB", "ministry", "state"),
        ("Swedish Coast Agency", "", "agency", "other"),
        ("UN Peacebuilding Fund", "", "un_entity", "un_global"),
        ("State Customs Academy", "TJK", "customs", "state"),
    ],
)
def test_kind_and_family_are_guessed_by_a_word(name: str, country: str, kind: str, family: str) -> None:
    row = new_rows.organisation(one(Field.ORGANISATION, name, country=country), "s")
    assert (row["kind"], row["family"], row["full_name"], row["source_id"]) == (kind, family, name, "s")


def test_what_was_decided_counts() -> None:
    row = new_rows.organisation(
        one(Field.ORGANISATION, "Coast Agency", kind="network", id="Coast", name="CA"), "s"
    )
    assert (row["id"], row["name"], row["kind"]) == ("coast", "CA", "network")


def test_a_person_has_a_latin_name() -> None:
    assert new_rows.person(one(Field.PERSON, "Нурлан Садыкбаев"), "s") == {
        "id": "sadykbayev-nurlan",
        "source_id": "s",
        "name": "Nurlan Sadykbayev",
        "name_cyrillic": "Нурлан Садыкбаев",
    }
    assert (
        new_rows.person(one(Field.PERSON, "Anna Alfova", name="Anna B. Alfova"), "s")["name"]
        == "Anna B. Alfova"
    )


def test_other_rows() -> None:
    assert new_rows.place(one(Field.PLACE, "Khorugh", country="TJK"), "s")["id"] == "khorugh"
    assert new_rows.instrument(one(Field.INSTRUMENT, "Alpha Declaration"), "s")["kind"] == "declaration"
    count = new_rows.office_count(one(Field.OFFICE_COUNT, "5", border="KGZ-TJK"), "s", "2024-05")
    assert (count["id"], count["number"], count["as_of"]) == ("s-kgz-tjk-operational", "5", "2024-05")
    asked = new_rows.recommendation(one(Field.RECOMMENDATION, "Share lists.", to="states"), "s", "e", 2)
    assert (asked["text"], asked["addressee"], asked["position"]) == ("Share lists.", "states", "2")


def test_a_spelling_is_kept_once() -> None:
    twice = [one(Field.ORGANISATION, "Betta", "beta", is_alias=True)] * 2
    found = list(new_rows.aliases([*twice, one(Field.ORGANISATION, "Beta", "beta")]))
    assert [(row["table"], row["spelling"], row["id"]) for row in found] == [
        ("organisations", "Betta", "beta")
    ]
