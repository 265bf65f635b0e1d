from collections.abc import Callable

from data.brief.basket import TABLES, Basket, Item
from data.brief.context import Context
from data.brief.document import Paragraph, Remark
from data.brief.parts import things
from tests.data.brief.reading import list_sentences, say

Make = Callable[..., Context]
ITEMS = (
    Item("organisations", "alpha", "My *note*"),
    Item("people", "alfov-anna"),
    Item("people", "betov-boris"),
    Item("borders", "TJK-UZB"),
    Item("borders", "KAZ-UZB"),
    Item("instruments", "gamma-note"),
    Item("sources", "beta-2022-page"),
    Item("border_liaison_offices", "gamma-crossing"),
    Item("border_liaison_offices", "unnamed-afg-tjk"),
    Item("statements", "beta-offer"),
    Item("events", "nowhere"),
    Item("recommendations", "alpha-1-posts"),
    Item("events", "2022-06-beta-office"),
    Item("places", "alphaville"),
    Item("countries", "UZB"),
    Item("themes", "border-management"),
)


def test_each_row_is_told_in_the_order_of_the_basket_and_what_is_missing_is_named(context: Make) -> None:
    basket = Basket(ITEMS, note="On all.")
    sections = things.section(context(basket=basket), basket)
    assert say(sections) == [
        "Selection",
        "ALPHA is short for Alpha Office on Tests.",
        "Anna Alfova is named in the record at one event.",
        "Boris Betov is named in the record at one event.",
        "The Tajik-Uzbek border is 1,312.5 km long.",
        "The Kazakh-Uzbek border is one of those in the record.",
        "Gamma Note: Note on gamma (report), on 1 March 2021.",
        "Beta reports: Reports the beta exercise.",
        "Gamma crossing, a Border Liaison Office on the Tajik-Uzbek border: operational; opened May 2020.",
        "Afghan-Tajik border, unnamed 1, a Border Liaison Office on the Tajik-Afghan border: operational.",
        "BETA, 2022. Beta lends its exercise ground.",
        "ALPHA, 3 March 2021. Build more posts. It is addressed to Member states.",
        "Between 15 January 2022 and June 2022. Beta office opens. BETA organised it.",
        "The record holds two events that have to do with Alphaville.",
        "The record holds two events that have to do with Uzbekistan.",
        "The record holds two events that have to do with Border management.",
        "This release does not hold one entry of the basket: events/nowhere.",
    ]
    assert all(each.citations for each in list_sentences(sections))


def test_the_analysts_notes_are_set_apart_beside_their_rows(context: Make) -> None:
    basket = Basket(ITEMS[:2], note="On all.")
    [section] = things.section(context(basket=basket), basket)
    kinds = [type(block) for block in section.blocks]
    assert kinds == [Remark, Paragraph, Remark, Paragraph]
    assert section.blocks[2] == Remark("My *note*")


def test_everything_that_a_basket_may_hold_can_be_told() -> None:
    assert set(things.TELL) == set(TABLES)
