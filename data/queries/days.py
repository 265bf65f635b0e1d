"""Days and months of the mart as dates."""

from datetime import MAXYEAR, MINYEAR, date

from data.schema.mart import ANY_DAY, NO_DAY


def to_date(number: int | None) -> date | None:
    """The day of a day number; None where none is known."""
    return date.fromordinal(number) if number is not None and NO_DAY < number < ANY_DAY else None


def first_day_of_month(month: int) -> date:
    """The first day of a month that is counted from year 0, within the years of the calendar."""
    year, rest = divmod(month, 12)
    return date(min(max(year, MINYEAR), MAXYEAR), rest + 1, 1)


def last_day_of_month(month: int) -> date:
    """The last day of a month that is counted from year 0."""
    following = month + 1
    if following // 12 > MAXYEAR:
        return date.max
    return date.fromordinal(first_day_of_month(following).toordinal() - 1)


def month_text(month: int) -> str:
    """A month that is counted from year 0 as `YYYY-MM`."""
    return f"{month // 12:04}-{month % 12 + 1:02}"
