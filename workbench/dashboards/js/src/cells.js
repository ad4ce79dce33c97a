// How each kind of cell looks. A name with a second line keeps to one line itself: its rows differ in the second.
import { element, tag } from "./dom.js";

function name({ data, colDef }) {
  const { field, below } = colDef.context;
  if (!data[below]) return element("div", {}, data[field] ?? "");
  const title = `${data[field]}（${data[below]}）`;
  const above = element("div", { class: "wb-above", title }, data[field] ?? "");
  return element("div", {}, above, element("div", { class: "wb-below" }, data[below]));
}

function tags({ data, colDef }) {
  return element("div", { class: "wb-tags" }, ...(data[colDef.context.field] ?? []).map(tag));
}

function byNumber(a, b) {
  return Number.parseFloat(a) - Number.parseFloat(b) || 0;
}

/** Tags sort by the numbers sent beside them, texts as Chinese with numbers in order. */
const collator = new Intl.Collator("zh-CN", { numeric: true });

function byText(a, b) {
  return collator.compare(a ?? "", b ?? "");
}

function bySort(field) {
  return (_a, _b, first, second) => (first.data[field] ?? 0) - (second.data[field] ?? 0);
}

/** Shares of a whole as one bar; the words are its label. */
function bar({ data, colDef }) {
  const parts = (data[colDef.context.field] ?? []).filter(([, , count]) => count > 0);
  const label = parts.map(([, word, count]) => `${word} ${count}`).join("，") || "未报送";
  const made = element("div", { class: "wb-bar", role: "img", "aria-label": label, title: label });
  for (const [tone, , count] of parts) made.append(element("span", { class: `wb-bar-${tone}`, style: `flex-grow: ${count}` }));
  return made;
}

const COMPARATORS = { number: byNumber };
const RENDERERS = { name, tags, bar };

/** The grid's column definition for one of ours. */
export function definition(column) {
  return {
    field: column.field,
    headerName: column.title,
    initialWidth: column.width,
    flex: column.flex,
    initialHide: column.hide,
    minWidth: column.flex ? 140 : 40,
    context: column,
    cellRenderer: RENDERERS[column.kind],
    comparator: column.sort ? bySort(column.sort) : (COMPARATORS[column.kind] ?? byText),
    cellClass: column.kind === "number" ? "wb-figure" : undefined,
    headerClass: column.kind === "number" ? "wb-figure" : undefined,
    equals: ["tags", "bar"].includes(column.kind) ? (a, b) => JSON.stringify(a) === JSON.stringify(b) : undefined,
  };
}
