"""How our own components copy text, also where the browser gives a page no clipboard."""

PUT = """
async function put(text) {
  try { await navigator.clipboard.writeText(text); }
  catch {
    const area = document.createElement("textarea");
    area.value = text; document.body.append(area); area.select();
    document.execCommand("copy"); area.remove();
  }
}
"""
"""JavaScript of a function `put(text)`, for the head of a component's script."""
