// Where a step through the list leads, in the order that is on the screen.

function at(api, place) {
  const last = api.getDisplayedRowCount() - 1;
  return api.getDisplayedRowAtIndex(Math.min(Math.max(place, 0), last))?.id;
}

function place(api, current) {
  const index = api.getRowNode(current)?.rowIndex;
  return index == null || api.getDisplayedRowAtIndex(index)?.id !== current ? -1 : index;
}

function nextWhere(api, current, wanted) {
  const count = api.getDisplayedRowCount();
  const from = place(api, current);
  for (let step = 1; step <= count; step += 1) {
    const node = api.getDisplayedRowAtIndex((from + step) % count);
    if (wanted(node.data)) return node.id;
  }
  return current;
}

export const steps = {
  next: (api, current) => at(api, place(api, current) + 1),
  previous: (api, current) => at(api, place(api, current) - 1),
  first: (api) => at(api, 0),
  last: (api) => at(api, api.getDisplayedRowCount() - 1),
  pageDown: (api, current) => at(api, place(api, current) + 10),
  pageUp: (api, current) => at(api, place(api, current) - 10),
  marked: (api, current) => nextWhere(api, current, (row) => row.marked),
  open: (api, current) => nextWhere(api, current, (row) => row.open),
};
