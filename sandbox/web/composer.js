// Where a person writes: the field, attachments, the menu of commands, the reply keyboard.

import { readAttachment } from "./api.js";
import { ask, button, el, menu } from "./dom.js";
import { t } from "./words.js";

const ALBUM = 10;

export function composer(chat) {
  let editing = null;
  let replying = null;
  const field = el("textarea", { rows: 1, placeholder: t("message"), "aria-label": t("message"),
    oninput: grow, onkeydown: keys });
  const context = el("div", { class: "context", hidden: true });
  const keyboard = el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), hidden: true });
  const photos = el("input", { type: "file", accept: "image/*", multiple: true, hidden: true,
    onchange: () => attach(photos, true) });
  const files = el("input", { type: "file", multiple: true, hidden: true, onchange: () => attach(files, false) });
  const start = button(t("start"), () => chat.act("opens"), { class: "wide primary" });
  const unblock = button(t("unblock"), () => chat.act("unblocks"), { class: "wide" });
  const line = el("div", { class: "line" },
    menu("☰", commands, { class: "icon", "aria-label": t("commands"), title: t("commands") }),
    menu("📎", attachments, { class: "icon", "aria-label": t("attach"), title: t("attach") }),
    field, button("➤", send, { class: "icon send", "aria-label": t("send"), title: t("send") }));
  const element = el("footer", { class: "composer" }, context, start, unblock, line, keyboard, photos, files);

  function keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    if (event.key === "Escape") leave();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 140)}px`;
  }

  function write(text) {
    field.value = text;
    grow();
    field.focus();
  }

  function leave() {
    if (editing) write("");
    editing = replying = null;
    context.hidden = true;
  }

  function about(label, message) {
    context.replaceChildren(el("span", {}, `${label}: ${message.text ?? message.caption ?? "…"}`),
      button("✕", leave, { class: "icon", "aria-label": t("cancel") }));
    context.hidden = false;
    field.focus();
  }

  async function send() {
    const text = field.value;
    if (!text.trim()) return;
    const edited = editing;
    const body = { text, message_id: replying?.message_id };
    editing = replying = null;
    context.hidden = true;
    write("");
    if (edited) await chat.act("edits", { text, message_id: edited.message_id });
    else if (text.startsWith(`@${chat.bot.username} `)) {
      await chat.act("types_inline", { text: text.slice(chat.bot.username.length + 2) });
    } else await chat.act("says", body);
  }

  function commands() {
    const known = chat.person.commands;
    if (!known.length) return [el("p", {}, t("noCommands"))];
    return known.map(({ command, description }) => button(
      [el("b", {}, `/${command}`), el("small", {}, description)],
      () => chat.act("says", { text: `/${command}` }), { class: "command-item" }));
  }

  function attachments() {
    return [button(t("photo"), () => photos.click()), button(t("file"), () => files.click()),
      button(t("location"), () => sendLocation()), button(t("contact"), () => chat.act("sends_contact")),
      button(t("otherContact"), sendContact)];
  }

  async function attach(input, asPhoto) {
    const chosen = [...input.files];
    input.value = "";
    const items = await Promise.all(chosen.map((one) => readAttachment(one, asPhoto)));
    if (!items.length) return;
    items[0].caption = field.value;
    write("");
    const verb = asPhoto ? "sends_photo" : "sends_document";
    const kind = asPhoto ? "photo" : "document";
    for (let i = 0; i < items.length; i += ALBUM) {
      const part = items.slice(i, i + ALBUM);
      if (part.length === 1) await chat.act(verb, part[0]);
      else await chat.act("sends_album", { attachments: part, kind });
    }
  }

  // With a label it is the answer to the bot's own "share location" button.
  async function sendLocation(label) {
    const { places } = chat.desk;
    const [latitude, longitude] = places.length ? [places[0].latitude, places[0].longitude] : chat.person.place;
    const fill = ({ target }) => {
      const place = places[Number(target.value)];
      if (target.value === "" || !place) return;
      target.form.elements.latitude.value = place.latitude;
      target.form.elements.longitude.value = place.longitude;
    };
    const values = await ask(t("location"), [
      { label: t("place"), name: "place", onchange: fill,
        options: [...places.map((p, i) => [i, p.name]), ["", t("ownPlace")]] },
      { label: t("latitude"), name: "latitude", type: "number", step: "any", min: -90, max: 90, value: latitude },
      { label: t("longitude"), name: "longitude", type: "number", step: "any", min: -180, max: 180, value: longitude },
    ], t("send"), t("cancel"));
    if (!values) return;
    const point = { latitude: Number(values.latitude), longitude: Number(values.longitude) };
    await chat.act("sets_place", point);
    chat.person.place = [point.latitude, point.longitude];
    if (label === undefined) chat.act("sends_location", point);
    else chat.act("taps", { label });
  }

  async function sendContact() {
    const values = await ask(t("otherContact"), [
      { label: t("name"), name: "first_name", required: true },
      { label: t("phone"), name: "phone_number", type: "tel", required: true },
    ], t("send"), t("cancel"));
    if (values) chat.act("sends_contact", { ...values, user_id: null });
  }

  function showKeyboard(markup) {
    const rows = markup?.keyboard ?? [];
    keyboard.hidden = rows.length === 0;
    field.placeholder = markup?.input_field_placeholder ?? t("message");
    keyboard.replaceChildren(...rows.map((row) => el("div", { class: "row" }, row.map((raw) => button(
      raw.text, () => (raw.request_location ? sendLocation(raw.text) : chat.act("taps", { label: raw.text })))))));
  }

  function update(person, talked) {
    const fresh = !talked && !person.started;
    start.hidden = !fresh || person.blocked;
    unblock.hidden = !person.blocked;
    line.hidden = fresh || person.blocked;
    if (person.blocked) keyboard.hidden = true;
  }

  showKeyboard(chat.person.keyboard);
  return {
    element, update, showKeyboard, write,
    edit: (message) => { leave(); editing = message; write(message.text); about(t("edit"), message); },
    reply: (message) => { leave(); replying = message; about(t("reply"), message); },
  };
}
