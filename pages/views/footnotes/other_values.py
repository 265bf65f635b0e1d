"""Values that other sources give for what a page shows: each with its source and passage."""

from typing import Any

from data.claims.passages import Cite
from data.claims.values import agree, parse_value
from data.schema.dictionary import column_words
from data.schema.vocabulary import Rank
from data.values.rows import Records
from pages.views.footnotes import wording
from pages.views.footnotes.markers import Footnotes
from pages.views.html import markup
from pages.views.session import reads


def describe_contradictions(cite: Cite, shown: object, notes: Footnotes) -> markup.Safe:
    """A line with the values that contradict the one shown; nothing where none do."""
    [field] = cite.fields
    if shown is None or shown != shown:
        return markup.Safe()
    own = parse_value(cite.table, field, str(shown))
    against = [
        c
        for c in notes.list_contradictions(cite)
        if not agree(own, parse_value(cite.table, field, c["value"]))
    ]
    if not against:
        return markup.Safe()
    kept = wording.describe_value(cite.table, field, str(shown), wording.row_names())
    shown_first = (f"{column_words(field)}: {kept}", notes.mark_value(cite), "; elsewhere ")
    parts = (*shown_first, markup.join([draw_value(claim, notes) for claim in against], " · "))
    return markup.tag("div", markup.join(parts), "small")


def draw_value(claim: Any, notes: Footnotes) -> markup.Safe:
    """One claimed value, who gives it, and its number; brick where it contradicts another."""
    words = _value_with_claimant(
        *(claim[name] for name in ("table", "field", "value", "is_disputed", "claimant"))
    )
    return markup.join((words, notes.mark_claims(claim)))


@reads.cache_per_build
def _value_with_claimant(table: str, field: str, value: str, is_disputed: bool, claimant: str) -> markup.Safe:
    words = wording.describe_value(table, field, value, wording.row_names())
    return markup.join(
        (markup.tag("span", words, "disputed" if is_disputed else ""), wording.name_claimant(claimant))
    )


def draw_values(claims: Records, notes: Footnotes) -> markup.Safe:
    """All claimed values of one field, the preferred first, with the reason for it where they differ."""
    each = markup.join([draw_value(claim, notes) for claim in claims], " · ")
    reasons = [claim["reason"] for claim in claims if claim["rank"] == Rank.PREFERRED and claim["reason"]]
    reasons = reasons if any(claim["is_disputed"] for claim in claims) else []
    return markup.join((each, *(markup.tag("div", reason, "small") for reason in reasons[:1])))
