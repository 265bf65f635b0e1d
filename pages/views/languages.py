"""Names of languages, from the Unicode locale data."""

from babel import Locale, UnknownLocaleError


def name(code: str) -> str:
    """The English name of an ISO 639-1 code; the code itself where it has none."""
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
