// A window over the page that the kernel writes. Traits: html (its form), below (what follows from the form), label,
// opened. An element with data-action sends its data and the form's fields when it is clicked or, a field, changed;
// data-close closes; what is sent names the data-seen that stands below, so that nothing unseen is confirmed; Ctrl+Enter, and Enter in a single line, press the element with data-primary.
import { emit } from "./bus.js";
import { element } from "./dom.js";

const FIELDS = "select, input, textarea";

function render({ model, el }) {
  const stop = new AbortController();
  const form = element("form", { class: "wb-dialog-form", method: "dialog" });
  const below = element("div", { class: "wb-dialog-below", "aria-live": "polite" });
  const dialog = element("dialog", { class: "wb-dialog" }, form, below);
  const fields = () => ({ ...Object.fromEntries(new FormData(form)), seen: below.querySelector("[data-seen]")?.dataset.seen });
  const tell = (active) => model.send({ type: active.dataset.action, ...active.dataset, ...fields() });
  const draw = () => {
    const focused = form.contains(document.activeElement) && document.activeElement.name;
    form.innerHTML = model.get("html");
    if (focused) form.elements[focused]?.focus();
    dialog.setAttribute("aria-label", model.get("label"));
  };
  const drawBelow = () => {
    below.innerHTML = model.get("below");
    dialog.classList.toggle("wb-dialog-wide", Boolean(below.querySelector("[data-seen]")));
  };
  const open = () => {
    if (model.get("opened") === dialog.open) return;
    if (!model.get("opened")) return dialog.close();
    draw();
    drawBelow();
    dialog.showModal();
    form.querySelector("[autofocus]")?.focus();
  };
  const listen = (name, handler) => dialog.addEventListener(name, handler, { signal: stop.signal });
  listen("submit", (event) => event.preventDefault());
  listen("click", ({ target }) => {
    if (target.closest("[data-close]")) dialog.close();
    const active = target.closest("[data-action]");
    if (active && !active.matches(FIELDS)) tell(active);
  });
  listen("change", ({ target }) => target.matches(FIELDS) && target.dataset.action && tell(target));
  listen("keydown", (event) => {
    const line = event.target.matches("input") && !event.isComposing;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey || line)) return;
    event.preventDefault();
    event.stopPropagation();
    event.target.blur();
    dialog.querySelector("[data-primary]:enabled")?.click();
    event.target.focus();
  });
  listen("close", () => {
    model.set("opened", false);
    model.save_changes();
    emit("list");
  });
  el.classList.add("wb-dialogs");
  el.replaceChildren(dialog);
  const handlers = { "change:html": draw, "change:below": drawBelow, "change:opened": open };
  for (const [name, handler] of Object.entries(handlers)) model.on(name, handler);
  open();
  return () => {
    stop.abort();
    for (const [name, handler] of Object.entries(handlers)) model.off(name, handler);
  };
}

export default { render };
