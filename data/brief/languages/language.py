"""A language of briefs: whole sentences with named gaps, in the forms that its numbers need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from babel import Locale

Forms = Mapping[str, str]
"""A sentence by plural form (of CLDR: one, few, many, other); else `other` stands.

`none` is for zero, `only` for one of one in all (the gap `of`).
"""
Sentences = Mapping[str, str | Forms]


@dataclass(frozen=True)
class Language:
    """`sentences` by name; a text where no number is in it. `day` and `span` word dates, `number` numbers.

    Only the code is shown: what is asked for is named by it, in every process alike.
    """

    code: str
    sentences: Sentences = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)
    join: Callable[[Sequence[str]], str] = field(repr=False)
    day: Callable[[str | None], str] = field(repr=False)
    when: Callable[[str], str] = field(repr=False)
    span: Callable[[Mapping[Any, Any]], str] = field(repr=False)
    number: Callable[[int], str] = field(repr=False)

    def say(self, key: str, count: int | None = None, /, **gaps: str | int) -> str:
        """The sentence of that name; `count` chooses its form and fills the gap `n`."""
        forms = self.sentences[key]
        if isinstance(forms, str):
            return forms.format_map(self._worded(gaps | ({} if count is None else {"n": count})))
        if count is None:
            raise ValueError(f"{key} has forms: it needs a number")
        form = self._locale.plural_form(count)
        if count == 0 and "none" in forms:
            form = "none"
        elif count == gaps.get("of") == 1 and "only" in forms:
            form = "only"
        return forms.get(form, forms["other"]).format_map(self._worded(gaps | {"n": count}))

    def label(self, name: str) -> str:
        """A heading or other word outside sentences."""
        return self.labels[name]

    def _worded(self, gaps: Mapping[str, str | int]) -> dict[str, str]:
        return {name: self.number(gap) if isinstance(gap, int) else gap for name, gap in gaps.items()}

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.code)
