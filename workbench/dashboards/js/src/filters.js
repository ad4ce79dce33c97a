// The filter bar. Traits: units, kinds ([value, label] lists), chips ({key, word, count}), value, summary, words; for the
// part that folds out (more.js) more, saved, columns, may_keep.
import { emit, on } from "./bus.js";
import { element } from "./dom.js";
import { keep, kept } from "./memory.js";
import { moreFilters } from "./more.js";

const TYPING_PAUSE = 150;
const CLEARED = { unit: "", kind: "", chips: [], text: "", rule: "", verdict: "", stage: "" };

function choose(label, name, change) {
  return element("select", { "aria-label": label, name, onchange: ({ target }) => change({ [name]: target.value }) });
}

function fill(select, options, chosen) {
  select.hidden = options.length < 2;
  select.replaceChildren(...options.map(([value, text]) => element("option", { value }, text)));
  select.value = chosen;
}

function search(label, change) {
  let waiting;
  const input = element("input", {
    type: "search",
    "aria-label": label,
    placeholder: `${label}（/）`,
    oninput: ({ target }) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => change({ text: target.value }), TYPING_PAUSE);
    },
    onkeydown: ({ key, isComposing }) => !isComposing && ["Enter", "Escape"].includes(key) && emit("list"),
  });
  return input;
}

function chip({ key, word, count }, chosen, toggle) {
  return element(
    "button",
    { type: "button", class: "wb-chip", "aria-pressed": String(chosen), onclick: () => toggle(key) },
    `${word} ${count.toLocaleString("zh-CN")}`,
  );
}

function toggled(list, key) {
  return list.includes(key) ? list.filter((other) => other !== key) : [...list, key];
}

function render({ model, el }) {
  const stop = new AbortController();
  const change = (part) => {
    model.set("value", { ...model.get("value"), ...part });
    keep("filters", model.get("value"));
    model.save_changes();
  };
  const words = model.get("words");
  const units = choose(words.unit, "unit", change);
  const kinds = choose(words.kind, "kind", change);
  const text = search(words.text, change);
  const chips = element("div", { class: "wb-chips", role: "group", "aria-label": "按发现筛选" });
  const summary = element("div", { class: "wb-summary", "aria-live": "polite" });
  el.classList.add("wb-filters");
  el.setAttribute("role", "search");
  const more = moreFilters(model, change, CLEARED, stop.signal);
  el.replaceChildren(units, kinds, text, chips, more.part, summary);
  const drawChips = () => {
    const focused = [...chips.children].indexOf(document.activeElement);
    const chosen = model.get("value").chips;
    const toggle = (key) => change({ chips: toggled(model.get("value").chips, key) });
    chips.replaceChildren(...model.get("chips").map((each) => chip(each, chosen.includes(each.key), toggle)));
    chips.children[focused]?.focus();
  };
  const draw = () => {
    fill(units, model.get("units"), model.get("value").unit);
    fill(kinds, model.get("kinds"), model.get("value").kind);
    if (document.activeElement !== text) text.value = model.get("value").text;
    drawChips();
    more.draw();
    summary.textContent = model.get("summary");
  };
  const names = ["units", "kinds", "chips", "value", "summary", "more", "saved", "columns"].map((name) => `change:${name}`);
  for (const name of names) model.on(name, draw);
  on("search", () => text.select(), stop.signal);
  draw();
  if (kept("filters")) change(kept("filters"));
  return () => {
    stop.abort();
    for (const name of names) model.off(name, draw);
  };
}

export default { render };
