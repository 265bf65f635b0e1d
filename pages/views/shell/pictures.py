"""The pictures of a page as files, made when they are asked for: PNG, SVG, copy; and as paper shows them."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.extracts import export
from data.filters import Filters
from data.pictures import files
from data.pictures.drawing import sheet
from data.pictures.drawing.sheet import Caption, Picture
from data.queries.events.list import count_events
from data.queries.overview import count_figures
from pages.views.html import markup
from pages.views.session import reads
from pages.views.shell import downloads
from pages.views.shell.controls import zoom
from pages.views.shell.faults import contain

MIMES = {"png": "image/png", "svg": "image/svg+xml"}
COPY = st.components.v2.component(
    "copy_picture",
    html="<button type='button'>Copy</button><span role='status' aria-live='polite'></span>",
    css="""
button { font: inherit; font-size: .9rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius); height: 2.5rem;
  padding: 0 .75rem; }
button:hover { background: var(--st-secondary-background-color); }
span { position: absolute; left: -999rem; }
""",
    js="""
// The PNG comes with a later run: the clipboard waits for it, as long as the click counts as the reader's.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span");
  const say = (words) => {
    button.textContent = said.textContent = words;
    setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 2400);
  };
  button.onclick = () => {
    if (!window.ClipboardItem || !navigator.clipboard) return say("Not allowed here: take PNG");
    const image = new Promise((resolve) => { parentElement.arrived = resolve; });
    navigator.clipboard.write([new ClipboardItem({ "image/png": image })])
      .then(() => say("Copied"), () => say("Not copied: take PNG"));
    setTriggerValue("asked", true);
  };
  if (data.png && parentElement.arrived) {
    const bytes = Uint8Array.from(atob(data.png), (letter) => letter.charCodeAt(0));
    parentElement.arrived(new Blob([bytes], { type: "image/png" }));
    parentElement.arrived = null;
  }
}
""",
)

PAPER = st.components.v2.component(
    "paper",
    html="<figure></figure>",
    css="""
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; border-radius: 10px; }
""",
    js=zoom.WEBGL
    + """
export default function ({ data, parentElement }) {
  const draw = () => {
    const drawn = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement;
    parentElement.querySelector("figure").replaceChildren(document.importNode(drawn, true));
  };
  if (!hasWebgl()) draw();
  addEventListener("beforeprint", draw);
  return () => removeEventListener("beforeprint", draw);
}
""",
)
"""A picture that is drawn when the page is printed, and at once in a browser without WebGL.

Streamlit takes SVG out of HTML, and as an image it would not have the letters of the page.
"""


@dataclass(frozen=True)
class Offer:
    """A picture of the page: the name of its form, and how it is drawn of the rows that are shown.

    `settings` are those of the page beside the filters, in words. `title` is that of TITLES unless given.
    """

    name: str
    filters: Filters
    draw: Callable[[], Picture]
    settings: Sequence[str] = ()
    title: str = ""

    def make_caption(self) -> Caption:
        """Title, filters and settings in words, and of which record."""
        names = {**reads.filter_names(), **export.name_subject(reads.current_engine(), self.filters)}
        words = "; ".join((self.filters.sentence(names), *self.settings))
        documents = reads.read_records(count_figures, self.filters)[0]["sources"]
        source = files.source_line(downloads.name_release(), documents)
        return Caption(self.title or files.TITLES[self.name], f"Filter: {words}.", source)


@contain
def show_menu(name: str, list_offers: Callable[[], Iterable[Offer]]) -> None:
    """A quiet button that opens the files of the pictures beside it; nothing is drawn before one is pressed.

    What it holds is put on the page once it is open, as in the menu of downloads.
    """
    with st.popover("Picture", key=f"picture-{name}", width="content", on_change="rerun") as opened:
        if opened.open:
            for offer in list_offers():
                _show_files(offer, offer.make_caption())


def _show_files(offer: Offer, caption: Caption) -> None:
    """The title of a picture above its buttons."""
    counts = reads.read_records(count_events, offer.filters)[0]
    release = downloads.current_release().name
    markup.show(markup.tag("div", caption.title, "small"))
    with st.container(horizontal=True, key=f"files-{offer.name}"):
        for form, mime in MIMES.items():
            st.download_button(
                form.upper(),
                data=partial(make_file, offer, caption, form),
                file_name=files.name_file(offer.name, offer.filters, counts, release, f"{caption}", form),
                mime=mime,
                on_click="ignore",
                key=f"get-{offer.name}-{form}",
            )
        _show_copy(offer, caption)


def _show_copy(offer: Offer, caption: Caption) -> None:
    """The button that puts the PNG into the clipboard: it is made in the run that follows the press."""
    wanted = f"copy-of-{offer.name}"
    png = make_file(offer, caption, "png") if st.session_state.pop(wanted, False) else b""
    COPY(
        key=f"copy-{offer.name}",
        data={"png": b64encode(png).decode()},
        width="content",
        on_asked_change=partial(st.session_state.__setitem__, wanted, True),
    )


def make_file(offer: Offer, caption: Caption, form: str) -> bytes:
    """The picture in one of MIMES, with the caption around it; also in a thread of its own, after the run."""
    return files.FORMATS[form](sheet.frame(offer.draw(), caption))


def draw_paper(offer: Offer) -> str:
    """The picture as SVG, for `show_paper`."""
    return make_file(offer, offer.make_caption(), "svg").decode()


def show_paper(name: str, svg: str) -> None:
    """Have the picture printed, in place of what lies on a canvas; see PAPER."""
    PAPER(key=f"paper-{name}", data={"svg": svg})
