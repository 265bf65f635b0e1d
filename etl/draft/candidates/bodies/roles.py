"""Which part a body has in an event: organiser, host, donor or partner by the words; else participant."""

from collections.abc import Iterator
from typing import NamedTuple

from etl.draft.candidates.bodies.body import STATE
from etl.draft.candidates.bodies.rules import DONOR, RULES
from etl.draft.candidates.role_rules import match_rules
from etl.draft.candidates.templates import Mark, Template


class RoleFound(NamedTuple):
    mark: Mark
    role: str
    why: str
    rank: float


def find_roles(template: Template) -> Iterator[RoleFound]:
    """The parts that the words of one sentence give to bodies and countries."""
    for rule, _, mark in match_rules(template, RULES):
        is_state = mark.kind == "C" or (mark.mention.kind == STATE and not _is_embassy(mark))
        yield RoleFound(mark, DONOR if rule.is_help and is_state else str(rule.role), rule.why, rule.rank)


def _is_embassy(mark: Mark) -> bool:
    printed: str = mark.mention.printed
    return printed.lower().startswith(("embass", "посольств"))
