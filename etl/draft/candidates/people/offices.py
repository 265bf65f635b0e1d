"""The office beside a name: *Deputy Minister of Trade*, *head of a directorate of …*, *посол Японии*."""

import re
from typing import NamedTuple

from etl.draft.gazetteer.words import (
    MONTHS,
    OFFICE,
    RUSSIAN_OFFICE,
    RUSSIAN_OFFICE_WORD,
    TITLE,
    find_title_before,
)

WORD = r"(?>U\.S\.|U\.N\.|[A-ZÀ-ŽА-ЯЁ][\w’'&/-]*|\([A-ZА-Я][\w/-]+\))"
"""Taken whole: a hyphen in a word is no hyphen between two, else a long run could be cut in too many ways."""
SMALL = (
    "of|the|for|and|to|on|in|under|at|a|an|ad|interim|a\\.i\\.|deputy|first|head|chief|director|regional|national|senior"
    "|acting|press|secretary|chairman|representative|minister|commander|directorate|department|office|permanent|resident"
    "|d[’']affaires|[’']affaires|country|customs|border|division|unit|section|police|international|relations|executive|project|programme|affairs|region|province|district|city"
)
ENGLISH_BEFORE = re.compile(rf"(?:(?:{WORD}|{SMALL}|[’']s)[ -])+$")
RUSSIAN_BEFORE = re.compile(
    rf"(?:(?:[Пп]ерв\w+ |[Ии]сполняющ\w+ обязанности |[Вв]ременн\w+ |[Гг]лавн\w+ |[Сс]тарш\w+ |[Вв]рио "
    rf"|[Ии]\.о\. |[Чч]резвычайн\w+ и [Пп]олномочн\w+ |[Пп]остоянн\w+ "
    rf"|[Рр]егиональн\w+ |[Нн]ациональн\w+ |[Сс]пециальн\w+ |[Гг]енеральн\w+ |[Ии]сполнительн\w+ )*"
    rf"\b{RUSSIAN_OFFICE}(?: (?!(?:отметил|заявил|сказал|подчеркнул|выступил)\w*)[\w«»(),.-]+){{0,14}}? )$",
    re.IGNORECASE,
)
STARTS = re.compile(rf"\b(?:{OFFICE})\b")
LEAD = re.compile(
    rf"^(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: \d{{4}})?,? )?(?:(?:the|a|an|of|for|and|to|on|in"
    rf"|under|at|its|The|Its|On|In|At|And|A|Then) )*"
)
AFTER = re.compile(r"^,? \(?(?:who is )?(?:the |an? )?(?=\S)|^ [–—-] (?:the )?")
STOP = re.compile(
    r"[;!?](?:\s|$)|(?<!\b[A-Z])\.(?:\s|$)|[”\"»]|\)|, and (?=[a-z])"
    r"|,? (?:who|which|said|says|told|noted|stressed|added|explained|underlined|emphasi[sz]ed|stated"
    r"|pointed|recalled"
    r"|thanked|opened|spoke|delivered|welcomed|greeted|called|urged|reported|also|was|were|is|are|has"
    r"|have|had|will|as well"
    r"|in (?:his|her|their|turn|opening)|during|on (?:his|her|behalf|\d)|at the (?:opening|meeting"
    r"|ceremony|event|closing))\b"
    r"|, (?:at|in|on|during|from|under|with|as) "
    r"|, (?:[a-z]+ed|handed|held|came|spoke|began|ran|gave|made|took|met|led|joined|attended)\b"
    rf"|,? and (?=(?:the )?(?:{TITLE}\s)|[a-z]+ed\b)|,? [a-z]+ed (?=the |that |on |by )|,$|$"
)
RUSSIAN_STOP = re.compile(
    r"[;.!?](?:\s|$)|[”\"»]|\)|, (?:который|которая|а также)|, (?=[а-яё]+(?:л|ла|ли|лся|лась)(?![а-яё]))|,?$"
    r"| (?=[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+)"
)
BRACKET = re.compile(r"\([^()]*\)")
TITLE_DOT = re.compile(
    r"(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bProf)\.|(?<=\bCol)\.|(?<=H\.E)\.|(?<=\bH)\."
)
MOST_WORDS, SOON = 26, 6
"""Words of an office, and within how many its first word of an office comes."""
MOST_CHARACTERS = 400
"""Beside a name in which its office is looked for."""


