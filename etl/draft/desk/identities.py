"""Identities of new rows, in the form that the record uses."""

from data.values.text import search_terms

LONGEST = 90


def slug(*parts: str) -> str:
    """The words in small letters, joined by hyphens."""
    words = [word for part in parts for word in search_terms(part)]
    found = ""
    for word in words:
        if len(found) + len(word) + 1 > LONGEST:
            break
        found = f"{found}-{word}" if found else word
    return found


def person_slug(name: str) -> str:
    """Surname first."""
    *given, surname = name.split()
    return slug(surname, *given)


def make_unique(wanted: str, taken: set[str]) -> str:
    """The identity, numbered where it is taken."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted[: LONGEST - 4]}-{number}", number + 1
    return found
