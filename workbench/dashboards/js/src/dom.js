// Builds elements. Text always goes in as text, never as markup.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A small coloured label: the tone is one of the style sheet's, the word says the same. */
export function tag([tone, word]) {
  return element("span", { class: `wb-tag wb-${tone}` }, word);
}
