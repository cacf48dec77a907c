// Starts the page: reads the state, puts the people on the desk, follows the events.

import { get, listen, whenItFails } from "./api.js";
import { showClock, showTools } from "./bar.js";
import { Chat } from "./chat.js";
import { button, el } from "./dom.js";
import { setClock } from "./time.js";
import { pageLanguage, t } from "./words.js";

const byId = (id) => document.getElementById(id);
const CLOCK_EVERY = 20000;
const inPageLanguage = (words) =>
  typeof words === "string" ? words : words[pageLanguage] ?? Object.values(words)[0];

class Desk {
  constructor() {
    this.chats = new Map();
    this.tabs = new Map();
    this.places = [];
    this.current = null;
  }

  async load() {
    const state = await get("state");
    if (state === null) { setTimeout(() => this.load(), 1500); return; }
    byId("status").hidden = true;
    document.documentElement.lang = pageLanguage;
    document.title = byId("title").textContent = state.title;
    const notes = inPageLanguage(state.notes);
    byId("notes").textContent = notes;
    byId("notes").hidden = !notes;
    this.bot = state.bot;
    this.places = state.places;
    setClock(state.now);
    showClock(byId("clock"), state.clock_moves);
    showTools(byId("tools"), this);
    const before = this.current?.id;
    this.chats.clear();
    this.tabs.clear();
    byId("desk").replaceChildren();
    byId("tabs").replaceChildren();
    for (const person of state.people) this.add(person);
    this.choose(this.chats.has(before) ? before : state.people[0]?.id);
    listen(state.last, (event) => this.hear(event), () => this.load());
  }

  add(person) {
    const chat = new Chat(person, this.bot, this);
    const tab = button([person.name, " ", el("span", { class: "badge" })], () => this.choose(person.id),
      { role: "tab", "aria-controls": chat.element.id });
    this.chats.set(person.id, chat);
    this.tabs.set(person.id, tab);
    byId("desk").append(chat.element);
    byId("tabs").append(tab);
    chat.scrollDown();
    return chat;
  }

  choose(id) {
    if (id === undefined || this.current?.id === id) return;
    this.current = this.chats.get(id);
    for (const [other, chat] of this.chats) {
      chat.element.classList.toggle("current", other === id);
      this.tabs.get(other).setAttribute("aria-selected", String(other === id));
    }
    this.badge(id, 0);
    this.current.scrollDown();
  }

  badge(id, count) {
    const badge = this.tabs.get(id).querySelector(".badge");
    badge.textContent = count ? String(count) : "";
  }

  tell(text) { this.current?.toast(text); }

  // The payload when the link starts this bot, else null.
  startPayload(url) {
    try {
      const link = new URL(url);
      const mine = this.bot.username.toLowerCase();
      const name = link.protocol === "tg:" ? link.searchParams.get("domain") : link.pathname.slice(1);
      const known = link.protocol === "tg:" || ["t.me", "telegram.me"].includes(link.hostname);
      return known && name?.toLowerCase() === mine ? link.searchParams.get("start") ?? "" : null;
    } catch {
      return null;
    }
  }

  async hear(event) {
    if (event.kind === "clock") setClock(event.now);
    if (event.kind === "person") await this.refresh(event.user_id);
    if (event.kind === "commands") await Promise.all([...this.chats.keys()].map((id) => this.refresh(id)));
    const chat = this.chats.get(event.chat_id);
    if (!chat) return;
    switch (event.kind) {
      case "message": chat.show(event.message); this.unread(chat, event.message); break;
      case "edit": chat.show(event.message); break;
      case "delete": chat.forget(event.message.message_id); break;
      case "keyboard": chat.composer.showKeyboard(event.keyboard); break;
      case "typing": chat.typing(); break;
      case "tap": chat.spin(event.query_id, event.message_id, event.data); break;
      case "answer": chat.answered(event); break;
      default:
    }
  }

  unread(chat, message) {
    if (chat === this.current || !message.by_bot) return;
    const badge = this.tabs.get(chat.id).querySelector(".badge");
    this.badge(chat.id, Number(badge.textContent) + 1);
  }

  async refresh(id) {
    const person = await get(`people/${id}`);
    if (person === null) return;
    const chat = this.chats.get(id);
    if (chat) chat.update(person);
    else { this.add(person); this.choose(id); }
  }
}

whenItFails((text) => {
  const status = byId("status");
  status.textContent = text === "Failed to fetch" ? t("lost") : text;
  status.hidden = false;
  clearTimeout(status.timer);
  if (text !== "Failed to fetch") status.timer = setTimeout(() => { status.hidden = true; }, 5000);
});
setInterval(async () => {
  const clock = await get("clock");
  if (clock) setClock(clock.now);
}, CLOCK_EVERY);
new Desk().load();
