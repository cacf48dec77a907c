// The bar above the desk: the clock, faults, people.

import { post, remove } from "./api.js";
import { ask, button, el, menu } from "./dom.js";
import { afterHours, clockParts, inputValue, setClock, tomorrowMorning } from "./time.js";
import { choosePageLanguage, pageLanguage, t } from "./words.js";

// A sign for phones, words where there is room; a screen reader always hears the words.
function short(sign, words) {
  return [el("span", { class: "sign", "aria-hidden": "true" }, sign), el("span", { class: "words" }, words)];
}

export function showClock(root, moves) {
  const time = el("time", { class: "now", "aria-label": t("clock") });
  const tick = () => {
    const [day, year, date, minutes, seconds] = clockParts();
    time.replaceChildren(day, el("span", { class: "roomy" }, year), date, minutes, el("span", { class: "roomy" }, seconds));
  };
  setInterval(tick, 1000);
  tick();
  const move = async (to) => {
    const answer = await post("clock", { to });
    if (answer) { setClock(answer.now); tick(); }
  };
  async function choose() {
    const values = await ask(t("set"), [
      { label: t("when"), name: "to", type: "datetime-local", value: inputValue(), required: true },
    ], t("set"), t("cancel"));
    if (values?.to) move(values.to);
  }
  root.replaceChildren(time);
  if (!moves) return;
  root.append(menu(short("🕐", t("clock")), [
    button(t("hour"), () => move(afterHours(1))), button(t("day"), () => move(afterHours(24))),
    button(t("tomorrow"), () => move(tomorrowMorning())), button(`${t("set")}…`, choose),
  ]));
}

export function showTools(root, desk) {
  const plan = async (what, body) => {
    if (await post("faults", body)) desk.tell(t("planned", { what }));
  };
  const fault = (label, body) => button(label, () => plan(label, body));
  const faults = () => [
    fault(t("next429"), { error: 429, retry_after: 5, method: "sendMessage" }),
    fault(t("next403", { name: desk.current?.person.name }), { error: 403, chat_id: desk.current?.id }),
    fault(t("next502"), { error: 502, method: "sendMessage" }),
    fault(t("cutOff"), { error: "cut_off", method: "sendMessage" }),
    fault(t("unreachable"), { unreachable: 10 }),
    button(t("clear"), async () => { if (await remove("faults")) desk.tell(t("clear")); }),
  ];
  async function addPerson() {
    const values = await ask(t("addPerson"), [
      { label: t("name"), name: "name", required: true },
      { label: t("language"), name: "language", value: pageLanguage, required: true, pattern: "[a-z]{2,3}(-[A-Za-z]+)?" },
      { label: t("note"), name: "note" },
    ], t("add"), t("cancel"));
    if (values) await post("people", values);
  }
  const language = el("select", { class: "language", "aria-label": t("theme"), title: t("theme"),
    onchange: () => choosePageLanguage(language.value) },
  [["en", "English"], ["kk", "Қазақша"], ["ru", "Русский"]].map(
    ([code, name]) => el("option", { value: code, selected: code === pageLanguage }, name)));
  root.replaceChildren(menu(short("⚡", t("trouble")), faults),
    button(short("👤+", t("addPerson")), addPerson), language);
}
