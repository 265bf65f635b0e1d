"""Which of the printed dates is that of the event, and the year where none is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.drafts.candidate import Candidate, Field
from etl.draft.candidates.events.date_grammar import DateMention, find_all_dates
from etl.draft.passages.sentences import find_sentence, split_sentences

EVENT = re.compile(
    r"\b(?:courses?|meeting|workshop|conference|training|seminar|forum|session|ceremony|round ?table"
    r"|dialogue|summit|visit"
    r"|consultations?|exercise|drills?|event|launch|opening|opened|handover|symposium|webinar|briefing"
    r"|took place|taking place"
    r"|held|holds?|met|gathered|convened|hosted|organi[sz]ed|conducted|began|concluded|completed|ended|signed|attended|visited"
    r"|inaugurated|trained|received|spoke|gave|ran|участ\w*|семинар\w*|встреч\w*|заседани\w*|конференц\w*|совещани\w*|тренинг\w*"
    r"|курс\w*|прош[её]л|прошл[аои]|проходит|провел\w*|состоял\w*|кругл\w+ стол\w*|учени\w*|форум\w*"
    r"|открыт\w*|подписан\w*)\b",
    re.IGNORECASE,
)
OTHER_TIME = re.compile(
    r"\b(?:adopted|established|created|since|launched in|planned for|scheduled for|a year ago|last year"
    r"|earlier|previous\w*"
    r"|had (?:been )?\w+|following|resolution|founded|next|will (?:be|take|begin|start|run)|until"
    r"|deadline|by the end|second"
    r" training|similar|in the first half of|second half|diagnostic|предыдущ\w+|следующ\w+|ранее"
    r"|запланирован\w*|принят\w*|пройд[её]т"
    r"|состоится|до конца|с начала)\b",
    re.IGNORECASE,
)
TODAY = re.compile(r"\b(?:today|сегодня)\b", re.IGNORECASE)
YESTERDAY = re.compile(r"\b(?:yesterday|вчера)\b", re.IGNORECASE)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RELATIVE = re.compile(
    r"\b(?P<word>today|yesterday|сегодня|вчера)\b|\bon (?P<day>"
    + "|".join(WEEKDAYS)
    + r")\b(?!,? \d|,? [A-Z][a-z]+ \d)",
    re.IGNORECASE,
)
BACK = {"yesterday": 1, "вчера": 1}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2
    )
}
LASTED = re.compile(
    r"\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[- ]day\b|\b(?P<week>one-week"
    r"|week-long|weeklong)\b",
    re.IGNORECASE,
)
ENDED = re.compile(r"\b(?:ended|concluded?|completed|finished|closed|wrapped up|graduated)\b", re.IGNORECASE)
BEGAN = re.compile(r"\b(?:began|begins|started|starts|opened|kicked off|commenced)\b", re.IGNORECASE)
ADDRESS_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")
PUBLISHED_LINE = re.compile(r"^(?:Date|Published|Publishing date|Posted|Опубликовано|Дата)\b", re.IGNORECASE)
FARTHEST = timedelta(days=60)
"""A report rarely comes later than this after its event."""
MOST = 6


@dataclass(frozen=True, slots=True)
class Publication:
    """What the curator knows of the source before reading: when and where it was published."""

    published_on: str = ""
    address: str = ""


def find_event_dates(paragraphs: tuple[str, ...], publication: Publication) -> list[Candidate]:
    """The dates that may be the event's, the likeliest first."""
    mentions = list(find_all_dates(paragraphs))
    year, why_year = _year(mentions, publication)
    scored = [
        candidate
        for index, mention in enumerate(mentions)
        if (candidate := _candidate(paragraphs, mention, index, (year, why_year), publication))
    ]
    derived = [*_relative(paragraphs, scored, publication), *_lasting(paragraphs, scored)]
    ranked = sorted([*derived, *scored], key=lambda candidate: -candidate.rank)
    unique = {(candidate.value, candidate.detail["end"]): candidate for candidate in reversed(ranked)}
    return sorted(unique.values(), key=lambda candidate: -candidate.rank)[:MOST]


def _candidate(
    paragraphs: tuple[str, ...],
    mention: DateMention,
    index: int,
    year: tuple[int, str],
    publication: Publication,
) -> Candidate | None:
    paragraph = paragraphs[mention.paragraph - 1]
    first, last = mention.first.text(year[0]), mention.last.text(year[0]) if mention.last else ""
    if not first:
        return None
    rank, reasons = _score(paragraph, mention, index)
    late = _distance(last or first, publication.published_on)
    if late is not None and not timedelta(days=-2) <= late <= FARTHEST:
        rank, reasons = rank - 0.5, [*reasons, "far from the day of publication"]
    inferred = "" if mention.year else f"The year is not printed: {year[1]}."
    is_alone = len(paragraph.split()) <= len(paragraph[mention.start : mention.end].split()) + 2
    detail = {"end": last, "is_alone": str(is_alone or bool(PUBLISHED_LINE.match(paragraph)))}
    why = ", ".join(reasons) or "a date"
    return Candidate(
        Field.DATE,
        first,
        mention.paragraph,
        mention.start,
        mention.end,
        why,
        rank,
        detail=detail,
        inferred=inferred,
    )


