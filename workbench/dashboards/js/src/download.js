// A file that the kernel makes when it is asked for. Traits: choices ([value, label] lists), endings ([value, label]).
// {type: "wanted", choice, ending} goes to the kernel; {type: "file", name} comes back with the bytes, or {type: "failed", text}.
import { element } from "./dom.js";

function keepFile(name, bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function render({ model, el }) {
  const label = model.get("label");
  const choice = element("select", { "aria-label": `${label}的月份` });
  const told = element("span", { class: "wb-muted", role: "status" });
  const buttons = model.get("endings").map(([ending, word]) =>
    element("button", { type: "button", class: "wb-button", onclick: () => ask(ending) }, word),
  );
  const busy = (text) => {
    told.textContent = text;
    for (const button of buttons) button.disabled = Boolean(text);
  };
  const ask = (ending) => {
    busy("正在生成…");
    model.send({ type: "wanted", choice: choice.value, ending });
  };
  const hear = ({ type, name, text }, buffers) => {
    busy("");
    if (type === "file") keepFile(name, buffers[0]);
    else told.textContent = text;
  };
  const draw = () => {
    const chosen = choice.value;
    choice.replaceChildren(...model.get("choices").map(([value, word]) => element("option", { value }, word)));
    if (chosen) choice.value = chosen;
  };
  el.classList.add("wb-download");
  el.replaceChildren(element("span", { class: "wb-muted" }, label), choice, ...buttons, told);
  model.on("msg:custom", hear);
  model.on("change:choices", draw);
  draw();
  return () => {
    model.off("msg:custom", hear);
    model.off("change:choices", draw);
  };
}

export default { render };
