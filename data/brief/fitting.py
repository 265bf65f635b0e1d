"""A brief keeps to its pages: how many events and recommendations it gives, and where its pictures stand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from data.brief.document import Block, Citation, Document, Drawn, Section, sentences
from data.brief.notes import Notes
from data.brief.pagination import PAGE, SMALL, measure, measure_block, measure_heading
from data.brief.request import Length

MOST: Mapping[Length, Mapping[str, int]] = {
    Length.ONE: {"events": 4, "recommendations": 2},
    Length.TWO: {"events": 12, "recommendations": 4},
    Length.FIVE: {"events": 36, "recommendations": 8},
    Length.WHOLE: {},
}
"""Rows of a part given at each length where there is room; WHOLE gives all."""
AT_LENGTH = 1
"""Events that are told at length however many others are given."""
ENTRY = 60
"""Letters of an entry in the list of sources beside publisher, title and address."""


def is_too_long(document: Document, length: Length, *, lists_sources: bool) -> bool:
    """Whether it takes more pages than it may."""
    if length == Length.WHOLE:
        return False
    listed = _measure_sources(document) if lists_sources else 0
    return measure(document) + listed > length * PAGE


def find_longest(given: Mapping[str, int], length: Length) -> str:
    """The part that gives most of what it may and can give one less; else none."""
    long = [part for part, number in given.items() if number > 1]
    return max(long, key=lambda part: (given[part] / MOST[length][part], part), default="")


def _measure_sources(document: Document) -> float:
    """About the height of the list of what it cites."""
    cited: dict[str, Citation] = {}
    for sentence in sentences(document):
        cited |= {each.source_id: each for each in sentence.citations if each.source_id}
    entries = (f"{each.publisher}{each.title}{each.url}{' ' * ENTRY}" for each in cited.values())
    return measure_heading(1, "-") + sum(map(SMALL.measure, entries))


def place_pictures(document: Document) -> Document:
    """Text goes before a picture that no longer fits its page, so that no page stays half empty."""
    notes, waiting = Notes(document.language), list[Drawn]()
    height = measure(replace(document, sections=()))
    placed: list[Section] = []
    for section in document.sections:
        blocks: list[Block] = []
        height += measure_heading(section.level, section.heading)
        for block in section.blocks:
            if isinstance(block, Drawn):
                waiting.append(block)
            else:
                blocks.append(block)
                height += measure_block(block, notes)
            for drawn in _list_fitting(waiting, height, notes):
                blocks.append(drawn)
                height += measure_block(drawn, notes)
        placed.append(replace(section, blocks=tuple(blocks)))
    if waiting:
        placed[-1] = replace(placed[-1], blocks=(*placed[-1].blocks, *waiting))
    return replace(document, sections=tuple(placed))


def _list_fitting(waiting: list[Drawn], height: float, notes: Notes) -> Iterator[Drawn]:
    """Takes from those that wait, in their order, what the page that is written has room for."""
    while waiting and height % PAGE + measure_block(waiting[0], notes) <= PAGE:
        height += measure_block(waiting[0], notes)
        yield waiting.pop(0)
