import inspect
import re
from enum import StrEnum

import pytest

from data.schema import vocabulary
from data.schema.vocabulary import (
    EventKind,
    Family,
    FollowUp,
    InstrumentKind,
    OfficeStatus,
    OrganisationKind,
    SpeakerMode,
    UrlStatus,
    label,
)

LISTS = [
    found
    for _, found in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(found, StrEnum) and found is not StrEnum
]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Family.UN_GLOBAL, "UN and global bodies"),
        (EventKind.TRAINING, "Training"),
        (SpeakerMode.ON_BEHALF, "read on their behalf"),
        (SpeakerMode.IN_PERSON, "in person"),
        (OfficeStatus.ESTABLISHING, "being established"),
        (OfficeStatus.OPERATIONAL, "operational"),
        (FollowUp.NOT_FOUND, "no source on follow-up found"),
        (FollowUp.UNDER_WAY, "under way"),
    ],
)
def test_a_value_has_words_for_people(value: StrEnum, words: str) -> None:
    assert label(value) == words


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.__name__)
def test_values_can_stand_in_files_and_links(listed: type[StrEnum]) -> None:
    assert [value for value in listed if not re.fullmatch(r"[a-z]+(_[a-z]+)*", value)] == []
    assert [value for value in listed if value != value.name.lower()] == []


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.__name__)
def test_no_two_values_of_a_list_have_the_same_words(listed: type[StrEnum]) -> None:
    assert len({label(value) for value in listed}) == len(listed)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (UrlStatus.NOT_FOUND, "not found"),
        (OrganisationKind.STATE, "state"),
        (InstrumentKind.OPERATION, "operation"),
    ],
)
def test_a_value_does_not_take_the_words_of_its_like_in_another_list(value: StrEnum, words: str) -> None:
    assert label(value) == words
