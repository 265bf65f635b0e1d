"""What happens when a page is printed: pictures and tables as wide as the window are fitted to the paper."""

FIT = """
function fitToPaper() {
  if (window.fitsToPaper) return;
  window.fitsToPaper = true;
  const paper = 680;  // pixels between the margins of A4 and of Letter
  const drawn = ["PlotlyChart", "DataFrame"];
  const wide = () => document.querySelectorAll(drawn.map((name) => `[data-testid="st${name}"]`).join());
  addEventListener("beforeprint", () => {
    for (const each of wide()) each.style.zoom = Math.min(1, paper / each.getBoundingClientRect().width);
  });
  addEventListener("afterprint", () => { for (const each of wide()) each.style.zoom = ""; });
}
"""
"""JavaScript of a function for the head of a component's script; what it does once holds for all pages."""
