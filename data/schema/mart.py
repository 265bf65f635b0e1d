"""The mart: tables that the ETL derives from the public ones, so that pages answer fast (`etl/mart`).

They are no public schema and may change with any version. Events are numbered from 0 in the order of the
list, so that a page of it is a run of numbers. What filters and the search ask for (organisations, countries,
themes, people, places, instruments) has numbers too, its *name numbers*. All names begin with `read_`.
"""

from enum import IntFlag
from typing import NamedTuple

from data.schema.vocabulary import OrganisationRole

NARROWED_WITH = {
    "recommendation_themes": "recommendation",
    "recommendation_follow_ups": "recommendation",
    "statement_themes": "statement",
}
"""Tables that filters narrow with the one that they refer to, in the singular."""
NO_DAY, ANY_DAY = 0, 9_999_999
"""Days used where nothing sets a bound: before all others, and after all others."""
SUMMED = 150
"""Organisations, the busiest, whose pairs are summed over the whole record."""
COVERED = 12
"""Publishers of whom the coverage has rows of their own, those with most pages; the others are one row."""


class Table(NamedTuple):
    """One table of the mart in words: what it holds, and each of its columns."""

    holds: str
    columns: dict[str, str]


class Part(IntFlag):
    """The bits of `roles`: of organisations, and `SPOKE` of people."""

    ORGANISER = 1
    HOST = 2
    PARTNER = 4
    PARTICIPANT = 8
    INVITED = 16
    SPOKE = 32
    DONOR = 64


ANY_PART = Part.ORGANISER | Part.HOST | Part.PARTNER | Part.PARTICIPANT | Part.INVITED | Part.DONOR


def role_bits(roles: tuple[str, ...]) -> int:
    """The bits of these roles; of any role where none is given. An unknown role has no bit."""
    if not roles:
        return int(ANY_PART)
    known = {str(role): Part[role.name] for role in OrganisationRole}
    return int(sum(known.get(role, 0) for role in set(roles)))
