// One person's phone: the chat with the bot, from the header to the keyboard.

import { act } from "./api.js";
import { Composer } from "./composer.js";
import { button, el, menu, notice } from "./dom.js";
import { messageElement } from "./message.js";
import { t } from "./words.js";

const LANGUAGES = ["kk", "ru", "en", "uz", "de"];
const TYPING_LASTS = 5000;
const SPINS_AT_MOST = 20000;

export class Chat {
  constructor(person, bot, desk) {
    this.person = person;
    this.bot = bot;
    this.desk = desk;
    this.messages = new Map();
    this.spinning = new Map();
    this.log = el("div", { class: "log", role: "log", "data-empty": t("empty"), "aria-live": "polite", tabIndex: 0 });
    this.toasts = el("div", { class: "toasts", role: "status" });
    this.subtitle = el("small", { class: "presence" });
    this.composer = new Composer(this);
    this.head = el("header", { class: "chat-head" });
    this.element = el("section", { class: "chat", id: `chat-${person.id}`, onfocusin: () => desk.choose(person.id) },
      this.head, this.log, this.toasts, this.composer.element);
    this.update(person);
    for (const message of person.messages) this.show(message);
    for (const waiting of person.waiting) this.spin(waiting.query_id, waiting.message_id, waiting.data);
    this.scrollDown();
  }

  get id() { return this.person.id; }

  act(verb, body) { return act(this.id, verb, body); }

  update(person) {
    this.person = person;
    const { name, note, language } = person;
    this.element.setAttribute("aria-label", t("openChat", { name }));
    this.log.setAttribute("aria-label", t("messages", { name }));
    this.log.lang = language; // so that a screen reader reads Kazakh as Kazakh
    const languages = [...new Set([language, ...LANGUAGES])];
    const select = el("select", { class: "language", "aria-label": t("language"), title: t("language"),
      onchange: () => this.act("sets_language", { language_code: select.value }) },
    languages.map((code) => el("option", { value: code, selected: code === language }, code)));
    this.head.replaceChildren(
      el("div", { class: "who" },
        el("span", { class: `avatar hue-${person.id % 6}`, "aria-hidden": "true" }, [...name][0] ?? "?"),
        el("div", { class: "names" }, el("h2", {}, name), el("small", {}, note || `id ${person.id}`)),
        select,
        menu("⋮", () => [button(t(person.blocked ? "unblock" : "block"),
          () => this.act(person.blocked ? "unblocks" : "blocks"))], { class: "icon", "aria-label": t("more") })),
      el("div", { class: "bot-head" },
        el("span", { class: "avatar bot-avatar", "aria-hidden": "true" }, "🤖"),
        el("div", { class: "names" }, el("b", {}, this.bot.first_name), this.subtitle)));
    this.presence(t("bot"));
    this.composer.update(person, this.messages.size > 0 || person.messages.length > 0);
  }

  presence(text) { this.subtitle.textContent = text; }

  typing() {
    this.presence(t("typing"));
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => this.presence(t("bot")), TYPING_LASTS);
  }

  show(message) {
    const atBottom = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
    const element = messageElement(message, this);
    const before = this.messages.get(message.message_id);
    if (before) this.replace(before, element);
    else this.log.append(element);
    this.messages.set(message.message_id, element);
    if (message.by_bot) this.presence(t("bot"));
    this.composer.update(this.person, true);
    for (const image of element.querySelectorAll("img")) image.addEventListener("load", () => atBottom && this.scrollDown());
    if (!before && (atBottom || !message.by_bot)) this.scrollDown();
    for (const [query, { id, data }] of this.spinning) {
      if (id === message.message_id) this.spin(query, id, data);
    }
  }

  // Whoever tapped by keyboard keeps their place when the bot edits the message under the finger.
  replace(before, element) {
    const place = [...before.querySelectorAll("button")].indexOf(document.activeElement);
    before.replaceWith(element);
    if (place >= 0) (element.querySelectorAll("button")[place] ?? this.log).focus({ preventScroll: true });
  }

  forget(messageId) {
    this.messages.get(messageId)?.remove();
    this.messages.delete(messageId);
  }

  scrollDown() { requestAnimationFrame(() => { this.log.scrollTop = this.log.scrollHeight; }); }

  // What a message's parts may ask for

  open(url) {
    const payload = this.desk.startPayload(url);
    if (payload === null) return false;
    this.act("opens", { payload });
    return true;
  }

  command(text) { this.act("says", { text }); }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.toast(t("copied"));
  }

  vote(message, option) { this.act("votes", { message_id: message.message_id, options: [option] }); }

  menuFor(message) {
    const items = [button(t("reply"), () => this.composer.reply(message)),
      button(t("forward"), () => this.act("forwards", { message_id: message.message_id }))];
    if (!message.by_bot && message.text !== undefined) {
      items.unshift(button(t("edit"), () => this.composer.edit(message)));
    }
    return menu("⋯", items, { class: "more", "aria-label": t("more") });
  }

  tap(message, raw) {
    if (raw.callback_data !== undefined) {
      this.act("taps_data", { data: raw.callback_data, message_id: message.message_id });
    } else if (raw.url !== undefined) {
      if (!this.open(raw.url) && /^https?:/i.test(raw.url)) window.open(raw.url, "_blank", "noopener");
    } else if (raw.copy_text) {
      this.copy(raw.copy_text.text);
    } else if (raw.switch_inline_query_current_chat !== undefined) {
      this.composer.write(`@${this.bot.username} ${raw.switch_inline_query_current_chat}`);
    } else if (raw.switch_inline_query !== undefined) {
      this.composer.write(`@${this.bot.username} ${raw.switch_inline_query}`);
    }
  }

  // Taps wait for their answer as in Telegram: the button spins

  spin(query, messageId, data) {
    const buttons = this.messages.get(messageId)?.querySelectorAll(".inline-keyboard button") ?? [];
    const tapped = [...buttons].find((one) => one.dataset.data === data);
    tapped?.classList.add("spinning");
    tapped?.setAttribute("aria-busy", "true");
    if (this.spinning.has(query)) return;
    const timer = setTimeout(() => this.answered({ query_id: query, text: "" }), SPINS_AT_MOST);
    this.spinning.set(query, { id: messageId, data, timer });
  }

  answered({ query_id: query, text, show_alert: alert, url }) {
    const waiting = this.spinning.get(query);
    this.spinning.delete(query);
    if (waiting) {
      clearTimeout(waiting.timer);
      for (const one of this.messages.get(waiting.id)?.querySelectorAll(".spinning") ?? []) {
        if (one.dataset.data !== waiting.data) continue;
        one.classList.remove("spinning");
        one.removeAttribute("aria-busy");
      }
    }
    if (url) this.open(url);
    if (text && alert) notice(text, t("ok"));
    else if (text) this.toast(text);
  }

  toast(text) {
    const toast = el("div", { class: "toast" }, text);
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), 3500);
  }
}
