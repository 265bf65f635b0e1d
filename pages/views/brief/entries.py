"""The entries of a basket as a list of our own, moved and noted in the browser; its link."""

import streamlit as st

from pages.views.html import clipboard

LIST = st.components.v2.component(
    "basket",
    html="<ol></ol><span role='status' aria-live='polite'></span>",
    css="""
ol { list-style: none; margin: 0; padding: 0; font: inherit; color: var(--st-text-color); }
li { border-bottom: 1px solid var(--st-border-color); padding: .5rem 0; display: grid; gap: .3rem; }
.head { display: flex; gap: .5rem; align-items: baseline; justify-content: space-between; }
.name { overflow-wrap: anywhere; } .kind { font-size: .84rem; }
.gone { color: light-dark(#a8442a, #e27a5c); }
.steps { display: flex; gap: .25rem; flex: none; }
button { font: inherit; font-size: .9rem; color: var(--st-link-color); background: none; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  min-width: 2rem; height: 2rem; }
button:hover { background: var(--st-secondary-background-color); }
button:disabled { opacity: .35; cursor: default; }
textarea { font: inherit; font-size: .93rem; color: inherit; background: var(--st-background-color);
  resize: vertical;
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); padding: .3rem .5rem;
  min-height: 2.1rem; field-sizing: content; width: 100%; box-sizing: border-box; }
:is(button, textarea):focus-visible { outline: 2px solid var(--st-link-color); outline-offset: 1px; }
[role=status] { position: absolute; left: -999rem; }
""",
    js="""
const STEPS = [["up", "↑", "Move up"], ["down", "↓", "Move down"], ["out", "✕", "Take out"]];
function add(parent, tag, text, kind) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  parent.append(made);
  return made;
}
function draw(entry, most) {
  const line = document.createElement("li"), head = add(line, "div", "", "head"), words = add(head, "div");
  Object.assign(line.dataset, { table: entry.table, id: entry.id });
  const name = add(words, "div", entry.name, "name"), kind = add(words, "div", entry.kind, "kind");
  name.dir = "auto";
  if (entry.gone) add(kind, "span", ` (${entry.gone})`, "gone");
  const steps = add(head, "div", "", "steps");
  for (const [step, sign, label] of STEPS) {
    const button = add(steps, "button", sign);
    Object.assign(button, { type: "button", title: label });
    button.dataset.step = step;
    button.setAttribute("aria-label", `${label}: ${entry.name}`);
  }
  const note = add(line, "textarea");
  Object.assign(note, { value: entry.note, maxLength: most, rows: 1, dir: "auto" });
  note.placeholder = "Your own note";
  note.setAttribute("aria-label", `Your own note on ${entry.name}`);
  return line;
}
export default function ({ data, parentElement: root, setTriggerValue }) {
  const list = root.querySelector("ol"), said = root.querySelector("span[role]");
  const item = (line) => {
    const note = line.querySelector("textarea").value;
    return { table: line.dataset.table, id: line.dataset.id, note };
  };
  const now = () => JSON.stringify([...list.children].map(item));
  const wanted = JSON.stringify(data.entries.map(({ table, id, note }) => ({ table, id, note })));
  const bound = () => {
    const lines = [...list.children];
    lines.forEach((line, place) => {
      line.querySelector("[data-step=up]").disabled = !place;
      line.querySelector("[data-step=down]").disabled = place === lines.length - 1;
    });
  };
  // While it says what was wanted it stays: who types or moves on keeps the place.
  if (now() !== wanted && now() !== root.sent)
    list.replaceChildren(...data.entries.map((one) => draw(one, data.most)));
  if (wanted === root.sent) root.sent = null;
  bound();
  const send = () => {
    bound();
    root.sent = now();
    setTriggerValue("changed", `{"chegara_basket":1,"items":${root.sent}}`);
  };
  list.onchange = send;
  list.onclick = (event) => {
    const button = event.target.closest("button");
    if (!button || button.disabled) return;
    const line = button.closest("li"), step = button.dataset.step;
    if (step === "up") line.previousElementSibling.before(line);
    if (step === "down") line.nextElementSibling.after(line);
    const near = line.nextElementSibling ?? line.previousElementSibling;
    if (step === "out") line.remove();
    send();
    const place = [...list.children].indexOf(line) + 1;
    said.textContent = place ? `${place} of ${list.children.length}` : "Taken out";
    if (!place) near?.querySelector("[data-step=out]").focus();
    else (button.disabled ? line.querySelector("button:not(:disabled)") : button).focus();
  };
}
""",
)
"""Every text is put in as text. What a step makes of the list goes to the session as a basket."""

SHARE = st.components.v2.component(
    "share_basket",
    html="""<button type='button'>Copy link to the basket</button>
<span role='status' aria-live='polite'></span>""",
    css="""
button { font: inherit; font-size: .95rem; color: var(--st-text-color); background: none; cursor: pointer;
  padding: 0 .75rem; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  min-height: 2.5rem; }
button:hover { background: var(--st-secondary-background-color); }
button:disabled { opacity: .5; cursor: default; }
span { position: absolute; left: -999rem; }
""",
    js=clipboard.PUT
    + """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span");
  button.disabled = !data.code;
  button.title = data.code ? "" : data.long;
  button.onclick = async () => {
    const { origin, pathname } = window.location;
    await put(`${origin}${pathname}?${new URLSearchParams({ of: "basket", basket: data.code })}`);
    button.textContent = "Copied"; said.textContent = "Link copied";
    setTimeout(() => { button.textContent = "Copy link to the basket"; said.textContent = ""; }, 1600);
  };
}
""",
)
"""The basket as a part of the address; too long a basket has none."""
