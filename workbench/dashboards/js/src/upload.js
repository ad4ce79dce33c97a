// Where files are dropped or picked. Traits: enabled, most_mb. Each file goes to the kernel in pieces, one after the
// other: {type: "piece", file, name, size, offset} with the bytes, answered by {type: "taken"} or {type: "refused"};
// {type: "stop", file} says that the rest will not come.
import { element } from "./dom.js";

const PIECE = 1 << 20;
const MEGABYTE = 1 << 20;

class Sending {
  constructor(number, file) {
    this.number = String(number);
    this.file = file;
    this.stopped = false;
    this.bar = element("progress", { max: Math.max(1, file.size), value: 0, "aria-label": `上传${file.name}` });
    this.word = element("span", { class: "wb-muted" }, "等待上传");
    this.stop = element("button", { type: "button", class: "wb-link" }, "取消");
    this.line = element("div", { class: "wb-sending" }, element("span", {}, file.name), this.bar, this.word, this.stop);
  }

  say(word, bad = false) {
    this.word.textContent = word;
    this.word.classList.toggle("wb-say-bad", bad);
  }

  shown(offset) {
    this.bar.value = offset;
    this.say(`${Math.floor((100 * offset) / Math.max(1, this.file.size))}%`);
  }

  end(word, bad = false) {
    this.say(word, bad);
    this.stop.remove();
    if (!bad) setTimeout(() => this.line.remove(), 1500);
  }
}

function render({ model, el }) {
  const stop = new AbortController();
  const waiting = [];
  let current = null;
  let count = 0;
  const input = element("input", { type: "file", multiple: true, hidden: true, "aria-label": "选择要报送的文件" });
  const pick = element("button", { type: "button", class: "wb-button", onclick: () => input.click() }, "选择文件");
  const lines = element("div", { class: "wb-sendings", "aria-live": "polite" });
  const words = `把报送的工作簿拖到这里，或者`;
  const limits = `可一次多个，也可以是 .zip；每个不超过 ${model.get("most_mb")} MB。确认之前不会收入。`;
  const zone = element(
    "div",
    { class: "wb-drop", role: "group", "aria-label": "上传报送文件" },
    element("span", { class: "wb-drop-words" }, words), pick, element("span", { class: "wb-muted" }, limits),
  );
  el.classList.add("wb-upload");
  el.replaceChildren(zone, input, lines);

  const sendPiece = async (offset) => {
    const { number, file } = current;
    try {
      const bytes = await file.slice(offset, offset + PIECE).arrayBuffer();
      if (current?.number !== number) return;
      model.send({ type: "piece", file: number, name: file.name, size: file.size, offset }, undefined, [bytes]);
    } catch {
      model.send({ type: "stop", file: number });
      finish("浏览器读不了这个文件。请确认它没有被移动或占用，再选一次。", true);
    }
  };
  const next = () => {
    current = waiting.shift() ?? null;
    if (current) sendPiece(0);
  };
  const finish = (word, bad = false) => {
    current?.end(word, bad);
    next();
  };
  const halt = (sending) => {
    const at = waiting.indexOf(sending);
    if (at >= 0) waiting.splice(at, 1);
    sending.end("已取消");
    if (sending === current) {
      model.send({ type: "stop", file: sending.number });
      next();
    }
  };
  const take = (files) => {
    for (const file of files) {
      const sending = new Sending(++count, file);
      lines.append(sending.line);
      if (file.size > model.get("most_mb") * MEGABYTE) sending.end(`超过 ${model.get("most_mb")} MB，请拆分后报送。`, true);
      else if (!file.size) sending.end("是空文件，请核对后再选。", true);
      else {
        sending.stop.addEventListener("click", () => halt(sending));
        waiting.push(sending);
      }
    }
    if (!current) next();
  };
  const hear = ({ type, file, offset }) => {
    if (file !== current?.number) return;
    if (type === "refused") finish("没有传完，请再选一次。", true);
    else if (offset >= current.file.size) finish("已上传，正在读取");
    else {
      current.shown(offset);
      sendPiece(offset);
    }
  };
  const usable = () => {
    pick.disabled = !model.get("enabled");
    zone.classList.toggle("wb-off", !model.get("enabled"));
  };
  const over = (event, on) => {
    event.preventDefault();
    zone.classList.toggle("wb-over", on && model.get("enabled"));
  };
  const listen = (target, name, handler) => target.addEventListener(name, handler, { signal: stop.signal });
  listen(input, "change", () => {
    take([...input.files]);
    input.value = "";
  });
  listen(document, "dragover", (event) => over(event, true));
  listen(document, "dragleave", (event) => over(event, false));
  listen(document, "drop", (event) => {
    over(event, false);
    if (model.get("enabled")) take([...event.dataTransfer.files]);
  });
  model.on("msg:custom", hear);
  model.on("change:enabled", usable);
  usable();
  return () => {
    stop.abort();
    model.off("msg:custom", hear);
    model.off("change:enabled", usable);
  };
}

export default { render };