class Office(NamedTuple):
    start: int
    end: int
    text: str
    is_before: bool


def find_office_before(paragraph: str, start: int, floor: int) -> Office | None:
    """The office that ends where a name, or its title, starts; nothing before `floor` belongs to it."""
    floor = max(floor, start - MOST_CHARACTERS)
    lead = paragraph[floor:start]
    title = find_title_before(lead, len(lead))
    cut = lead if title is None else lead[:title]
    is_apart = cut.endswith(", ")
    cut = cut[:-2] + " " if is_apart else cut
    found = _english_before(cut)
    found = _russian_before(cut) if found is None else found
    if found is None or (
        is_apart and not re.match(r"(?:^|.*\b)(?:[Tt]he|[Ii]ts) $|^$|.*[.!?”] $", cut[:found])
    ):
        return None
    text = cut[found:].strip(" ,")
    return Office(floor + found, floor + found + len(text), text, True)


def _english_before(lead: str) -> int | None:
    """Where the phrase before a name begins that holds a word for an office."""
    run = ENGLISH_BEFORE.search(lead)
    if not run or not STARTS.search(run[0]):
        return None
    start = run.start()
    before = lead[:start]
    if (
        before.endswith(", ")
        and (more := ENGLISH_BEFORE.search(before[:-2] + " "))
        and STARTS.search(more[0])
    ):
        start = more.start()
    lead_in = LEAD.match(lead[start:])
    start += lead_in.end() if lead_in else 0
    return _after_other_words(lead, start)


def _after_other_words(lead: str, start: int) -> int:
    """*In Ashgabat Deputy Minister*: the office begins at its first capital word that is no place."""
    place = re.match(
        r"[A-Z]\w+ (?=(?:First |Deputy |Prime )?(?:Deputy|Minister|President|Ambassador)\b)", lead[start:]
    )
    is_place = place and lead[:start].endswith(("in ", "In ", "at ", "At "))
    return start + place.end() if place and is_place else start


def _russian_before(lead: str) -> int | None:
    clause = max(lead.rfind(sign) for sign in ("–", "—", "»", ";", ":"))
    found = RUSSIAN_BEFORE.search(lead, clause + 1)
    return found.start() if found else None


def find_office_after(paragraph: str, end: int, ceiling: int) -> Office | None:
    """The office after a name and a comma; nothing from `ceiling` on belongs to it."""
    lead = AFTER.match(paragraph[end:])
    if not lead or not lead[0].strip():
        return None
    start = end + lead.end()
    rest = paragraph[start : min(max(start, ceiling), start + MOST_CHARACTERS)]
    stop = (RUSSIAN_STOP if RUSSIAN_OFFICE_WORD.match(rest) else STOP).search(_masked(rest))
    text = rest[: stop.start()] if stop else rest
    is_cut_by_name = len(text.rstrip(" ,")) >= len(rest.rstrip(" ,")) and start + len(rest) == ceiling
    text = _without_next_person(text, is_cut_by_name).strip(" ,")
    soon = " ".join(text.split()[:SOON])
    is_office = STARTS.search(soon) or re.match(
        rf"(?:deputy |first |former )*(?:{OFFICE})\b", soon, re.IGNORECASE
    )
    is_office = is_office or RUSSIAN_OFFICE_WORD.match(soon)
    if not is_office or len(text.split()) > MOST_WORDS:
        return None
    return Office(start, start + len(text), text, False)


def _masked(text: str) -> str:
    """Without the full stops and commas that end nothing: in brackets and after titles."""
    return BRACKET.sub(lambda found: "·" * len(found[0]), TITLE_DOT.sub("·", text))


def _without_next_person(text: str, is_cut_by_name: bool) -> str:
    """*Head of A, and Deputy Minister of B* before another name: the last part is that one's office."""
    if not is_cut_by_name:
        return text
    text = re.sub(rf"(?:{TITLE}\s*)+$", "", text.rstrip() + " ").rstrip(" ,")
    text = re.sub(r",? and(?: the)?$", "", text)
    parts = re.split(r",? and (?:the )?|, (?:the )?(?=[A-Z])", text)
    if len(parts) > 1 and STARTS.search(parts[-1]):
        return re.sub(r"(?:,? and)?(?: the)?$", "", text[: text.rfind(parts[-1])].rstrip(" ,"))
    return text
