"""A sentence with its mentions replaced by marks, so that rules read *The course was organized by ⟦O0⟧*."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from etl.draft.passages.sentences import split_sentences

MARK = re.compile(r"⟦([A-Z])(\d+)⟧")
PRONOUN = re.compile(r"^(?:He|She|Он|Она) ")
LONGEST = 2_000
"""Characters of a sentence that rules read: what is longer is a list or a table."""
BRACKETED = re.compile(r" ?\([^()]{1,60}\)")


class Mark(NamedTuple):
    """What stands in a stretch of a paragraph: O an organisation, P a person, C a country, D a date."""

    kind: str
    start: int
    end: int
    mention: Any


@dataclass(frozen=True, slots=True)
class Template:
    paragraph: int
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]

    def mentions(self, part: str, kinds: str) -> list[Mark]:
        """What the marks of some kinds in a part of the template stand for."""
        return [self.marks[int(number)] for kind, number in MARK.findall(part) if kind in kinds]


def make_templates(number: int, paragraph: str, marks: Iterable[Mark]) -> list[Template]:
    """One for each sentence; of marks that overlap the first counts, so persons before their bodies."""
    kept: list[Mark] = []
    for mark in marks:
        if not any(mark.start < other.end and other.start < mark.end for other in kept):
            kept.append(mark)
    kept.sort(key=lambda mark: mark.start)
    found: list[Template] = []
    for span in split_sentences(paragraph):
        template = _template(number, paragraph, span, tuple(kept))
        found.append(_with_subject(template, found[-1]) if found else template)
    return found


def _with_subject(template: Template, before: Template) -> Template:
    """*He also spoke* is said of the one who opens the sentence before."""
    subject = re.search(r"⟦P\d+⟧", before.text)
    if not subject or not PRONOUN.match(template.text):
        return template
    return replace(template, text=PRONOUN.sub(subject[0] + " ", template.text))


def _template(number: int, paragraph: str, span: tuple[int, int], marks: tuple[Mark, ...]) -> Template:
    text, place = "", span[0]
    inside = [(index, mark) for index, mark in enumerate(marks) if span[0] <= mark.start < span[1]]
    for index, mark in inside:
        text += f"{paragraph[place : mark.start]}⟦{mark.kind}{index}⟧"
        place = mark.end
    text += paragraph[place : span[1]] if place < span[1] else ""
    return Template(number, *span, BRACKETED.sub(_without_marks, text)[:LONGEST], marks)


def _without_marks(bracket: re.Match[str]) -> str:
    """An abbreviation or an aside in brackets is left out; a person or date in it stays."""
    return "" if not re.search("⟦[PD]", bracket[0]) else bracket[0]
