"""Where the event took place: places of the record, cities, or online."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.drafts.candidate import Candidate, Field, Origin
from etl.draft.candidates.events.dates import EVENT
from etl.draft.gazetteer import cities, countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.tokens import CYRILLIC
from etl.draft.passages.sentences import find_sentence

HYBRID = re.compile(r"\b(?:hybrid|mixed format|in-person and online|гибридн\w+)\b", re.IGNORECASE)
ONLINE = re.compile(
    r"\b(?:held online|took place online|online (?:training|course|workshop|meeting|seminar|session"
    r"|webinar|format|debriefing)"
    r"|virtual(?:ly)?|webinar|via zoom|over a video link|by video ?conferenc\w+|onlinе|met online"
    r"|онлайн|(?:в формате |режиме )?"
    r"видеоконференц\w+|в дистанционном формате)\b",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:in person|joined|joining|others|the rest)\b")
IN = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear)(?: the)?(?: (?:city|town|village|resort|capital)(?: of)?)?(?: [a-z]+)? $"
    r"|\b(?:[Вв]|[Вв]о|под)(?: г\.| городе| городах)? ?$)"
)
SEAT = re.compile(
    r"\b(?:from|[Oo]ffice in|based in|Branch in|Embass\w+[^.]{0,40} in|[Ss]ection[^.]{0,60} in"
    r"|[Dd]elegation\w*[^.]{0,30}"
    r"|planned for|workshop in|Mission in|Airport in|units? (?:were|was) opened in|follow-up[\w ]*in"
    r"|previous one took place in"
    r"|courses? in|[Рр]яд[\w ]*в)\s*(?:the )?$"
)
LATER = re.compile(
    r"\b(?:next|previous|follow-up|earlier|last year|will (?:be|take)|similar|following (?:year|round)"
    r"|following meeting"
    r"|следующ\w+|предыдущ\w+|пройд[её]т|ранее)\b",
    re.IGNORECASE,
)
HOSTED = re.compile(r"^(?:,? the capital of [A-Z]\w+,?)? (?:hosted|hosts|welcomed|принял\w*)\b")
DATELINE_END = re.compile(r"^(?:,|\.|:| ?\(| [–—-]|/|,? \d)")
KINDS = ("city", "locality", "crossing")
MOST = 4
LEAST_RANK = 0.42


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place that is named."""

    paragraph: int
    start: int
    end: int
    name: str
    row: str
    country: str
    kind: str


def find_event_places(
    paragraphs: tuple[str, ...],
    names: RecordNames,
    when: Candidate | None,
    closed: list[tuple[int, int, int]],
) -> list[Candidate]:
    """The likeliest first. `closed` are spans of persons and bodies, in which a city is part of a name."""
    best: dict[str, Candidate] = {}
    for index, spot in enumerate(_spots(paragraphs, names)):
        rank, why = _score(paragraphs[spot.paragraph - 1], spot, index, when, closed)
        known = best.get(spot.name)
        if known is None or known.rank < rank:
            by = Origin.GAZETTEER if spot.row else Origin.RULE
            detail = {"country": spot.country, "kind": spot.kind}
            rows = (spot.row,) if spot.row else ()
            found = Candidate(
                Field.PLACE, spot.name, spot.paragraph, spot.start, spot.end, why, rank, by, rows, detail
            )
            best[spot.name] = found if known is None else replace(found, rank=rank + 0.04)
        else:
            best[spot.name] = replace(known, rank=known.rank + 0.04)
    ranked = sorted(best.values(), key=lambda candidate: -candidate.rank)
    return [candidate for candidate in ranked if candidate.rank >= LEAST_RANK][:MOST]


def _spots(paragraphs: tuple[str, ...], names: RecordNames) -> Iterator[_Spot]:
    for number, paragraph in enumerate(paragraphs, start=1):
        taken: list[tuple[int, int]] = []
        for match in names.places.find(paragraph):
            row = names.rows["places"][match.ids[0]]
            if row["kind"] in KINDS or "province" in row["kind"]:
                taken.append((match.start, match.end))
                yield _Spot(
                    number, match.start, match.end, row["name"], match.ids[0], row["country_id"], row["kind"]
                )
        for match in cities.spellings().find(paragraph):
            is_taken = any(match.start < end and start < match.end for start, end in taken)
            if not is_taken and not countries.names_and_adjectives().ids(match.printed):
                city = cities.largest_city(match.ids)
                name = city.name if CYRILLIC.search(match.printed) else match.printed
                name = name.title() if name.isupper() else name
                own = names.cities.get(city.number, "")
                name = names.rows["places"][own]["name"] if own else name
                yield _Spot(number, match.start, match.end, name, own, city.country, "city")


def _score(
    paragraph: str, spot: _Spot, index: int, when: Candidate | None, closed: list[tuple[int, int, int]]
) -> tuple[float, str]:
    begin, close = find_sentence(paragraph, spot.start)
    before, after = paragraph[max(begin, spot.start - 70) : spot.start], paragraph[spot.end : close]
    sentence = paragraph[begin:close]
    is_in = IN.search(before) is not None
    is_dateline = (
        begin == 0 and spot.start < 12 and spot.paragraph <= 4 and DATELINE_END.match(after) is not None
    )
    is_part = any(
        (spot.paragraph, a) <= (n, spot.start) and n == spot.paragraph and a <= spot.start < b
        for n, a, b in closed
    )
    is_beside = when is not None and when.paragraph == spot.paragraph and begin <= when.start < close
    found = (
        (0.4 - 0.02 * index - 0.03 * (spot.paragraph - 1), ""),
        (-0.5 * (is_part and not is_dateline), "part of a name"),
        (0.2 * (is_in and not is_part), "in …"),
        (0.2 * is_dateline, "a dateline"),
        (0.45 * bool(HOSTED.match(after)), "it hosted"),
        (0.15 * bool(is_in and EVENT.search(sentence)), "a word for an event beside it"),
        (0.25 * (is_in and is_beside), "beside the date"),
        (-0.4 * bool(SEAT.search(before)), "the seat of a body, or another event"),
        (-0.4 * bool(LATER.search(sentence)), "of something earlier or planned"),
        (-0.15 * (spot.kind not in ("city", "locality") or (not is_in and not is_dateline)), ""),
    )
    return sum(part for part, _ in found), ", ".join(why for part, why in found if part and why) or "named"


def find_mode(paragraphs: tuple[str, ...]) -> Candidate | None:
    """Whether people met online or in both ways, where the text says so."""
    for pattern, value in ((HYBRID, "hybrid"), (ONLINE, "online")):
        for number, paragraph in enumerate(paragraphs, start=1):
            if match := pattern.search(paragraph):
                sentence = paragraph[slice(*find_sentence(paragraph, match.start()))]
                value = "hybrid" if BOTH.search(sentence) else value
                rank = 0.8 if number <= 3 else 0.4
                return Candidate(Field.MODE, value, number, *match.span(), f"“{match[0]}”", rank)
    return None
