// What a page remembers when it is loaded again in the same tab.

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
