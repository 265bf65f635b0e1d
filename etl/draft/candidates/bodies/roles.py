"""Which part a body has in an event: organiser, host, donor or partner by the words; else participant.

Each rule of `rules` is a pattern with a list of marks, and the role of what is listed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.draft.candidates.bodies.body import STATE
from etl.draft.candidates.bodies.rules import DONOR, RULES
from etl.draft.candidates.templates import Mark, Template

OWNER = re.compile(r" of (?:the )?⟦O\d+⟧")
"""*the ⟦O0⟧ of the ⟦O1⟧*: it is the part that acts."""


class RoleFound(NamedTuple):
    mark: Mark
    role: str
    why: str
    rank: float


def find_roles(template: Template) -> Iterator[RoleFound]:
    """The parts that the words of one sentence give to bodies and countries."""
    taken: set[int] = set()
    for rule in RULES:
        for match in rule.pattern.finditer(template.text):
            for mark in template.mentions(OWNER.sub("", match["list"]), rule.kinds):
                if mark.start not in taken and not _is_owner(template, mark):
                    taken.add(mark.start)
                    is_money = (
                        rule.is_help
                        and (mark.kind == "C" or mark.mention.kind == STATE)
                        and not _is_embassy(mark)
                    )
                    yield RoleFound(mark, DONOR if is_money else rule.role, rule.why, rule.rank)


def _is_embassy(mark: Mark) -> bool:
    printed: str = mark.mention.printed
    return printed.lower().startswith(("embass", "посольств"))


def _is_owner(template: Template, mark: Mark) -> bool:
    """*X's Y* and *X Y* of two bodies: it is Y."""
    index = template.marks.index(mark)
    return re.search(rf"⟦{mark.kind}{index}⟧[’']s? ⟦O", template.text) is not None
