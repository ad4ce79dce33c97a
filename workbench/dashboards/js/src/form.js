// The parts of the verdict form.
import { element } from "./dom.js";

const IN_THE_OPEN = 6;
const WITH_KEYS = 9;

function button([code, name], place, chosen, choose, able) {
  const key = place < WITH_KEYS ? [element("kbd", {}, String(place + 1)), " "] : [];
  const attributes = {
    type: "button",
    class: "wb-button",
    "aria-pressed": String(code === chosen),
    disabled: !able,
    onclick: () => choose(code),
  };
  return element("button", attributes, ...key, name);
}

/** The first verdicts as buttons, the others behind 更多, which names the one that is chosen. */
export function verdictButtons(verdicts, chosen, choose, able) {
  const made = verdicts.map((verdict, place) => button(verdict, place, chosen, choose, able));
  if (verdicts.length <= IN_THE_OPEN) return made;
  const hidden = verdicts.slice(IN_THE_OPEN).find(([code]) => code === chosen);
  const title = element("summary", { class: "wb-button", "aria-pressed": String(Boolean(hidden)) }, hidden?.[1] ?? "更多", " ▾");
  const menu = element("div", { class: "wb-menu" }, ...made.slice(IN_THE_OPEN));
  const more = element("details", { class: "wb-more" }, title, menu);
  more.addEventListener("focusout", ({ relatedTarget }) => !more.contains(relatedTarget) && (more.open = false));
  return [...made.slice(0, IN_THE_OPEN), more];
}

/** Verdict -> what it names beside its opinion: field of the draft, label, and the list of the form with the choices. */
const NAMED = {
  merge: ["lead_unit", "牵头单位", "units"],
  move_to_lead: ["lead_unit", "牵头单位", "units"],
  reclassify: ["target_type", "规范为", "types"],
  delegate_down: ["target_level", "下放至", "levels"],
};

/** The field for what the chosen verdict names beside its opinion; null where it names nothing. */
export function named(form, draft) {
  const [field, label, list] = NAMED[draft.verdict] ?? [];
  if (!field) return null;
  const options = ["", ...(form[list] ?? [])].map((value) => element("option", { value }, value || `请选择（${label}）`));
  const select = element("select", { "aria-label": label, onchange: ({ target }) => (draft[field] = target.value) }, ...options);
  select.value = draft[field] ?? "";
  return element("label", { class: "wb-field" }, `${label} `, select);
}

/** One reason for each 违规 that a pass overrules. */
export function reasons(violations, draft) {
  return violations.map(({ rule, name }) =>
    element(
      "label",
      { class: "wb-field" },
      element("span", { class: "wb-tag wb-bad" }, "违规"),
      ` ${name}：不采纳理由 `,
      element("input", {
        type: "text",
        value: draft.reasons[rule] ?? "",
        placeholder: "必填",
        oninput: ({ target }) => (draft.reasons[rule] = target.value),
      }),
    ),
  );
}
