// The keyboard of the page. Trait: help (the help's markup, from a template).
import { emit } from "./bus.js";

const GO = { j: "next", k: "previous", n: "marked" };
const GO_IN_LIST = {
  ArrowDown: "next",
  ArrowUp: "previous",
  PageDown: "pageDown",
  PageUp: "pageUp",
  Home: "first",
  End: "last",
};
const COMMANDS = { u: "undo", c: "correct", e: "opinion", b: "bulk", f: "filters", g: "step", m: "say", "/": "search", "?": "help" };
const TYPED_IN = "input, textarea, select, [contenteditable]";
const PRESSED = "button, a, summary, .ag-header";

function isInList(place) {
  return place === document.body || (place.closest(".wb-grid") && !place.closest(PRESSED));
}

/** Keys with Ctrl: those that choose rows only where rows are. */
function withControl(key, place) {
  if (key === "Enter") return ["record"];
  if (!isInList(place) || place.closest(TYPED_IN)) return null;
  if (GO_IN_LIST[key]) return ["cursor", GO_IN_LIST[key]];
  return key.toLowerCase() === "a" ? ["all"] : null;
}

/** The command and its detail for a key press, or null where the key is none of ours. */
function command(event) {
  const { key, target } = event;
  const place = target instanceof Element ? target : document.body;
  if (event.ctrlKey || event.metaKey) return withControl(key, place);
  if (event.altKey || event.isComposing) return null;
  if (key === "Escape" && place.closest("textarea, .wb-verdict input, .wb-verdict select")) return ["list"];
  if (key === "Enter" && place.closest(".wb-more-fields")) return ["record"];
  if (place.closest(TYPED_IN)) return null;
  const inList = isInList(place);
  if (key === "Enter") return inList ? ["record"] : null;
  if (key === "Escape") return inList ? ["single"] : null;
  if (inList && GO_IN_LIST[key]) return [event.shiftKey ? "extend" : "go", GO_IN_LIST[key]];
  if (GO[key.toLowerCase()]) return ["go", GO[key.toLowerCase()]];
  if (/^[1-9]$/.test(key)) return ["verdict", Number(key)];
  return COMMANDS[key.toLowerCase()] ? [COMMANDS[key.toLowerCase()]] : null;
}

function render({ model, el }) {
  const stop = new AbortController();
  const help = document.createElement("dialog");
  help.className = "wb-help";
  help.setAttribute("aria-label", "快捷键");
  help.innerHTML = model.get("help");
  help.addEventListener("click", () => help.close());
  el.replaceChildren(help);
  const listen = { capture: true, signal: stop.signal };
  document.addEventListener("workbench:help", () => help.showModal(), listen);
  const pressed = (event) => {
    const found = document.querySelector("dialog[open]") || event.defaultPrevented ? null : command(event);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    emit(...found);
  };
  document.addEventListener("keydown", pressed, listen);
  return () => stop.abort();
}

export default { render };
