// How each kind of cell looks.
import { element, tag } from "./dom.js";

function name({ data, colDef }) {
  const { field, below } = colDef.context;
  const cell = element("div", {}, data[field] ?? "");
  if (data[below]) cell.append(element("div", { class: "wb-below" }, data[below]));
  return cell;
}

function tags({ data, colDef }) {
  return element("div", { class: "wb-tags" }, ...(data[colDef.context.field] ?? []).map(tag));
}

/** Tags sort by the numbers sent beside them, texts as Chinese with numbers in order. */
const collator = new Intl.Collator("zh-CN", { numeric: true });

function byText(a, b) {
  return collator.compare(a ?? "", b ?? "");
}

function bySort(field) {
  return (_a, _b, first, second) => (first.data[field] ?? 0) - (second.data[field] ?? 0);
}

const RENDERERS = { name, tags };

/** The grid's column definition for one of ours. */
export function definition(column) {
  return {
    field: column.field,
    headerName: column.title,
    initialWidth: column.width,
    initialFlex: column.flex,
    minWidth: 40,
    context: column,
    cellRenderer: RENDERERS[column.kind],
    comparator: column.sort ? bySort(column.sort) : byText,
    equals: column.kind === "tags" ? (a, b) => JSON.stringify(a) === JSON.stringify(b) : undefined,
  };
}
