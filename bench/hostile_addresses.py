"""The addresses that `bench/hostile.py` opens: of each kind, cards, and what readers type and overdo."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from bench import payloads
from etl.staging import tables


def list_views(curated: Path) -> list[str]:
    """An address of each kind: every page, something selected where that is possible, filters that are on."""
    events = Counter(row["subject"] for row in read_rows(curated, "claims") if row["table"] == "events")
    parts = Counter(row["organisation_id"] for row in read_rows(curated, "event_organisations"))
    event, (one, other) = events.most_common(1)[0][0], [name for name, _ in parts.most_common(2)]
    office = next(row for row in read_rows(curated, "border_liaison_offices") if row["latitude"])
    theme, country = (read_rows(curated, name)[0]["id"] for name in ("themes", "countries"))
    some = f"org={one}&org={other}&role=organiser&role=participant"
    return [
        "",
        f"timeline?event={event}",
        f"timeline?view=list&{some}",
        f"event?id={event}",
        "search?q=border",
        f"timeline?{some}&country={country}&kind=meeting&theme={theme}&from=2015-01-01",
        f"timeline?lanes=organiser&{some}",
        f"network?org={one}&org={other}&match=all",
        f"network?table=pairs&org={one}",
        f"offices?border={office['border_id']}",
        f"offices?office={office['id']}",
        f"recommendations?{some}&theme={theme}",
        "recommendations",
        "evidence?rule=highest",
        f"extracts?table=claims&{some}",
    ]


def list_cards(curated: Path, number: int) -> Iterator[str]:
    """So many cards of each kind of record, from its whole length."""
    for page, name in (("timeline", "event"), ("recommendations", "recommendation"), ("evidence", "source")):
        ids = [row["id"] for row in read_rows(curated, f"{name}s")]
        step = max(len(ids) // max(number, 1), 1)
        yield from (f"{page}?{name}={each}" for each in ids[::step][:number])


def read_rows(curated: Path, table: str) -> payloads.Rows:
    return payloads.read(curated / tables.file_name(table))


def list_typed(texts: Sequence[str]) -> Iterator[str]:
    """Search words, and every parameter of an address, with each of the texts."""
    yield "evidence?" + "&".join(f"org={quote(text)}&country={quote(text)}" for text in texts)
    for text in texts:
        word = quote(text)
        yield f"search?q={word}&of={word}&search-page={word}"
        yield f"recommendations?q={word}&from={word}&recommendation={word}&said={word}&match={word}"


def list_overdone() -> Iterator[str]:
    """Addresses that ask for too much, or for what lies far from the record."""
    yield "timeline?" + "&".join(f"org=x{number}" for number in range(1_200))
    for word in ("x" * 5_000, quote("a\x1b[31mb\u202ec\u2066d\x07"), "1" * 5_000):
        yield f"evidence?org={word}&q={word}&from={word}&page={word}&source={word}"
    for dates in ("from=2050-01-01&to=2060-12-31", "from=1900-01-01&to=1900-12-31", "from=2100-12-31"):
        yield f"timeline?{dates}"
        yield f"offices?{dates}&known=2060-01-01"
    yield "timeline?from=9999-12-31&to=0001-01-01"
