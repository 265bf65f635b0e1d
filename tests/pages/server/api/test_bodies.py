"""The most recent answers are kept, within a number of bytes."""

from pages.server.api.bodies import Bodies, Body


def test_what_was_asked_for_lately_is_kept_within_the_bound() -> None:
    made: list[str] = []

    def ask(bodies: Bodies, tag: str, size: int = 4) -> Body:
        def make() -> Body:
            made.append(tag)
            return Body(tag.encode() * size, {})

        return bodies.get(tag, make)

    bodies = Bodies(10)
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
