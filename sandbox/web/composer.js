// Where a person writes: the field, attachments, the menu of commands, the reply keyboard.

import { readAttachment } from "./api.js";
import { ask, button, el, menu } from "./dom.js";
import { t } from "./words.js";

const ALBUM = 10;

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.editing = null;
    this.replying = null;
    this.field = el("textarea", { rows: 1, placeholder: t("message"), "aria-label": t("message"),
      oninput: () => this.grow(), onkeydown: (event) => this.keys(event) });
    this.context = el("div", { class: "context", hidden: true });
    this.keyboard = el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), hidden: true });
    this.photos = picker((chosen) => this.attach(chosen, true), "image/*");
    this.files = picker((chosen) => this.attach(chosen, false));
    this.start = button(t("start"), () => chat.act("opens"), { class: "wide primary" });
    this.unblock = button(t("unblock"), () => chat.act("unblocks"), { class: "wide" });
    this.line = el("div", { class: "line" },
      menu("☰", () => this.commands(), { class: "icon", "aria-label": t("commands"), title: t("commands") }),
      menu("📎", () => this.attachments(), { class: "icon", "aria-label": t("attach"), title: t("attach") }),
      this.field, button("➤", () => this.send(), { class: "icon send", "aria-label": t("send"), title: t("send") }));
    this.element = el("footer", { class: "composer" },
      this.context, this.start, this.unblock, this.line, this.keyboard, this.photos, this.files);
    this.showKeyboard(chat.person.keyboard);
  }

  keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === "Escape") this.leave();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
  }

  write(text) {
    this.field.value = text;
    this.grow();
    this.field.focus();
  }

  // Editing and replying

  edit(message) {
    this.leave();
    this.editing = message;
    this.write(message.text);
    this.about(t("edit"), message);
  }

  reply(message) {
    this.leave();
    this.replying = message;
    this.about(t("reply"), message);
  }

  about(label, message) {
    this.context.replaceChildren(el("span", {}, `${label}: ${message.text ?? message.caption ?? "…"}`),
      button("✕", () => this.leave(), { class: "icon", "aria-label": t("cancel") }));
    this.context.hidden = false;
    this.field.focus();
  }

  leave() {
    if (this.editing) this.write("");
    this.editing = this.replying = null;
    this.context.hidden = true;
  }

  async send() {
    const text = this.field.value;
    const { editing, replying, chat } = this;
    if (!text.trim()) return;
    this.editing = null;
    this.leave();
    this.write("");
    const mention = `@${chat.bot.username} `;
    if (editing) await chat.act("edits", { text, message_id: editing.message_id });
    else if (text.startsWith(mention)) await chat.act("types_inline", { text: text.slice(mention.length) });
    else await chat.act("says", { text, message_id: replying?.message_id });
  }

  // Menus

  commands() {
    const known = this.chat.person.commands;
    if (!known.length) return [el("p", {}, t("noCommands"))];
    return known.map(({ command, description }) => button(
      [el("b", {}, `/${command}`), el("small", {}, description)],
      () => this.chat.act("says", { text: `/${command}` }), { class: "command-item" }));
  }

  attachments() {
    return [button(t("photo"), () => this.photos.click()), button(t("file"), () => this.files.click()),
      button(t("location"), () => this.sendLocation()), button(t("contact"), () => this.chat.act("sends_contact")),
      button(t("otherContact"), () => this.sendContact())];
  }

  async attach(chosen, asPhoto) {
    const items = await Promise.all(chosen.map((one) => readAttachment(one, asPhoto)));
    if (!items.length) return;
    items[0].caption = this.field.value;
    this.write("");
    for (let i = 0; i < items.length; i += ALBUM) {
      const part = items.slice(i, i + ALBUM);
      if (part.length === 1) await this.chat.act(asPhoto ? "sends_photo" : "sends_document", part[0]);
      else await this.chat.act("sends_album", { attachments: part, kind: asPhoto ? "photo" : "document" });
    }
  }

  // With a label it is the answer to the bot's own "share location" button.
  async sendLocation(label) {
    const { chat } = this;
    const point = await askLocation(chat.desk.places, chat.person.place);
    if (!point) return;
    await chat.act("sets_place", point);
    chat.person.place = [point.latitude, point.longitude];
    if (label === undefined) chat.act("sends_location", point);
    else chat.act("taps", { label });
  }

  async sendContact() {
    const values = await ask(t("otherContact"), [
      { label: t("name"), name: "first_name", required: true },
      { label: t("phone"), name: "phone_number", type: "tel", required: true },
    ], t("send"), t("cancel"));
    if (values) this.chat.act("sends_contact", { ...values, user_id: null });
  }

  // What the bot and the person's state make of it

  showKeyboard(markup) {
    const rows = markup?.keyboard ?? [];
    this.keyboard.hidden = rows.length === 0;
    this.field.placeholder = markup?.input_field_placeholder ?? t("message");
    const key = (raw) => button(raw.text, () => {
      if (raw.request_location) this.sendLocation(raw.text);
      else this.chat.act("taps", { label: raw.text });
    });
    this.keyboard.replaceChildren(...rows.map((row) => el("div", { class: "row" }, row.map(key))));
  }

  update(person, talked) {
    const fresh = !talked && !person.started;
    this.start.hidden = !fresh || person.blocked;
    this.unblock.hidden = !person.blocked;
    this.line.hidden = fresh || person.blocked;
    if (person.blocked) this.keyboard.hidden = true;
  }
}

function picker(onChosen, accept = "") {
  const input = el("input", { type: "file", accept, multiple: true, hidden: true, onchange: () => {
    const chosen = [...input.files];
    input.value = "";
    onChosen(chosen);
  } });
  return input;
}

// A place from the list fills in the numbers; the numbers are what is sent.
async function askLocation(places, [latitude, longitude]) {
  const first = places[0] ?? { latitude, longitude };
  const fill = ({ target }) => {
    const place = target.value === "" ? null : places[Number(target.value)];
    if (!place) return;
    target.form.elements.latitude.value = place.latitude;
    target.form.elements.longitude.value = place.longitude;
  };
  const options = [...places.map((place, number) => [number, place.name]), ["", t("ownPlace")]];
  const number = { type: "number", step: "any", required: true };
  const values = await ask(t("location"), [
    { label: t("place"), name: "place", onchange: fill, options },
    { label: t("latitude"), name: "latitude", ...number, min: -90, max: 90, value: first.latitude },
    { label: t("longitude"), name: "longitude", ...number, min: -180, max: 180, value: first.longitude },
  ], t("send"), t("cancel"));
  return values && { latitude: Number(values.latitude), longitude: Number(values.longitude) };
}
