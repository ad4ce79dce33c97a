// The part of the filter bar that folds out: further filters, saved filters, and the columns of the list.
import { emit, on } from "./bus.js";
import { element } from "./dom.js";

function further(model, change) {
  return model.get("more").map(({ name, label, options }) => {
    const chosen = model.get("value")[name] ?? "";
    const made = options.map(([value, word]) => element("option", { value, selected: value === chosen }, word));
    const changed = ({ target }) => change({ [name]: target.value });
    const select = element("select", { name, "aria-label": label, onchange: changed }, ...made);
    return element("label", { class: "wb-field" }, element("span", {}, label), select);
  });
}

function saved(model, change) {
  return model.get("saved").map(([name, value]) => {
    const use = { type: "button", class: "wb-chip", onclick: () => change(value) };
    const label = `删除筛选“${name}”`;
    const drop = { type: "button", class: "wb-link", "aria-label": label, onclick: () => model.send({ type: "drop", name }) };
    return element("div", { class: "wb-saved" }, element("button", use, name), element("button", drop, "删除"));
  });
}

function keeping(model) {
  const label = { "aria-label": "筛选名称", placeholder: "给当前筛选起个名称" };
  const input = element("input", { type: "text", maxlength: 20, ...label });
  const keep = () => model.send({ type: "keep", name: input.value, value: model.get("value") });
  input.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && keep());
  const button = element("button", { type: "button", class: "wb-button", onclick: keep }, "保存当前筛选");
  return element("div", { class: "wb-field" }, input, button);
}

function columns(model) {
  return model.get("columns").map(({ field, title, shown }) => {
    const tell = ({ target }) => model.send({ type: "column", field, shown: target.checked });
    return element("label", { class: "wb-check" }, element("input", { type: "checkbox", checked: shown, onchange: tell }), title);
  });
}

function contents(model, change, cleared) {
  const heading = (text) => element("h2", {}, text);
  const clear = element("button", { type: "button", class: "wb-link", onclick: () => change(cleared) }, "清除全部筛选");
  const mine = element("div", { class: "wb-saved-list" }, ...saved(model, change));
  const keep = model.get("may_keep") ? [heading("我的筛选"), mine, keeping(model)] : [];
  const shown = element("div", { class: "wb-checks" }, ...columns(model));
  return [...further(model, change), clear, ...keep, heading("显示列"), shown];
}

/** The folding part, which `draw` brings up to date; hidden where a page has none. */
export function moreFilters(model, change, cleared, signal) {
  const title = element("summary", { class: "wb-button" });
  const menu = element("div", { class: "wb-folded" });
  const part = element("details", { class: "wb-more-filters" }, title, menu);
  const fields = () => [...menu.querySelectorAll("select, input, button")];
  const draw = () => {
    const active = model.get("more").filter(({ name }) => model.get("value")[name]).length;
    part.hidden = model.get("more").length === 0;
    title.textContent = active ? `更多筛选（${active}）▾` : "更多筛选 ▾";
    title.setAttribute("aria-pressed", String(active > 0));
    const place = fields().indexOf(document.activeElement);
    menu.replaceChildren(...contents(model, change, cleared));
    fields()[place]?.focus();
  };
  part.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    part.open = false;
    emit("list");
  });
  document.addEventListener("pointerdown", ({ target }) => part.contains(target) || (part.open = false), { signal });
  const open = () => {
    part.open = !part.hidden;
    fields()[0]?.focus();
  };
  on("filters", open, signal);
  return { part, draw };
}
