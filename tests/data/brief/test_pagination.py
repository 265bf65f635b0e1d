from dataclasses import replace

import pytest

from data.brief import pagination
from data.brief.document import Paragraph, References, Sentence
from data.brief.languages.english import ENGLISH
from data.brief.notes import Notes
from data.brief.pagination import BODY, HIGH, NOTE, WIDE, measure, measure_block, picture_size
from data.pictures.drawing import sheet, svg
from data.pictures.drawing.sheet import Caption, Picture
from tests.data.brief import documents


def test_a_paragraph_is_as_high_as_its_lines_and_those_of_its_notes() -> None:
    sentence = Sentence("x" * 150, (documents.PAGE,))
    once = measure_block(Paragraph((sentence,)), Notes(ENGLISH))
    assert once == pytest.approx(2 * BODY.line + BODY.around + NOTE.line)
    twice = measure_block(Paragraph((sentence, sentence)), Notes(ENGLISH))
    assert twice == pytest.approx(3 * BODY.line + BODY.around + NOTE.line), "the second repeats the number"


def test_a_document_is_as_high_as_what_it_holds() -> None:
    plain = documents.plain()
    assert round(measure(plain)) == 262
    assert measure(replace(plain, sections=())) == pytest.approx(26 + 12.6 + 12.6)
    assert measure_block(References(("a", "b" * 200)), Notes(ENGLISH)) == pytest.approx(3 * 9.8 + 2)


def test_a_picture_is_as_wide_as_the_text_unless_it_were_too_high() -> None:
    caption = Caption("a", "b", "c")
    low, high = (
        replace(documents.picture(), svg=sheet.frame(Picture(svg.drawing(), height, "words"), caption))
        for height in (100, 900)
    )
    assert picture_size(low)[0] == WIDE
    wide, tall = picture_size(high)
    assert tall == HIGH
    assert wide == pytest.approx(HIGH * sheet.WIDTH / sheet.read_height(high.svg))
    assert measure_block(high, Notes(ENGLISH)) == pytest.approx(HIGH * pagination.CM + 6)
