// The verdict form. Traits: verdicts ([code, name], the first nine have keys 1 to 9), form (what is decided on and
// what it starts with), message ({tone, text}). It sends {type: "record", ...}, which the kernel
// answers with {type: "answered"}, {type: "bulk", ...} and {type: "undo"}.
import { on } from "./bus.js";
import { element } from "./dom.js";
import { named, reasons, verdictButtons } from "./form.js";
import { keep, kept } from "./memory.js";

function fresh({ verdict, opinion = "", lead_unit = "", target_type = "", target_level = "", reasons = {} }) {
  return { verdict, opinion, lead_unit, target_type, target_level, reasons: { ...reasons } };
}

/** What was typed before and not recorded, if the item has not changed since; survives a reload. */
function unrecorded({ item, revision }) {
  const before = kept(`draft:${item}`);
  return before && before.revision === revision ? before.draft : null;
}

class VerdictForm {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.expected = null;
    this.busy = false;
    this.buttons = element("div", { class: "wb-verdicts", role: "group", "aria-label": "审核结论" });
    this.opinion = element("textarea", { "aria-label": "审核意见", placeholder: "审核意见（E）", spellcheck: "false" });
    this.more = element("div", { class: "wb-more-fields" });
    this.go = element("button", { type: "button", class: "wb-go", onclick: () => this.record() });
    this.go.append("记录并下一条 ", element("kbd", {}, "Enter"));
    this.note = element("div", { class: "wb-note" });
    this.status = element("div", { class: "wb-status", role: "status", "aria-live": "polite" });
    for (const part of [this.opinion, this.more]) part.addEventListener("input", () => this.remember());
    el.classList.add("wb-verdict");
    el.replaceChildren(
      element("div", { class: "wb-left" }, this.buttons, this.opinion, this.more),
      element("div", { class: "wb-right" }, this.go, this.status, this.note),
    );
  }

  /** Starts over with what the kernel proposes for an item. */
  reset() {
    const form = this.model.get("form");
    const before = unrecorded(form);
    this.draft = before ?? fresh(form);
    this.opinion.value = this.draft.opinion;
    this.note.textContent = before ? "已恢复您上次未记录的内容。" : (form.note ?? "");
    this.busy = false;
    this.draw();
  }

  /** Keeps what the user has changed. */
  remember() {
    const { item, revision } = this.model.get("form");
    this.draft.opinion = this.opinion.value;
    keep(`draft:${item}`, { revision, draft: this.draft });
  }

  draw() {
    const form = this.model.get("form");
    const able = Boolean(form.item) && form.may_decide;
    const choose = (code) => this.choose(code);
    this.buttons.replaceChildren(...verdictButtons(this.model.get("verdicts"), this.draft.verdict, choose, able));
    this.go.disabled = !able;
    this.opinion.disabled = !able;
    this.opinion.hidden = this.buttons.hidden = Boolean(form.closed);
    const fields = [named(form, this.draft)].filter(Boolean);
    if (this.draft.verdict === "pass") fields.push(...reasons(form.violations, this.draft));
    if (form.closed) fields.splice(0, fields.length, element("p", { class: "wb-closed" }, form.closed));
    this.more.replaceChildren(...fields);
  }

  /** A pass carries no demands, so an opinion that nobody has touched goes and comes with the verdict. */
  choose(code) {
    const form = this.model.get("form");
    if (!form.may_decide) return;
    const untouched = [form.opinion ?? "", ""].includes(this.opinion.value);
    if (untouched) this.opinion.value = code === "pass" ? "" : (form.opinion ?? "");
    this.draft.verdict = code;
    this.remember();
    this.draw();
    this.more.querySelector("input, select")?.focus();
  }

  /** Puts a suggested correction below the opinion: the one with this number, else the next that is not there yet. */
  correct(number) {
    const { may_decide, corrections = [] } = this.model.get("form");
    const left = corrections.filter(([, sentence]) => !this.opinion.value.includes(sentence));
    const [, sentence] = left.find(([each]) => number === null || each === number) ?? [];
    if (!may_decide) return;
    if (!sentence) {
      this.say({ tone: "warn", text: corrections.length ? "建议的更正已在意见中。" : "本事项没有建议的更正。" });
      return;
    }
    this.opinion.value = [this.opinion.value, sentence].filter(Boolean).join("\n");
    this.opinion.scrollTop = this.opinion.scrollHeight;
    this.remember();
    this.say({ tone: "ok", text: `已采纳到意见：${sentence}` });
  }

  say({ tone, text }) {
    this.status.className = `wb-status wb-say-${tone}`;
    this.status.textContent = text;
  }

  /** Never records on an item that is not the one on the screen. */
  record() {
    const form = this.model.get("form");
    if (this.busy || !form.item || !form.may_decide) return;
    if (this.expected && this.expected !== form.item) return;
    this.busy = true;
    this.draft.opinion = this.opinion.value;
    this.model.send({ type: "record", item: form.item, ...this.draft });
  }

  /** Asks for the same verdict on many items; an opinion that was not written here is left to each item's findings. */
  bulk() {
    const { opinion = "" } = this.model.get("form");
    const written = this.opinion.value === opinion ? "" : this.opinion.value;
    this.model.send({ type: "bulk", ...this.draft, opinion: written });
  }
}

function render({ model, el }) {
  const stop = new AbortController();
  const view = new VerdictForm(model, el);
  const reset = () => view.reset();
  const say = () => {
    view.busy = false;
    view.say(model.get("message"));
  };
  model.on("change:form", reset);
  const answered = ({ type }) => type === "answered" && (view.busy = false);
  model.on("change:message", say);
  model.on("msg:custom", answered);
  on("current", (item) => (view.expected = item), stop.signal);
  on("record", () => view.record(), stop.signal);
  on("bulk", () => view.bulk(), stop.signal);
  on("undo", () => model.send({ type: "undo" }), stop.signal);
  on("correct", (number) => view.correct(number), stop.signal);
  on("opinion", () => view.opinion.focus(), stop.signal);
  on("verdict", (place) => model.get("verdicts")[place - 1] && view.choose(model.get("verdicts")[place - 1][0]), stop.signal);
  reset();
  say();
  return () => {
    stop.abort();
    model.off("change:form", reset);
    model.off("change:message", say);
    model.off("msg:custom", answered);
  };
}

export default { render };
