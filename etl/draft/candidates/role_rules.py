"""Rules that give roles: a pattern over templates (`templates.py`) with a list of marks, and their role."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etl.draft.candidates.templates import Mark, Template

OWNER = re.compile(r" of (?:the )?⟦O\d+⟧")
"""*the ⟦O0⟧ of the ⟦O1⟧*: it is the part that acts."""


class Rule(NamedTuple):
    role: str | None
    pattern: re.Pattern[str]
    """Has a group `list`; its lists can be read in one way only, so that matching ends soon."""
    kinds: str
    """Of the marks in the list those that get the role."""
    why: str = ""
    rank: float = 0.0
    is_help: bool = False
    """Help of a state is money."""


def match_rules(template: Template, rules: Iterable[Rule]) -> Iterator[tuple[Rule, str, Mark]]:
    """Each rule that holds, its words and whom it concerns; what a rule takes, no later one takes."""
    taken: set[int] = set()
    for rule in rules:
        for match in rule.pattern.finditer(template.text):
            for mark in template.mentions(OWNER.sub("", match["list"]), rule.kinds):
                if mark.start not in taken and not _is_owner(template, mark):
                    taken.add(mark.start)
                    yield rule, match[0], mark


def _is_owner(template: Template, mark: Mark) -> bool:
    """*X's Y* and *X Y* of two bodies: it is Y."""
    index = template.marks.index(mark)
    return mark.kind != "P" and re.search(rf"⟦{mark.kind}{index}⟧[’']s? ⟦O", template.text) is not None
