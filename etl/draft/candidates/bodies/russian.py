"""Names of bodies in Russian that the record lacks: adjectives, a word such as *служба*, its complements."""

import re
from collections.abc import Iterator

NOUN_END = "(?:а|ы|е|у|ой|и|ия|ии|ию|ией|ю|я|ем|ом|о|ов|ам|ями|ами|ях|ах|ство|ства|ству|ством|стве)?"
HEAD = re.compile(
    "(?:служб|комитет|министер|агент|академи|департамент|управлени|посоль|центр|комисси|совет|институт|фонд|организаци"
    f"|войск|штаб|бюро|университет|прокуратур|секретариат|банк|палат|ассоциаци|представитель){NOUN_END}",
    re.IGNORECASE,
)
ADJECTIVE = re.compile("[а-яё-]+(?:ая|ое|ый|ий|ой|ого|ому|ую|ые|ых|ым|ыми|ском)", re.IGNORECASE)
ORDINAL = re.compile("(?:перв|втор|трет|следующ|очередн|нов|так|эт|как|друг|люб|сво)[а-яё]*", re.IGNORECASE)
COMPLEMENT = re.compile("[а-яё-]+(?:а|я|ы|и|у|ю|ов|ев|ей|ий|ой|ого|их|ых|ам|ям|ем|ом|ками)")
VERB = re.compile("[а-яё]+(?:л|ла|ло|ли|лся|лась|лись|ет|ут|ют|ит|ят|тся)")
OWNER = re.compile("[А-ЯЁ]{2,}|[А-ЯЁ][а-яё]+(?:ана|стана|ии|Республики)|Республики|Российской|Кыргызской")
LINK = ("по", "на", "при", "и", "за", "с")
MOST_WORDS = 7
ACRONYM = re.compile(r"(?<![\w-])(?:МЧС|ФСБ|ФТС|АКН|ГНС|ГРС|НАБ|ФСКН|СВР|КНБ|СГБ|ГКНБ|МО)(?!\w)")
WORD = re.compile(r"[\w-]+")


def find_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name; one that is a single word is none, but for known acronyms."""
    words = list(WORD.finditer(paragraph))
    for place, word in enumerate(words):
        if HEAD.fullmatch(word[0]):
            first, last = _first(paragraph, words, place), _last(paragraph, words, place)
            if last > first and words[first][0][0].isupper():
                yield words[first].start(), words[last].end()
    yield from (match.span() for match in ACRONYM.finditer(paragraph))


def _first(paragraph: str, words: list[re.Match[str]], place: int) -> int:
    """The first of the adjectives before the head; a capital letter begins the name."""
    while place > 0 and _is_beside(paragraph, words, place - 1) and not words[place][0][0].isupper():
        before = words[place - 1][0]
        if not ADJECTIVE.fullmatch(before) or ORDINAL.fullmatch(before):
            break
        place -= 1
    return place


def _last(paragraph: str, words: list[re.Match[str]], place: int) -> int:
    """The last word of what the body is of; a preposition counts only with a word after it."""
    end = place
    for at in range(place + 1, min(place + MOST_WORDS, len(words))):
        if not _is_beside(paragraph, words, at - 1):
            break
        word = words[at][0]
        if word in LINK:
            if at + 1 == len(words) or not words[at + 1][0][0].islower():
                break
            continue
        if VERB.fullmatch(word) or not (COMPLEMENT.fullmatch(word) or OWNER.fullmatch(word)):
            break
        end = at
    return end


def _is_beside(paragraph: str, words: list[re.Match[str]], place: int) -> bool:
    return paragraph[words[place].end() : words[place + 1].start()] == " "
