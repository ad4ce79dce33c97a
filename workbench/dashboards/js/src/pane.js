// A part of the page that the kernel writes. Traits: html (templates escape it), subject (what it shows).
// A click on an element with data-action sends the element's data to the kernel, with what its form's fields hold;
// a choice in a list with data-action sends its data and the value.

import { on } from "./bus.js";

function highlight(el, number) {
  for (const marked of el.querySelectorAll("[data-finding]")) {
    marked.classList.toggle("wb-lit", number !== null && marked.dataset.finding.split(" ").includes(number));
  }
}

function pointed(event) {
  return event.target.closest?.("[data-finding]")?.dataset.finding.split(" ")[0] ?? null;
}

function filled(element) {
  const form = element.closest("form");
  return form ? Object.fromEntries(new FormData(form)) : {};
}

function render({ model, el }) {
  const stop = new AbortController();
  const listen = (name, handler) => el.addEventListener(name, handler, { signal: stop.signal });
  let shown = null;
  const draw = () => {
    el.innerHTML = model.get("html");
    if (shown !== model.get("subject")) for (const part of el.querySelectorAll("[data-scrolls]")) part.scrollTop = 0;
    shown = model.get("subject");
  };
  el.classList.add("wb-pane");
  const tell = (active, more) => model.send({ type: active.dataset.action, ...active.dataset, ...more });
  listen("click", ({ target }) => {
    const active = target.closest("[data-action]:not(select)");
    if (active) tell(active, filled(active));
  });
  for (const name of ["step", "say"]) on(name, () => el.querySelector(`[data-action="${name}"]`)?.click(), stop.signal);
  listen("change", ({ target }) => target.matches("select[data-action]") && tell(target, { value: target.value }));
  for (const name of ["mouseover", "focusin"]) listen(name, (event) => highlight(el, pointed(event)));
  model.on("change:html", draw);
  draw();
  return () => {
    stop.abort();
    model.off("change:html", draw);
  };
}

export default { render };
