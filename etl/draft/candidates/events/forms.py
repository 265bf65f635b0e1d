"""What sort of event it was, by the words of title and first paragraphs: kind and form."""

import re
from collections.abc import Iterator

from data.drafts.candidate import Candidate, Field
from data.schema.vocabulary import EventKind

FORMS = (
    (EventKind.VISIT, "study visit", r"study (?:tour|visit)"),
    (EventKind.OPERATION, "exercise", r"\b(?:exercise|drills?)\b(?! how)|\bучени[еяй]"),
    (EventKind.OPENING, "handover", r"hand(?:s|ed|ing)? over|handover|donat(?:es|ed)"),
    (
        EventKind.OPENING,
        "opening",
        r"\b(?:inaugurat|open(?:s|ed|ing)? (?:of |at |near |in )?(?:a |the |two |new )*(?:border|BLO"
        r"|office|unit|centre))|открыт",
    ),
    (
        EventKind.DECISION,
        "signing",
        r"\b(?:sign(?:s|ed|ing)|grant agreement|exchanged notes|memorandum)\b|подписан",
    ),
    (EventKind.MEETING, "committee meeting", r"steering committee|committee meeting|council meeting"),
    (EventKind.CONFERENCE, "conference", r"\bconference|конференци"),
    (EventKind.CONFERENCE, "forum", r"\bforum\b|форум"),
    (EventKind.MEETING, "round table", r"round ?table|кругл\w+ стол"),
    (EventKind.TRAINING, "training of trainers", r"training[- ]of[- ]trainers|train-the-trainer"),
    (EventKind.TRAINING, "workshop", r"\bworkshop"),
    (EventKind.TRAINING, "seminar", r"\bseminar|семинар"),
    (EventKind.TRAINING, "training", r"\btraining|\bcourse|\btrains?\b|тренинг|курс"),
    (EventKind.MEETING, "expert meeting", r"expert (?:group )?meeting|экспертн\w+ (?:групп|встреч)"),
    (EventKind.MEETING, "meeting", r"\bmeeting|\bmet\b|встреч|заседани|совещани"),
)
EARLY = 4
"""Paragraphs in which the word is looked for."""


def find_form(paragraphs: tuple[str, ...]) -> Iterator[Candidate]:
    """The first form in the order above whose word stands early."""
    for kind, form, cue in FORMS:
        for number, paragraph in enumerate(paragraphs[:EARLY], start=1):
            if match := re.search(rf"(?:{cue})\w*", paragraph, re.IGNORECASE):
                detail = {"kind": str(kind)}
                inferred = "Told from the word used."
                why = f"“{match[0]}”"
                yield Candidate(
                    Field.FORM, form, number, *match.span(), why, 0.5, detail=detail, inferred=inferred
                )
                return
