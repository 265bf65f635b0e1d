import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store.builds import Build
from pages.views.footnotes import Footnotes, cache_part
from pages.views.footnotes.endnotes import Note
from pages.views.html import markup
from pages.views.session import reads


@pytest.fixture(autouse=True)
def pinned() -> Iterator[None]:
    """A build from which nothing is read."""
    before = reads.PINNED.set(reads.Pin(Build(Path("store-none.sqlite"), None), (0, 0, 0, 0)))
    yield
    reads.PINNED.reset(before)


def test_a_part_is_drawn_once_and_its_notes_are_numbered_by_the_page_that_shows_it() -> None:
    calls = []

    @cache_part
    def draw(name: str, notes: Footnotes) -> markup.Safe:
        calls.append(name)
        late = notes.mark_own("second in the text, first in the order of notes")
        return markup.join((name, notes.mark_own("shared"), late, notes.mark_notes()))

    first, second = Footnotes(), Footnotes()
    first.mark_own("of the page")
    second.mark_own("shared")
    drawn = draw("<Alpha>", first), draw("<Alpha>", second)
    assert calls == ["<Alpha>"]
    assert [re.findall(r">(\d)</a>", html) for html in drawn] == [["3", "2"], ["1", "2"]]
    assert [re.findall(r'id="ref-(\d)"', html) for html in drawn] == [["3", "2"], ["2"]]
    assert all(html.startswith("&lt;Alpha&gt;<sup") and "\0" not in html for html in drawn)
    assert all(isinstance(html, markup.Safe) for html in drawn)


def test_a_table_of_a_part_that_has_notes_is_reached_by_them() -> None:
    @cache_part
    def draw(words: str, notes: Footnotes) -> markup.Safe:
        return markup.table(["Value"], [(markup.join(("7", notes.mark_own(words) if words else "")),)])

    assert "tabindex" not in draw("counted", Footnotes())
    assert "tabindex" in draw("", Footnotes())


def test_a_part_without_notes_is_what_was_drawn() -> None:
    @cache_part
    def draw(notes: Footnotes) -> markup.Safe:
        return markup.join(("words", notes.mark_notes(*[Note(words="own")][:0])))

    assert draw(Footnotes()) == "words"
