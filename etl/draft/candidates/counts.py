"""How many took part and what is counted; how many offices stand at which border."""

import re
from collections.abc import Iterator

from data.drafts.candidate import Candidate, Field
from etl.draft.gazetteer import countries
from etl.draft.gazetteer.curated_rows import Cells
from etl.draft.passages.sentences import find_sentence

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: number for number, word in enumerate(SMALL)} | {
    word: 10 * n for n, word in enumerate(TENS, start=2)
}
RUSSIAN_WORDS = {"десять": 10, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "сто": 100}
NUMBER = (
    r"(?:\d{1,3}(?:[, ]\d{3})+|\d{1,4}|(?:a|one|two|three|four|five) hundred"
    rf"|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(SMALL[1:10])}))?|{'|'.join(SMALL[2:])}"
    rf"|{'|'.join(RUSSIAN_WORDS)})"
)
BOUNDS = {
    **dict.fromkeys(("over", "more than", "above", "upwards of", "более", "свыше", "больше"), "over"),
    **dict.fromkeys(("at least", "no fewer than", "не менее"), "at_least"),
    **dict.fromkeys(
        ("about", "around", "some", "approximately", "nearly", "almost", "close to", "roughly"), "about"
    ),
    **dict.fromkeys(("an estimated", "около", "порядка", "примерно", "почти"), "about"),
    **dict.fromkeys(("up to", "as many as", "до"), "up_to"),
}
WHO = (
    r"participants?|officers?|officials?|experts?|representatives?|people|persons|delegates?|specialists?|trainees?|trainers?"
    r"|practitioners?|prosecutors?|judges?|investigators?|professionals|guests|instructors|personnel|students?|graduates?"
    r"|analysts?|guards?|inspectors?|leaders|scholars|attendees|commanders|cadets|lawyers|journalists|diplomats|servicemen"
    r"|employees|lecturers|policymakers|observers|managers|detectives|handlers|residents|soldiers|troops|teachers"
    r"|staff(?: members)?|участник\w*|представител\w*|сотрудник\w*|эксперт\w*|офицер\w*|человек"
    r"|специалист\w*|военнослужащ\w*|слушател\w*"
)
NOT_BEFORE = (
    r"(?!(?:in|on|at|of|for|from|to|with|by|were|was|had|have|took|days?|weeks?|hours?|years?|months?"
    r"|per|percent|million|billion|thousand|kilograms?|km|countries|states|other|crossing)\b)"
)
COUNT = re.compile(
    rf"(?:\b(?P<bound>{'|'.join(BOUNDS)})\s+)?\b(?P<number>{NUMBER})\s+(?P<what>(?:{NOT_BEFORE}[\w’'-]+,?\s+){{0,8}}?(?:{WHO}))\b",
    re.IGNORECASE,
)
CAME = re.compile(
    r"\b(?:took part|there were|attend\w*|participat\w*|gather\w*|brought together|brings? together"
    r"|bringing together|met|joined|came|trained"
    r"|course|workshop|training|seminar|conference|meeting|completed|assembled|united|involved|freed|discuss\w*|ceremony|visit|work(?:ed|ing)|practi[sc]ed|learn(?:ed|t)|studied|graduated"
    r"|участ\w*|собрал\w*|обуч\w*|прошли|семинар\w*|церемони\w*|встреч\w*)\b",
    re.IGNORECASE,
)
OTHER_COUNT = re.compile(
    r"\b(?:since|to date|so far|has trained|have been trained|overall|in total since|had received|each"
    r"|service has|received help"
    r"|of whom|из них|всего с)\b",
    re.IGNORECASE,
)
LEAST, YEARS = 2, range(1990, 2036)
OFFICES = re.compile(
    rf"\b(?P<number>{NUMBER})(?:\s+(?:new\s+|such\s+|operational\s+)?(?:border liaison )?(?:offices"
    rf"|BLOs))?\s+"
    r"(?:(?:are|is|were|operate\w*|functioning|located|working)\s+)?"
    r"(?:on|at|along|across)\s+the\s+(?P<border>[A-Z][a-z]+[-–][A-Z][a-z]+)(?:\s+(?:state\s+)?border)?(?!\s*\()",
    re.IGNORECASE,
)
BRACKETED_OFFICES = re.compile(r"\b(?P<border>[A-Z][a-z]+[-–][A-Z][a-z]+) \((?P<number>\d{1,2})\)")
"""*on the Kazakh-Kyrgyz (2), Uzbek-Tajik (6) borders*."""
OFFICE_WORD = re.compile(r"\b(?:border liaison offices?|BLOs?|liaison offices?|offices)\b", re.IGNORECASE)


def parse_number(words: str) -> int:
    """*1,344*, *twenty-four*, *two hundred* as a number."""
    small = words.lower()
    if small[0].isdigit():
        return int(re.sub(r"[, ]", "", small))
    if "hundred" in small:
        first = small.split()[0]
        return 100 * WORDS.get(first, 1)
    return sum((WORDS | RUSSIAN_WORDS).get(word, 0) for word in re.split(r"[- ]", small))


def find_participants(paragraphs: tuple[str, ...]) -> list[Candidate]:
    """Numbers of people at the event; each with what is counted, never summed."""
    found = [
        candidate
        for number, paragraph in enumerate(paragraphs, start=1)
        for match in COUNT.finditer(paragraph)
        if (candidate := _participants(number, paragraph, match))
    ]
    ranked = sorted(found, key=lambda candidate: -candidate.rank)
    return [candidate for candidate in ranked if candidate.rank >= 0.5]


def _participants(number: int, paragraph: str, match: re.Match[str]) -> Candidate | None:
    value = parse_number(match["number"])
    is_year = match["number"].isdigit() and value in YEARS
    if value < LEAST or is_year:
        return None
    begin, close = find_sentence(paragraph, match.start())
    sentence, before = paragraph[begin:close], paragraph[begin : match.start()]
    is_came = CAME.search(sentence) is not None
    rank = 0.35 + 0.3 * is_came + 0.1 * (number <= 4)
    rank -= 0.35 * bool(OTHER_COUNT.search(sentence)) + 0.4 * bool(
        re.search(r"(?:\bof|\bthe|\bits|(?<!attended )(?<!joined )\bby) $", before)
    )
    rank -= 0.3 * (value <= 4 and not re.search(r"\bofficers|experts", match["what"]))
    bound = BOUNDS.get(" ".join((match["bound"] or "").lower().split()), "exact")
    why = "people counted in a sentence on taking part" if is_came else "people counted"
    detail = {"bound": bound, "unit": " ".join(match["what"].split())}
    return Candidate(Field.PARTICIPANTS, str(value), number, *match.span(), why, rank, detail=detail)


def find_office_counts(paragraphs: tuple[str, ...], borders: list[Cells]) -> Iterator[Candidate]:
    """*five offices on the Kyrgyz-Tajik border, six on the Tajik-Uzbek border*."""
    pairs = {frozenset((row["country_a_id"], row["country_b_id"])): row["id"] for row in borders}
    for number, paragraph in enumerate(paragraphs, start=1):
        if not OFFICE_WORD.search(paragraph):
            continue
        for match in [*OFFICES.finditer(paragraph), *BRACKETED_OFFICES.finditer(paragraph)]:
            lands = countries.names_and_adjectives().find(match["border"])
            border = pairs.get(frozenset(land.ids[0] for land in lands), "")
            if border:
                value, detail = str(parse_number(match["number"])), {"border": border}
                why = f"offices counted at the border {border}"
                yield Candidate(Field.OFFICE_COUNT, value, number, *match.span(), why, 0.8, detail=detail)