def _score(paragraph: str, mention: DateMention, index: int) -> tuple[float, list[str]]:
    begin, close = find_sentence(paragraph, mention.start)
    sentence, before = paragraph[begin:close], paragraph[max(begin, mention.start - 70) : mention.start]
    after = paragraph[mention.end : mention.end + 60]
    is_alone = len(paragraph.split()) <= len(paragraph[mention.start : mention.end].split()) + 2
    is_dateline = mention.paragraph <= 4 and begin == 0 and mention.start < 45 and _is_dateline(after, before)
    found = (
        (0.5 - 0.03 * index, ""),
        (
            -0.3 * (is_alone or bool(PUBLISHED_LINE.match(paragraph))),
            "stands alone, as a day of publication does",
        ),
        (0.3 * (is_dateline and bool(TODAY.search(paragraph)) and not mention.last), "a dateline of today"),
        (-0.15 * (is_dateline and not TODAY.search(paragraph) and not mention.last), "a dateline"),
        (-0.3 * (is_dateline and bool(YESTERDAY.search(paragraph))), "the day after"),
        (0.2 * bool(EVENT.search(sentence) and not is_alone), "a word for an event in the sentence"),
        (0.2 * bool(mention.last), "a range"),
        (-0.25 * (not mention.first.day), "without a day"),
        (-0.4 * bool(OTHER_TIME.search(before[-55:])), "of something earlier or planned"),
    )
    return sum(part for part, _ in found), [why for part, why in found if part and why]


def _is_dateline(after: str, before: str) -> bool:
    """*DUSHANBE, 17 May 2024 –*, *Bishkek, Feb. 16 /Kabar/.*: no preposition before, a break after."""
    is_break = re.match(r"\s*(?:[–—-]|\.|/|,? \d\d:\d\d|,? [A-Z][\w-]+ ?[-/–])", after) is not None
    return is_break and not re.search(r"\b(?:on|from|in|of|с|от)\s$", before, re.IGNORECASE)


def _distance(day: str, published: str) -> timedelta | None:
    """How long after a day the report came; None where one of the two is not a whole day."""
    if len(day) != 10 or len(published) != 10:
        return None
    return date.fromisoformat(published) - date.fromisoformat(day)


def _year(mentions: list[DateMention], publication: Publication) -> tuple[int, str]:
    """The year for days without one, and where it is from."""
    if publication.published_on:
        return int(publication.published_on[:4]), "that of the publication"
    early = [mention.year for mention in mentions if mention.year and mention.paragraph <= 3]
    if early:
        return early[0], "that of another date in the text"
    if in_address := ADDRESS_YEAR.findall(publication.address):
        return int(in_address[0]), "that in the address"
    return 0, ""


def _relative(
    paragraphs: tuple[str, ...], scored: list[Candidate], publication: Publication
) -> Iterator[Candidate]:
    """*today*, *on Tuesday*: counted back from the day of publication, so inferred."""
    alone = (each.value for each in scored if each.detail["is_alone"] == "True" and len(each.value) == 10)
    base = publication.published_on or next(alone, "")
    if len(base) != 10:
        return
    day = date.fromisoformat(base)
    for number, paragraph in enumerate(paragraphs[:6], start=1):
        match = RELATIVE.search(paragraph)
        if match and EVENT.search(paragraph[slice(*find_sentence(paragraph, match.start()))]):
            word = (match["word"] or match["day"]).lower()
            back = BACK.get(word, (day.weekday() - WEEKDAYS.index(word)) % 7 if word in WEEKDAYS else 0)
            value = (day - timedelta(days=back)).isoformat()
            why = f"“{match[0]}”, counted from the day of publication"
            detail = {"end": "", "is_alone": "False"}
            inferred = f"The source says {word}; counted from the day of publication."
            yield Candidate(
                Field.DATE, value, number, *match.span(), why, 0.6, detail=detail, inferred=inferred
            )
            return


def _lasting(paragraphs: tuple[str, ...], scored: list[Candidate]) -> Iterator[Candidate]:
    """A five-day course that ended on the 21st began on the 17th: inferred."""
    days = [
        each
        for each in scored
        if len(each.value) == 10 and not each.detail["end"] and each.detail["is_alone"] == "False"
    ]
    if not days or any(each.detail["end"] and each.rank > 0.6 for each in scored):
        return
    for number, paragraph in enumerate(paragraphs[:5], start=1):
        for begin, close in split_sentences(paragraph):
            sentence = paragraph[begin:close]
            match = LASTED.search(sentence)
            near = min(days, key=lambda each: (abs(each.paragraph - number), -each.rank))
            if (
                match
                and abs(near.paragraph - number) <= 1
                and (span := _span_of(sentence, match, near, paragraphs))
            ):
                first, last = span
                why = f"“{match[0]}” and the day it {'ended' if last == near.value else 'began'}"
                detail = near.detail | {"end": last}
                inferred = f"Only one day is printed; {match[0]} gives the other."
                yield replace(
                    near, value=first, detail=detail, why=why, rank=near.rank + 0.3, inferred=inferred
                )
                return


def _span_of(
    sentence: str, match: re.Match[str], near: Candidate, paragraphs: tuple[str, ...]
) -> tuple[str, str] | None:
    number = 5 if match["week"] else NUMBERS.get(match["word"].lower()) or int(match["word"])
    beside = paragraphs[near.paragraph - 1]
    text = f"{sentence} {beside[slice(*find_sentence(beside, near.start))]}"
    day, length = date.fromisoformat(near.value), timedelta(days=number - 1)
    if not 2 <= number <= 31:
        return None
    if ENDED.search(text):
        return (day - length).isoformat(), near.value
    if BEGAN.search(text):
        return near.value, (day + length).isoformat()
    return None
