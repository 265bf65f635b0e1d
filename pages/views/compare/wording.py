"""The words of the page Compare."""

from data.queries import comparison
from pages.views.html.kinds import MANY

KINDS = {kind: MANY[table] for kind, table in comparison.KINDS.items()} | {comparison.PERIOD: "Periods"}
"""What can be compared, as the address names it, in the order of the control."""
CHOOSE = "Choose two or three {things}; their events, years, kinds, themes and requests stand side by side."
CHOOSE_PERIODS = "Choose two or three periods: years, or a range that you type, such as 2016-2020."
ONE_MORE = "Choose one or two more to compare with {name}."
PICK = "Up to three {things}"
PICK_PERIODS = "Up to three periods, each a year or a range such as 2016-2020"
INSTEAD = "Each period stands in place of the range of dates of the filters."
NO_PERIOD = "“{text}” is no period: write a year, such as 2021, or a range, such as 2016-2020."
COUNTED = "Counted from the events of this record that match the filters; each number leads to its rows."
ALSO_POSSIBLY = "Those that are only possibly in the range of dates are counted in."
IN_YEAR = (
    "Solid: certainly in the year. Hatched, and +3? for three: possibly, as far as the record bounds dates."
)
MANY_IN = "An event counts under each of its {things}."
SHARED_BY_BOTH, SHARED_BY_ALL = "Shared by both", "Shared by all three"
ONLY = "Only {names}"
REQUESTS = {"organisation": "What each asked for", "person": "What each asked for"}
REQUESTS_THERE = "What was asked for in each"
