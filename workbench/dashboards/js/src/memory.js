// What a page remembers when it is loaded again in the same tab. An address that asks for an item (?item=) is
// remembered like a choice of the reader's, without the filters that might hide it.

const PREFIX = "workbench:" + location.pathname + ":";

export function keep(name, value) {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A browser that forbids storage only loses the reader's place.
  }
}

export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

const asked = new URLSearchParams(location.search).get("item");
if (asked) {
  keep("current", asked);
  keep("filters", null);
  history.replaceState(history.state, "", location.pathname);
}
