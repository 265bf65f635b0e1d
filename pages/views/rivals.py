"""Values that other sources give for what stands on a page: each with who says so and its passage."""

from typing import Any

import pandas as pd

from data.dictionary import column_words
from data.vocabulary import Rank
from pages.views import claim_words, markup
from pages.views.footnotes import Cite, Footnotes


def otherwise(cite: Cite, shown: object, notes: Footnotes) -> markup.Safe:
    """A line with the values that contradict the one shown; nothing where none do."""
    claims = [claim for claim in notes.rivals(cite) if claim["value"] != str(shown)]
    if not claims:
        return markup.Safe()
    each = [value(claim, notes) for claim in claims if claim["is_disputed"]]
    words = f"{column_words(cite.fields[0])} otherwise: "
    return markup.tag("div", markup.joined((words, markup.joined(each, " · "))), "small")


def value(claim: Any, notes: Footnotes) -> markup.Safe:
    """One claimed value, who gives it, and its number; brick where it contradicts another."""
    words = claim_words.value(claim["table"], claim["field"], claim["value"], claim_words.names())
    kind = "disputed" if claim["is_disputed"] else ""
    return markup.joined((markup.tag("span", words, kind), f" {claim['claimant']}", notes.claim(claim)))


def values(claims: pd.DataFrame, notes: Footnotes) -> markup.Safe:
    """All claimed values of one field, the preferred first, with the reason for it where they differ."""
    each = markup.joined([value(claim, notes) for _, claim in claims.iterrows()], " · ")
    preferred = claims[claims["rank"] == Rank.PREFERRED]
    reasons = [reason for reason in preferred["reason"] if reason] if claims["is_disputed"].any() else []
    return markup.joined((each, *(markup.tag("div", reason, "small") for reason in reasons[:1])))
