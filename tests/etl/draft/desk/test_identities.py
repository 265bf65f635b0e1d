from etl.draft.desk.identities import make_unique, person_slug, slug


def test_words_become_an_identity() -> None:
    assert slug("2024-05-03", "Nur-Sultan", "Круглый стол") == "2024-05-03-nur-sultan-kruglyy-stol"
    assert person_slug("Hans Peter Larsen") == "larsen-hans-peter"
    assert len(slug(*["word"] * 40)) <= 90


def test_a_taken_one_is_numbered() -> None:
    assert make_unique("a", set()) == "a"
    assert make_unique("a", {"a", "a-2"}) == "a-3"
