"""Names of languages, from the Unicode locale data."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def language_name(code: str) -> str:
    """The English name of an ISO 639-1 code; the code itself where it has none."""
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
