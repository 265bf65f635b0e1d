"""Why a value, a row or a dispute is as it is now: by its claims, and by the release logs since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from data.schema.vocabulary import Rank, Rule, label

NOT_RECORDED = "No claim and no release log says why."
DERIVED = "Follows from other columns or rows."
Claim = Mapping[str, Any]


class Reasons:
    """The claims on the rows of one table, by subject, and what releases since have changed in it."""

    def __init__(
        self,
        table: str | None,
        own: Iterable[str],
        claims: Iterable[Claim],
        changes: Iterable[tuple[str, Mapping[str, str]]] = (),
        then: Iterable[Mapping[str, str]] | None = None,
    ) -> None:
        """`own` are the columns that people fill; `then` are the claims of the extract's release, if known.

        `changes` come with their release.
        """
        self._own = frozenset(own)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim["subject"]].append(claim)
        self._changes: dict[str, list[tuple[str, Mapping[str, str]]]] = defaultdict(list)
        for release, change in changes:
            if change["table"] == table:
                self._changes[change["key"]].append((release, change))
        self._then = None if then is None else _values_in_dispute(table, then)

    def of_value(self, key: str, column: str, now: str | None) -> str:
        """Why a column holds what it holds now."""
        on = [claim for claim in self._claims.get(key, ()) if claim["field"] == column]
        stating = [claim for claim in on if claim["rank"] == Rank.PREFERRED or claim["value"] == now]
        words = [_words(claim) for claim in sorted(stating, key=_first)[:1]]
        logged: dict[str, list[str]] = defaultdict(list)
        for release, change in self._changes.get(key, ()):
            if change["column"] in (column, ""):
                logged[release].append(change["change"])
        words += [f"Release {release}: {', '.join(told)}." for release, told in logged.items()]
        if words:
            return " ".join(words)
        return NOT_RECORDED if column in self._own else DERIVED

    def of_withdrawal(self, key: str) -> str:
        """Which release took the row out, and which claims went with it."""
        return self._logged(key, "row removed") or "The record no longer holds it; no release log says why."

    def of_addition(self, key: str) -> str:
        """Which release brought the row; empty where none says so."""
        return self._logged(key, "row added")

    def disputed_now(self, key: str) -> dict[str, str]:
        """Every value of each field of the row on which claims contradict each other."""
        found: dict[str, list[str]] = defaultdict(list)
        on = self._claims.get(key, ())
        fields = {claim["field"] for claim in on if claim["is_disputed"]}
        for claim in sorted(on, key=_first):
            if claim["field"] in fields:
                found[claim["field"]].append(f"{claim['value']} ({claim['publisher']})")
        return {name: " | ".join(dict.fromkeys(values)) for name, values in sorted(found.items())}

    def of_dispute(self, key: str, column: str) -> str:
        """Which value is preferred, and why."""
        on = [claim for claim in self._claims.get(key, ()) if claim["field"] == column]
        preferred = [claim for claim in on if claim["rank"] == Rank.PREFERRED]
        return _words(preferred[0]) if preferred else "None of them is preferred."

    def disputed_then(self, key: str) -> set[str] | None:
        """The fields that were disputed in the release of the extract; None where that is not known."""
        return None if self._then is None else self._then.get(key, set())

    def _logged(self, key: str, what: str) -> str:
        found = [release for release, change in self._changes.get(key, ()) if change["change"] == what]
        return " ".join(f"Release {release}: {what}." for release in found)


def _values_in_dispute(table: str | None, claims: Iterable[Mapping[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim["table"] == table and claim["is_disputed"] == "true":
            found[claim["subject"]].add(claim["field"])
    return found


def _first(claim: Claim) -> tuple[bool, bool]:
    return claim["rank"] != Rank.PREFERRED, claim["rank"] == Rank.DEPRECATED


def _words(claim: Claim) -> str:
    reason = f" {claim['reason']}" if claim["reason"] else ""
    if claim["rank"] == Rank.PREFERRED and claim["rule"]:
        return f"{claim['publisher']}, preferred as {label(Rule(claim['rule']))}.{reason}"
    return f"{claim['publisher']} states it.{reason}"
