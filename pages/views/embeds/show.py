"""What stands in the frame of another page: a card or a picture, its footnotes, and the way here."""

from urllib.parse import urlencode

import streamlit as st

from data.filters import Filters
from pages.views.embeds import wording
from pages.views.embeds.cards import NAMELESS, show_card
from pages.views.embeds.pictures import OFFERS, list_offers
from pages.views.footnotes import Footnotes
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import downloads, pictures
from pages.views.shell.faults import contain
from pages.views.shell.filters import address, facets
from pages.views.shell.pictures import Offer

STYLE = markup.style_sheet("""
[data-testid="stHeader"], a.filter { display: none; } .embedded a { color: var(--teal); }
.footnotes a { text-decoration: underline !important; } [data-testid="stPageLink"] p { white-space: normal; }
[data-testid="stMainBlockContainer"] { max-width: 72rem !important; padding: .8rem 1rem !important; }
""")
PICTURE = st.components.v2.component(
    "embedded",
    html="<figure role='img' tabindex='0'></figure>",
    css="""
figure { margin: 0; overflow-x: auto; } figure:empty { display: none; }
svg { display: block; width: 100%; min-width: 44rem; height: auto; border-radius: 10px; }
""",
    js="""
export default function ({ data, parentElement }) {
  const figure = parentElement.querySelector("figure");
  figure.setAttribute("aria-label", data.label);
  const drawn = data.svg && new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement;
  figure.replaceChildren(...(drawn ? [document.importNode(drawn, true)] : []));
  document.querySelector('[data-testid="stMain"]')?.setAttribute("aria-label", data.label);
  const leave = (event) => {  // a frame may show this address alone: all others open beside it
    const link = event.target.closest?.("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    link.target = "_blank";
    event.stopPropagation();
  };
  document.addEventListener("click", leave, true);
  return () => document.removeEventListener("click", leave, true);
}
""",
)
"""Draws the picture, if there is one, and lets links leave the frame."""


@contain
def show(path: str) -> None:
    """The card that the address of this page selects, else the picture that it names, under its filters."""
    filters, stale = address.parse_filters(address.read_parameters(), facets.list_choices())
    notes = Footnotes()
    markup.show(STYLE)
    if stale:
        markup.show(markup.tag("p", wording.STALE.format(values=", ".join(stale)), "small"))
    if (title := show_card(path, filters, notes)) is not None:
        _put(title)
    else:
        _show_picture(path, filters)
    notes.show()
    markup.show(_draw_foot(path))


def _show_picture(path: str, filters: Filters) -> None:
    """The picture that `picture` in the address names, else the first of the page."""
    offers = {offer.name: offer for offer in list_offers(path, filters)}
    wanted = st.query_params.get("picture", next(iter(offers), ""))
    if wanted in offers:
        caption = offers[wanted].make_caption()
        _put(f"{caption.title}. {caption.filter}", _draw(offers[wanted]))
        return
    _put(NAMELESS)
    said = wording.NO_PICTURE.format(names=", ".join(offers)) if offers else _explain(path, filters)
    markup.show(markup.tag("p", said, "lead"))


def _explain(path: str, filters: Filters) -> str:
    words = filters.sentence(reads.filter_names())
    return wording.NO_MATCH.format(filters=words) if path in OFFERS else wording.NOTHING


def _put(label: str, svg: str = "") -> None:
    st.set_page_config(page_title=label)
    PICTURE(key="embedded", data={"svg": svg, "label": label})


def _draw(offer: Offer) -> str:
    return pictures.draw_paper(offer)


def _draw_foot(path: str) -> markup.Safe:
    """Which record it is, and the same address with the frame of the dashboard."""
    query = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    whole = markup.link(wording.OPEN, f"{downloads.base_address()}/{path}?{query}".rstrip("?"))
    return markup.tag("p", markup.join((f"{downloads.name_release()}. ", whole)), "small embedded")
