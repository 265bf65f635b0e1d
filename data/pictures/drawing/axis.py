"""The axis of time below or above a drawing: days as places, ticks at years or months."""

from dataclasses import dataclass
from datetime import date

from data.pictures.drawing.palette import LIGHT
from data.pictures.drawing.svg import Group

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months between ticks."""
LABELS = 8
"""Most labels."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `since` to `until` between `left` and `right`."""

    since: date
    until: date
    left: float
    right: float

    def place(self, day: date | int) -> float:
        """Where a day, or its ordinal number, lies."""
        ordinal = day if isinstance(day, int) else day.toordinal()
        low, high = self.since.toordinal(), self.until.toordinal()
        return self.left + (self.right - self.left) * (ordinal - low) / max(high - low, 1)

    def draw(self, body: Group, top: float, bottom: float, label: float) -> None:
        """Lines from `top` to `bottom` at each tick, its words at height `label`."""
        for day, words in self._ticks():
            x = self.place(day)
            body.line((x, top), (x, bottom), stroke=LIGHT.faint, stroke_width=1)
            body.write(x, label, words, 11, anchor="middle", fill=LIGHT.quiet)

    def _ticks(self) -> list[tuple[date, str]]:
        first, last = (day.year * 12 + day.month - 1 for day in (self.since, self.until))
        step = next((step for step in STEPS if last - first <= LABELS * step), STEPS[-1])
        months = range(-(-first // step) * step, last + 1, step)
        ticks = [(date(month // 12, month % 12 + 1, 1), month) for month in months if month >= 12]
        words = [(day, str(day.year) if step >= 12 else f"{day:%b %Y}") for day, _ in ticks]
        return [(day, each) for day, each in words if self.since <= day <= self.until]
