"""What happens when a page is printed: pictures are fitted to the paper, whose foot says what it is."""

FIT = """
function fitToPaper(release) {
  window.printedRelease = release;
  if (window.fitsToPaper) return;
  window.fitsToPaper = true;
  const paper = 680;  // pixels between the margins of A4 and of Letter
  const drawn = ["PlotlyChart", "DataFrame"];
  const wide = () => document.querySelectorAll(drawn.map((name) => `[data-testid="st${name}"]`).join());
  const foot = document.head.appendChild(document.createElement("style"));
  const escape = (sign) => `\\\\${sign.codePointAt(0).toString(16)} `;
  const quote = (text) => `"${text.replace(/["\\\\\\n]/g, escape)}"`;
  addEventListener("beforeprint", () => {
    const said = quote(`${window.printedRelease}. ${location.href}`);
    foot.textContent = `@page {
      @bottom-left { content: ${said}; width: 85%; }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); white-space: nowrap; } }`;
    for (const each of wide()) each.style.zoom = Math.min(1, paper / each.getBoundingClientRect().width);
  });
  addEventListener("afterprint", () => { for (const each of wide()) each.style.zoom = ""; });
}
"""
"""JavaScript of a function for the head of a component's script; what it does once holds for all pages."""
