// The list: AG Grid Community behind four traits and a few messages.
//   columns  what to show                     data  gzip columns (rows.js)
//   mask     one byte a row, 0 hides it       current  the id of the open row
//   multiple whether rows are chosen together; then selected has their ids (choosing.js)
// The kernel sends {type: "patch", rows}, {type: "go", to}; the page's keys move through the bus.
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ExternalFilterModule,
  HighlightChangesModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
} from "ag-grid-community";
import { emit, on } from "./bus.js";
import { definition } from "./cells.js";
import { choosing, selection } from "./choosing.js";
import { rowHeight } from "./heights.js";
import { LOCALE } from "./locale.js";
import { keep, kept } from "./memory.js";
import { steps } from "./moves.js";
import { unpack } from "./rows.js";
import { theme } from "./theme.js";

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ExternalFilterModule,
  HighlightChangesModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
]);

/** The columns with the widths that the reader has given them. */
function measured(api, columns) {
  const shown = columns.filter(({ field }) => api.getColumn(field)?.isVisible() ?? true);
  return shown.map((column) => ({ ...column, width: api.getColumn(column.field)?.getActualWidth() ?? column.width }));
}

function options(model, state) {
  return {
    theme,
    localeText: LOCALE,
    columnDefs: model.get("columns").map(definition),
    defaultColDef: { sortable: true, resizable: true, wrapText: true, suppressKeyboardEvent: ownKeys },
    rowData: [],
    getRowId: ({ data }) => data.id,
    getRowHeight: ({ data }) => rowHeight(data, state.columns),
    isExternalFilterPresent: () => state.mask !== null,
    doesExternalFilterPass: ({ data }) => state.mask[data.index] === 1,
    rowSelection: selection(model),
    animateRows: false,
    alwaysShowVerticalScroll: true,
    onSelectionChanged: ({ api }) => state.choosing || remember(model, api),
    onColumnResized: ({ finished, source, api }) => finished && refit(model, api, state, source),
    onColumnMoved: ({ finished, source, api }) => finished && refit(model, api, state, source),
    onModelUpdated: ({ api }) => emit("shown", api.getDisplayedRowCount()),
  };
}

/** Keys that the page handles (keys.js) must not move the grid's own cell focus as well. */
function ownKeys({ event }) {
  return ["ArrowUp", "ArrowDown", "Enter"].includes(event.key) || (event.key.length === 1 && event.key !== " ");
}

/** The open row is the only one that is chosen, or it stays open while others are chosen beside it. */
function remember(model, api) {
  const ids = api.getSelectedRows().map((row) => row.id);
  const current = model.get("current");
  if (ids.length === 0) return show(api, current);
  const chosen = ids.length > 1 ? ids : [];
  const id = chosen.length && api.getRowNode(current) ? current : ids[0];
  emit("current", id);
  keep("current", id);
  if (id === current && !chosen.length && !model.get("selected").length) return;
  model.set("selected", chosen);
  if (id !== current) model.set("current", id);
  model.save_changes();
}

/** The columns in their order, as they are kept. */
function layout(api) {
  return api.getColumnState().map(({ colId, width, flex, hide }) => ({ field: colId, width, flex, hide: Boolean(hide) }));
}

/** What the reader has changed by hand is told, so that it is kept. */
function refit(model, api, state, source = "api") {
  state.columns = measured(api, model.get("columns"));
  api.resetRowHeights();
  if (!source.startsWith("ui")) return;
  model.set("layout_kept", layout(api));
  model.save_changes();
}

function arrange(model, api, state) {
  const kept = model.get("layout_kept").map(({ field, ...rest }) => ({ colId: field, ...rest }));
  if (!kept.length) return;
  api.applyColumnState({ state: kept, applyOrder: true });
  refit(model, api, state);
}

function readMask(model) {
  const bytes = model.get("mask");
  return bytes && bytes.byteLength ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
}

function inSight(api, node) {
  const { top, bottom } = api.getVerticalPixelRange();
  return node.rowTop >= top && node.rowTop + node.rowHeight <= bottom;
}

function show(api, id) {
  const node = id && api.getRowNode(id);
  if (!node) return;
  node.setSelected(true, true);
  if (!inSight(api, node)) api.ensureNodeVisible(node, "middle");
}

function patch(api, rows) {
  const changed = rows.map((row) => ({ ...api.getRowNode(row.id)?.data, ...row })).filter((row) => "index" in row);
  api.applyTransaction({ update: changed });
  api.flashCells({ rowNodes: changed.map((row) => api.getRowNode(row.id)), columns: ["verdict"] });
}

/** The keyboard goes to the chosen row, without a scroll. */
function toList(el) {
  const wanted = [".ag-row-selected .ag-cell-focus", ".ag-row-selected .ag-cell", ".ag-cell"];
  const cell = wanted.map((selector) => el.querySelector(selector)).find(Boolean);
  cell?.focus({ preventScroll: true });
}

async function render({ model, el }) {
  const stop = new AbortController();
  const state = { mask: readMask(model), columns: null };
  el.classList.add("wb-grid");
  const api = createGrid(el, options(model, state));
  const go = (step) => show(api, steps[step](api, model.get("current")));
  const chooser = choosing(api, model, state, () => remember(model, api));
  const load = async () => {
    state.columns = measured(api, model.get("columns"));
    api.setGridOption("rowData", await unpack(model.get("data")));
    show(api, model.get("current"));
  };
  const handlers = {
    "change:data": load,
    "change:layout_kept": () => arrange(model, api, state),
    "change:current": () => show(api, model.get("current")),
    "change:mask": () => {
      state.mask = readMask(model);
      api.onFilterChanged();
      if (!api.getRowNode(model.get("current"))?.displayed) go("first");
    },
    "msg:custom": (message) => (message.type === "patch" ? patch(api, message.rows) : go(message.to)),
  };
  for (const [name, handler] of Object.entries(handlers)) model.on(name, handler);
  on("go", go, stop.signal);
  for (const [name, act] of Object.entries(chooser)) on(name, act, stop.signal);
  on("list", () => toList(el), stop.signal);
  arrange(model, api, state);
  await load();
  show(api, kept("current"));
  return () => {
    stop.abort();
    for (const [name, handler] of Object.entries(handlers)) model.off(name, handler);
    api.destroy();
  };
}

export default { render };
