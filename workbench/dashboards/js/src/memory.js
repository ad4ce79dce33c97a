// What a page remembers when it is loaded again in the same tab. An address that asks for an item (?item=) or
// a unit (?unit=) is remembered like a choice of the reader's, without other filters that might hide it.

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

const asked = new URLSearchParams(location.search);
const [item, unit] = [asked.get("item"), asked.get("unit")];
if (item) keep("current", item);
if (item || unit) {
  keep("filters", unit ? { unit, kind: "", chips: [], text: "" } : null);
  history.replaceState(history.state, "", location.pathname);
}
