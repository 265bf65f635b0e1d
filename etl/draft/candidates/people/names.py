"""Runs of words that may be the name of a person, in English and Russian."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.draft.gazetteer import countries
from etl.draft.gazetteer.record_names import RecordNames
from etl.draft.gazetteer.tokens import CYRILLIC, token_key
from etl.draft.gazetteer.words import HEAD_WORD, NO_NAME, OFFICE_WORD, RUSSIAN_OFFICE_WORD, find_title_before

NAME_WORD = r"(?:[A-ZÀ-ŽА-ЯЁ][\w’'ʼ]*[\wʼ](?:-[A-ZÀ-Ža-zА-ЯЁ][\w’'ʼ]+)*|[A-ZА-Я]\.)"
PARTICLE = r"(?:de|de la|van|van der|von|der|al|el|bin|ibn|ul|la|du|di|da|zu|ter)"
RUN = re.compile(rf"(?<![\w.’'@/-])(?:[A-ZА-Я]\. ?)*{NAME_WORD}(?: (?:{PARTICLE} )?{NAME_WORD})*")
NO_RUSSIAN_NAME = frozenset(
    token_key(word)
    for word in [
        "Республика",
        "Центральная",
        "Азия",
        "Союз",
        "Нации",
        "Организация",
        "Исполнительный",
        "Объединённый",
        "Штаб",
        "Генеральный",
        "Государственный",
        "Национальный",
        "Региональный",
        "Координатор",
        "Программа",
        "Европейский",
        "Северный",
        "Южный",
        "Восточный",
        "Западный",
        "Средняя",
        "Область",
        "Район",
        "Город",
        "Академия",
        "Служба",
        "Комитет",
        "Министерство",
        "Управление",
        "Агентство",
        "Центр",
        "Опубликовано",
        "Новые",
        "Открыл",
        "Следующее",
        "Участники",
        "Стороны",
        "Мероприятие",
        "Семинар",
        "Встреча",
        "Заседание",
        "Учение",
        "Обучение",
        "Дружба",
        "Граница",
        "Участниками",
        "Отмечена",
        "Руководил",
        "Финансовую",
        "Офис",
        "На",
        "По",
        "Во",
        "Вчера",
        "Его",
        "Её",
        "Их",
        "Он",
        "Она",
        "Они",
        "Этот",
        "Эти",
        "Также",
        "После",
        "До",
        "Под",
        "При",
        "От",
        "Для",
        "Совет",
        "Кыргызский",
        "Таджикский",
        "Узбекский",
        "Казахский",
        "Туркменский",
        "Российский",
        "Президент",
        "Посол",
        "Министр",
        "Директор",
        "Глава",
        "Научно",
        "Коллективный",
        "Быстрый",
        "Силы",
        "Шёлковый",
        "Путь",
        "Великий",
        "Устав",
        "Конвенция",
        "Декларация",
        "Резолюция",
        "Стратегия",
    ]
)
"""Capitalised Russian words that begin or hold no name of a person."""
LEAST, MOST = 2, 4


class Name(NamedTuple):
    start: int
    end: int
    text: str
    is_titled: bool


def find_names(paragraph: str, blocked: list[tuple[int, int]], known: RecordNames) -> Iterator[Name]:
    """Names of two to four words, or of one after a title, outside the blocked spans."""
    lands = [(land.start, land.end) for land in countries.names_and_adjectives().find(paragraph)]
    closed = [*blocked, *lands]
    for run in RUN.finditer(paragraph):
        for words in _split(run, closed, known):
            start, end = words[0][0], words[-1][1]
            is_titled = find_title_before(paragraph, start) is not None
            count = len(words)
            is_short = all(end - start < 3 for start, end in words)
            if not is_short and (LEAST <= count <= MOST or (count == 1 and is_titled)):
                yield Name(start, end, paragraph[start:end], is_titled)


def _split(
    run: re.Match[str], closed: list[tuple[int, int]], known: RecordNames
) -> Iterator[list[tuple[int, int]]]:
    """The stretches of a run whose words may all be parts of a name."""
    words: list[tuple[int, int]] = []
    for token in re.finditer(rf"{NAME_WORD}|{PARTICLE}(?= )", run[0]):
        start, end = run.start() + token.start(), run.start() + token.end()
        is_closed = any(first < end and start < last for first, last in closed)
        if not is_closed and (_may_be_name(token[0], known) or (words and token[0].islower())):
            words.append((start, end))
        else:
            yield from _trimmed(words, run)
            words = []
    yield from _trimmed(words, run)


def _trimmed(words: list[tuple[int, int]], run: re.Match[str]) -> Iterator[list[tuple[int, int]]]:
    """A name ends in no particle."""
    while words and run[0][words[-1][0] - run.start()].islower():
        words = words[:-1]
    if words:
        yield words


def _may_be_name(word: str, known: RecordNames) -> bool:
    if CYRILLIC.search(word):
        return token_key(word) not in NO_RUSSIAN_NAME and not RUSSIAN_OFFICE_WORD.fullmatch(word)
    if len(word) == 2 and word.endswith("."):
        return True
    if word in NO_NAME or ("-" in word and all(part.capitalize() in NO_NAME for part in word.split("-"))):
        return False
    if HEAD_WORD.fullmatch(word) or OFFICE_WORD.fullmatch(word):
        return False
    if word.isupper() and len(word) > 1 and not (len(word) > 4 and word.isalpha()):
        return False
    return word in known.given_names or word.lower() not in known.common_words
