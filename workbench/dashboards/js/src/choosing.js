// Rows chosen together. With the mouse: Ctrl and Shift with a click, as the grid gives it. With the keyboard: Shift and
// an arrow from the open row on, Ctrl and an arrow to move the cell focus alone, the space bar there, Ctrl+A for all.
import { steps } from "./moves.js";

export function selection(model) {
  const mode = model.get("multiple") ? "multiRow" : "singleRow";
  return { mode, checkboxes: false, headerCheckbox: false, enableClickSelection: true };
}

/** Command -> what it does; none where rows are chosen one by one. `told` is called once after each change. */
export function choosing(api, model, state, told) {
  if (!model.get("multiple")) return {};
  const focusedId = () => {
    const cell = api.getFocusedCell();
    return (cell && api.getDisplayedRowAtIndex(cell.rowIndex)?.id) ?? model.get("current");
  };
  const focus = (id) => {
    const { rowIndex } = api.getRowNode(id);
    api.ensureIndexVisible(rowIndex);
    api.setFocusedCell(rowIndex, api.getAllDisplayedColumns()[0]);
    return rowIndex;
  };
  const choose = (nodes) => {
    state.choosing = true;
    api.deselectAll();
    api.setNodesSelected({ nodes, newValue: true });
    state.choosing = false;
    told();
  };
  const between = (one, other) => {
    const nodes = [];
    for (let row = Math.min(one, other); row <= Math.max(one, other); row += 1) nodes.push(api.getDisplayedRowAtIndex(row));
    return nodes;
  };
  return {
    cursor: (step) => focus(steps[step](api, focusedId())),
    extend: (step) => {
      const anchor = api.getRowNode(model.get("current"));
      const started = model.get("selected").length ? focusedId() : anchor.id;
      choose(between(anchor.rowIndex, focus(steps[step](api, started))));
    },
    all: () => choose(between(0, api.getDisplayedRowCount() - 1)),
    single: () => model.get("selected").length && choose([api.getRowNode(model.get("current"))]),
  };
}
