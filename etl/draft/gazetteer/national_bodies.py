"""Names that bodies of several countries share: *Ministry of Foreign Affairs*, *State Border Service*.

They are the record's own spellings without their country, and what Russian calls such bodies. Which body is
meant is told by the country beside the name; without one it is asked.
"""

import re
from collections.abc import Iterable, Iterator

from etl.draft.gazetteer import countries
from etl.draft.gazetteer.curated_rows import Cells
from etl.draft.gazetteer.tokens import CYRILLIC, keys
from etl.draft.gazetteer.words import HEAD_WORD

KINDS = frozenset(["ministry", "agency", "border_service", "customs", "business_body", "think_tank"])
NAME_COLUMNS = ("name", "full_name", "name_russian")
SUPERIOR = re.compile(
    r",? (?:under|of|in) (?:the )?(?:President|Government|Cabinet of Ministers|Ministry of (?:Economy "
    r"and )?Finance)$"
)
PARENT = re.compile(r"(?:,| (?:of|under) the) (?=(?:State|National|Ministry)\b)")
JOINT = re.compile(r"(?:[,\s]+(?:of|under|in|and))?(?:[,\s]+the)?\s*$")
FEWEST_LETTERS = 3
RUSSIAN = {
    "МИД": "Ministry of Foreign Affairs",
    "Министерство иностранных дел": "Ministry of Foreign Affairs",
    "МВД": "Ministry of Internal Affairs",
    "Министерство внутренних дел": "Ministry of Internal Affairs",
    "ГКНБ": "State Committee for National Security",
    "Государственный комитет национальной безопасности": "State Committee for National Security",
    "СГБ": "State Security Service",
    "Служба государственной безопасности": "State Security Service",
    "Государственная пограничная служба": "State Border Service",
    "Пограничная служба": "Border Service",
    "Пограничная служба КНБ": "Border Service of the National Security Committee",
    "Пограничные войска": "Border Troops",
    "Пограничные войска ГКНБ": "Border Troops of the State Committee for National Security",
    "Пограничные войска СГБ": "Border Troops of the State Security Service",
    "Государственный таможенный комитет": "State Customs Committee",
    "Государственная таможенная служба": "State Customs Service",
    "Таможенная служба": "Customs Service",
    "Комитет государственных доходов": "State Revenue Committee",
    "Агентство по контролю за наркотиками": "Drug Control Agency",
    "Государственная миграционная служба": "State Migration Service",
}
"""What Russian pages call them → the English name without country."""
ENGLISH = {
    "Ministry of Interior": "Ministry of Internal Affairs",
    "Ministry of the Interior": "Ministry of Internal Affairs",
    "Interior Ministry": "Ministry of Internal Affairs",
    "Foreign Ministry": "Ministry of Foreign Affairs",
    "State Border Service": "Border Service",
    "SCNS": "State Committee for National Security",
    "GKNB": "State Committee for National Security",
}
INTERNATIONAL = {
    "ООН": "un",
    "Организация Объединённых Наций": "un",
    "ЕС": "eu",
    "Евросоюз": "eu",
    "НАТО": "nato",
    "МОМ": "iom",
    "Международная организация по миграции": "iom",
    "Интерпол": "interpol",
    "Всемирная таможенная организация": "wco",
    "ВТамО": "wco",
    "Организация по безопасности и сотрудничеству в Европе": "osce",
    "Шанхайская организация сотрудничества": "sco",
    "Организация Договора о коллективной безопасности": "csto",
    "Региональная антитеррористическая структура ШОС": "sco-rats",
    "Антитеррористический центр СНГ": "cis-atc",
    "АТЦ СНГ": "cis-atc",
    "Программный офис ОБСЕ в Бишкеке": "osce-pob",
    "Центр ОБСЕ в Ашхабаде": "osce-ashgabat",
    "УКТ ООН": "unoct",
    "Контртеррористическое управление ООН": "unoct",
    "УВКБ ООН": "unhcr",
    "СВМДА": "cica",
}
"""What Russian pages call bodies of no country → their row in the record."""


def list_shared_names(rows: Iterable[Cells], aliases: Iterable[Cells]) -> Iterator[tuple[str, str]]:
    """Each name without country, and the row that it may mean; a name of several rows comes several times."""
    national = {row["id"]: row for row in rows if row["country_id"] and row["kind"] in KINDS}
    spelled: dict[str, set[str]] = {}
    for identity, row in national.items():
        written = {row.get(column) or "" for column in NAME_COLUMNS}
        written |= {alias["spelling"] for alias in aliases if alias["id"] == identity}
        for name in filter(None, written):
            for short in _without_country(name):
                spelled.setdefault(short, set()).add(identity)
    for name, identities in [*spelled.items(), *_translated(spelled)]:
        yield from ((name, identity) for identity in identities)


def _without_country(name: str) -> set[str]:
    """*Border Troops of the State Security Service of Uzbekistan* → with and without the superior body."""
    found = countries.names().find(name)
    cut = name
    for match in reversed(found):
        if match.end == len(name):
            cut = JOINT.sub("", name[: match.start])
        elif match.start == 0:
            cut = name[match.end :].strip(" -")
    cut = SUPERIOR.sub("", cut)
    if cut == name and not name.isupper():
        return {cut} if not found else set()
    return {short for short in (cut, PARENT.split(cut)[0]) if _is_name(short)}


def _is_name(short: str) -> bool:
    """An abbreviation, or words of which one says what sort of body it is: not *Drug Control* alone."""
    if short.isupper() or CYRILLIC.search(short):
        return len(short) >= FEWEST_LETTERS
    return " " in short and HEAD_WORD.search(short) is not None


def _translated(spelled: dict[str, set[str]]) -> list[tuple[str, set[str]]]:
    by_key = {keys(name): identities for name, identities in spelled.items()}
    found = []
    for name, meant in [*ENGLISH.items(), *RUSSIAN.items()]:
        if identities := by_key.get(keys(meant), set()):
            by_key[keys(name)] = by_key.get(keys(name), set()) | identities
            found.append((name, by_key[keys(name)]))
    return found
