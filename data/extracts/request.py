"""The request for an extract: all that determines its bytes, known before any row is read."""

import hashlib
import re
from dataclasses import dataclass, fields
from datetime import date

from data.filters import ADDED, Filters
from data.links import AT_HOME, view_address

VERSION = 6
"""Of the writers: raised when the same rows come out in other bytes."""
NOT_STATED = "not stated"
LATER = "".join(
    f", {field.name}={field.default!r}" for field in fields(Filters) if field.name in (*ADDED, "subject")
)
"""How filters end that have none of those that came later."""

Settings = tuple[tuple[str, str], ...]
"""Parameters of one page beside the filters, such as `known`, `border`, `min`."""


@dataclass(frozen=True, slots=True)
class Release:
    """Of which state of the record: build, release, and the day of the release."""

    build: str
    name: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Request:
    """One data set of the registry under filters, from one build; `base` is the address of the dashboard."""

    dataset: str
    filters: Filters
    release: Release
    settings: Settings = ()
    base: str = AT_HOME

    def link(self, page: str) -> str:
        """The address that shows the same view."""
        return view_address(self.base, page, self.filters, self.settings)

    def file_name(self, writer: str, extension: str) -> str:
        """`chegara_<data set>_<filters>_<release>_<digest>.<extension>`.

        The digest (SHA-256, 12 digits) is of all that determines the content, because the name must be known
        before the content is made: files of one name have the same bytes, other bytes have another name.
        """
        settings = "".join(f"_{name}-{value}" for name, value in self.settings)
        named = re.sub(r"[^a-z0-9_.-]+", "-", f"{self.dataset}{settings}".lower())
        # `Asked` is what this class was called when the first files were named: names of files stay.
        # What has no filter that came later is named as before there were any.
        whole = repr((VERSION, writer, self)).replace("Request(", "Asked(", 1)
        whole = whole.replace(f"{LATER})", ")", 1)
        digest = hashlib.sha256(whole.encode()).hexdigest()[:12]
        return f"chegara_{named}_{self.filters.slug()}_{self.release.name}_{digest}.{extension}"
