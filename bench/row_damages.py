"""What can be done to the rows of a file, the header among them: changed in place, or others given."""

import random

Rows = list[list[str]]

CELLS = (
    *("", " ", "-", "NA", "N/A", "nan", "TRUE", "false", "0", "-1", "1e3", "3,5", "007", "9" * 20, "٣", "ⅷ"),
    *("2021", "2021-02", "2021-02-31", "2021-2-3", "03/04/2021", "9999-12-31", "=1+1", "@x", "<b>x</b>"),
    *(
        "9999",
        "1899-12-31",
        "2101-01-01",
        "by 9999-12-31",
        "??????? ??",
        "a  b",
        "a\u00a0b",
        "e" + "\u0301" * 200,
    ),
    *(
        "{x}",
        "%s",
        "' OR 1=1 --",
        "(a+)+$",
        "a\nb",
        "a\r\nb",
        '"',
        "\\",
        "; ",
        "a; b",
        "é",
        "e\u0301",
        "ß",
        "İ",
    ),
    *(
        "TJK-UZB",
        "UZB-TJK",
        "UZB",
        "uzb",
        "https://example.org/",
        "javascript:x",
        "a" * 2_001,
        "\u200fא",
        "🙂",
    ),
)


def same_column(rows: Rows, chance: random.Random) -> None:
    """A cell becomes another one of its column."""
    place = chance.randrange(len(rows[0]))
    chance.choice(rows[1:])[place] = chance.choice(rows[1:])[place]


def crossed(rows: Rows, chance: random.Random) -> None:
    """Two cells of a row change places."""
    row = chance.choice(rows[1:])
    first, second = (chance.randrange(len(row)) for _ in range(2))
    row[first], row[second] = row[second], row[first]


def header(rows: Rows, chance: random.Random) -> None:
    place = chance.randrange(len(rows[0]))
    rows[0][place] = chance.choice((rows[0][place].upper(), rows[0][place] + "s", "", "note", "\u200bid"))


def new_column(rows: Rows, chance: random.Random) -> Rows:
    return [[*row, "colour" if not number else chance.choice(CELLS)] for number, row in enumerate(rows)]


def header_again(rows: Rows, chance: random.Random) -> None:
    """The line of column names stands among the rows or behind them."""
    rows.insert(chance.randint(1, len(rows)), [*rows[0]])


def commas(rows: Rows, chance: random.Random) -> None:
    """Rows of commas alone, as spreadsheets leave them."""
    rows.insert(chance.randint(1, len(rows)), [chance.choice(("", " "))] * len(rows[0]))


def row_again(rows: Rows, chance: random.Random) -> Rows:
    return [*rows, chance.choice(rows[1:])]


def like_another(rows: Rows, chance: random.Random) -> Rows:
    """A row more, as another one but for one cell."""
    new = [*chance.choice(rows[1:])]
    place = chance.randrange(len(new))
    new[place] = chance.choice((new[place] + "-x", chance.choice(CELLS)))
    return [*rows, new]


def row_gone(rows: Rows, chance: random.Random) -> None:
    del rows[chance.randrange(1, len(rows))]


def row_short_or_long(rows: Rows, chance: random.Random) -> None:
    row = chance.choice(rows[1:])
    row.append("x") if chance.random() < 0.5 else row.pop()
