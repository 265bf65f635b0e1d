from dataclasses import replace

import pytest

from data.brief.languages.english import ENGLISH
from data.brief.notes import Mark, Notes, Span
from tests.data.brief.documents import PAGE, RECORD


def _text(mark: Mark) -> str:
    return "".join(span.text for span in mark.spans)


def test_a_note_says_words_paragraph_publisher_title_date_address_and_day_read() -> None:
    mark = Notes(ENGLISH).mark([PAGE])
    assert _text(mark) == (
        "“fourteen bodies” (para. 2), Alpha, “Alpha report”, 5 March 2021, https://alpha.example/report "
        "(read 2 January 2026)."
    )
    at_words = "https://alpha.example/report#:~:text=fourteen%20bodies"
    assert [span.address for span in mark.spans if span.address] == [at_words, at_words]


def test_what_is_not_known_of_a_source_is_left_out_or_said() -> None:
    bare = replace(PAGE, words="", paragraph=None, title="[Reports.]", published_on="", read_on="", url="")
    assert _text(Notes(ENGLISH).mark([bare])) == "Alpha, [Reports.], no date."
    unread = replace(PAGE, read_on="", paragraph=None)
    assert _text(Notes(ENGLISH).mark([unread])).endswith("5 March 2021, https://alpha.example/report.")


def test_words_on_the_event_alone_are_said_to_be_so_once() -> None:
    context = replace(PAGE, is_context=True)
    assert _text(Notes(ENGLISH).mark([context])).startswith(
        "On the matter: “fourteen bodies” (para. 2), Alpha"
    )
    assert _text(Notes(ENGLISH).mark([PAGE, context])).count("fourteen bodies") == 1


def test_a_sentence_on_nothing_new_repeats_the_number_of_its_paragraph() -> None:
    notes = Notes(ENGLISH)
    other = replace(PAGE, source_id="beta", publisher="Beta")
    assert notes.mark([PAGE, other]).number == 1
    assert notes.mark([PAGE]) == Mark(1)
    assert notes.mark([replace(PAGE, words="more")]).number == 2
    notes.begin_paragraph()
    assert _text(notes.mark([PAGE])).startswith("“fourteen bodies” (para. 2), Alpha, ")


def test_a_source_named_in_the_paragraph_is_referred_to() -> None:
    notes = Notes(ENGLISH)
    notes.mark([PAGE])
    beta = replace(PAGE, source_id="beta", publisher="Beta")
    assert (
        _text(notes.mark([replace(PAGE, words="more", paragraph=3)]))
        == "“more” (para. 3), source as in note 1."
    )
    assert _text(notes.mark([beta, replace(PAGE, words="", paragraph=None)])).startswith(
        "Source as in note 1. “fourteen bodies” (para. 2), Beta, "
    )
    bare = [replace(each, words="", paragraph=None) for each in (PAGE, beta)]
    assert _text(notes.mark(bare)) == "Sources as in notes 1 and 3."
    notes.begin_paragraph()
    notes.mark([PAGE, beta])
    assert _text(notes.mark(bare)) == "Sources as in note 5."


def test_the_record_itself_is_cited_once_in_a_file() -> None:
    notes = Notes(ENGLISH)
    assert _text(notes.mark([RECORD])) == "Chegara, release 1. Counted in the record."
    notes.begin_paragraph()
    assert notes.mark([RECORD]) == Mark(1)
    linked = replace(RECORD, url="https://x.example/timeline", address="https://x.example/timeline")
    assert _text(Notes(ENGLISH).mark([linked])).endswith(" https://x.example/timeline")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://alpha.example", "https://alpha.example"),
        ("http://alpha.example", "http://alpha.example"),
        ("javascript:alert(1)", ""),
        ("events/a", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, link: str) -> None:
    assert Span("text", address).link == link
