"""What happens when a page is printed: pictures are fitted to the paper, whose foot says what it is."""

import re

from pages.views.html import markup

FIT = """
function fitToPaper(release) {
  window.printedRelease = release;
  if (window.fitsToPaper) return;
  window.fitsToPaper = true;
  const paper = 680;  // pixels between the margins of A4 and of Letter
  const drawn = ["PlotlyChart", "DataFrame"];
  const wide = () => document.querySelectorAll(drawn.map((name) => `[data-testid="st${name}"]`).join());
  const foot = document.body.appendChild(document.createElement("style"));
  const escape = (sign) => `\\\\${sign.codePointAt(0).toString(16)} `;
  const quote = (text) => `"${text.replace(/["\\\\\\n]/g, escape)}"`;
  addEventListener("beforeprint", () => {
    const said = quote(`${window.printedRelease}. ${location.href}`);
    foot.textContent = `@page { @bottom-left { content: ${said}; width: 85%; } }`;
    for (const each of wide()) each.style.zoom = Math.min(1, paper / each.getBoundingClientRect().width);
  });
  addEventListener("afterprint", () => { for (const each of wide()) each.style.zoom = ""; });
}
"""
"""JavaScript of a function for the head of a component's script; what it does once holds for all pages."""


def draw_foot(release: str) -> markup.Safe:
    """The foot until the script above, which adds the address, has come."""
    said = re.sub(r"[^\w ,.:-]", lambda sign: f"\\{ord(sign[0]):x} ", f"{release}.")
    return markup.style_sheet(f'@page {{ @bottom-left {{ content: "{said}"; width: 85%; }} }}')
