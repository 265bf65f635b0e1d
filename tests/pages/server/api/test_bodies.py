"""The most recent answers are kept, within a number of bytes."""

from pages.server.api.bodies import Body, Recent


def test_what_was_asked_for_lately_is_kept_within_the_bound() -> None:
    made: list[str] = []

    def ask(bodies: Recent[Body], tag: str, size: int = 4) -> Body:
        def make() -> Body:
            made.append(tag)
            return Body(tag.encode() * size, {})

        return bodies.get(tag, make)

    bodies: Recent[Body] = Recent(10, lambda body: len(body.content))
    assert ask(bodies, "a").content == b"aaaa"
    ask(bodies, "b")
    ask(bodies, "a")  # is now more recent than b
    ask(bodies, "c")  # b goes
    ask(bodies, "a")
    assert made == ["a", "b", "c"]
    ask(bodies, "b")
    assert made == ["a", "b", "c", "b"]
    assert len(ask(bodies, "d", 99).content) == 99  # larger than all that may be kept
    ask(bodies, "d", 99)
    assert made[-2:] == ["d", "d"]
    ask(bodies, "b")
    assert made[-1] == "d"  # b stayed


def test_where_one_is_missing_all_are_made_in_their_order() -> None:
    kept: Recent[str] = Recent(10, len)

    def ask(tags: str) -> str:
        return "".join(kept.get_all(tags, lambda: map(make, tags)))

    def make(tag: str) -> str:
        made.append(tag)
        return tag * 2

    made: list[str] = []
    assert [ask("ab"), ask("ba"), ask("")] == ["aabb", "bbaa", ""]
    assert made == ["a", "b"]
    assert ask("bc") == "bbcc"
    assert made == ["a", "b", "b", "c"]
    assert ask("cab") == "ccaabb"
    assert made == ["a", "b", "b", "c"]
