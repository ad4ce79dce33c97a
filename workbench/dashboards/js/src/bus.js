// Commands between the widgets of one page; each widget is its own module, so the document carries them.

const PREFIX = "workbench:";

export function emit(command, detail = null) {
  document.dispatchEvent(new CustomEvent(PREFIX + command, { detail }));
}

/** Calls `handler` for each `command` until `signal` aborts. */
export function on(command, handler, signal) {
  document.addEventListener(PREFIX + command, (event) => handler(event.detail), { signal });
}
