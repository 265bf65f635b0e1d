from etl.draft.desk.identities import free, person_slug, slug


def test_words_become_an_identity() -> None:
    assert slug("2024-05-03", "Nur-Sultan", "Круглый стол") == "2024-05-03-nur-sultan-kruglyy-stol"
    assert person_slug("Hans Peter Larsen") == "larsen-hans-peter"
    assert len(slug(*["word"] * 40)) <= 90


def test_a_taken_one_is_numbered() -> None:
    assert free("a", set()) == "a"
    assert free("a", {"a", "a-2"}) == "a-3"
