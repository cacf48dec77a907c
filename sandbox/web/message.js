// One message as a bubble with what hangs on it.

import { fileUrl } from "./api.js";
import { button, el } from "./dom.js";
import { formatted } from "./entities.js";
import { clockTime } from "./time.js";
import { t } from "./words.js";

// `chat` has open, command, copy, tap(message, button), vote(message, option), menuFor(message).
export function messageElement(message, chat) {
  const who = message.by_bot ? "bot" : "person";
  const bubble = el("div", { class: "bubble" },
    origin(message), quoted(message), media(message, chat), words(message, chat),
    el("div", { class: "meta" },
      message.edited ? `${t("edited")} ` : null,
      el("time", {}, clockTime(message.date)), chat.menuFor(message)));
  const sender = message.by_bot ? chat.bot.first_name : chat.person.name;
  return el("article", { class: `message ${who}`, "aria-label": `${sender}, ${clockTime(message.date)}`, "data-id": message.message_id, "data-album": message.media_group_id },
    bubble, inlineKeyboard(message, chat));
}

function words(message, chat) {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const entities = message.entities ?? message.caption_entities;
  return el("div", { class: "text", dir: "auto" }, formatted(text, entities, chat));
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.sender_user?.first_name ?? from.chat?.title ?? "";
  return el("div", { class: "origin" }, `↪ ${name}`);
}

function quoted(message) {
  const reply = message.reply_to_message;
  if (!reply) return null;
  return el("div", { class: "quoted" }, reply.text ?? reply.caption ?? "…");
}

function media(message, chat) {
  if (message.photo) {
    const largest = message.photo.at(-1);
    const url = fileUrl(largest.file_id);
    return el("a", { class: "photo", href: url, target: "_blank" },
      el("img", { src: url, alt: message.caption ?? t("photo"), width: largest.width, height: largest.height }));
  }
  if (message.document) return file(message.document, message.document.file_name, "📄");
  if (message.voice) return file(message.voice, `${message.voice.duration} s`, "🎤");
  if (message.video) return file(message.video, `${message.video.duration} s`, "🎬");
  if (message.sticker) return el("div", { class: "sticker" }, message.sticker.emoji ?? "🙂");
  if (message.location) return place(message.location);
  if (message.contact) {
    return el("div", { class: "card" }, `👤 ${message.contact.first_name}`, el("small", {}, message.contact.phone_number));
  }
  if (message.poll) return poll(message, chat);
  if (message.forum_topic_created) return el("em", {}, message.forum_topic_created.name);
  return null;
}

function file(part, name, sign) {
  return el("a", { class: "card file", href: fileUrl(part.file_id), download: name, "aria-label": `${t("download")}: ${name}` },
    el("span", { class: "sign", "aria-hidden": "true" }, sign),
    el("span", {}, name, el("small", {}, size(part.file_size))));
}

function size(bytes) {
  if (bytes === undefined) return "";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function place(location) {
  return el("div", { class: "card place" }, "📍 ",
    `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`);
}

function poll(message, chat) {
  const { question, options, is_closed: closed, total_voter_count: total } = message.poll;
  return el("div", { class: "poll" }, el("b", {}, question),
    options.map((option, number) => button(
      [el("span", {}, option.text), el("span", {}, String(option.voter_count))],
      () => chat.vote(message, number), { disabled: closed })),
    el("small", {}, `${t("votes", { n: total })}${closed ? `, ${t("closed")}` : ""}`));
}

function inlineKeyboard(message, chat) {
  const rows = message.keyboard?.inline_keyboard;
  if (!rows) return null;
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": t("buttons") }, rows.map((row) => el("div", { class: "row" },
    row.map((raw) => button([raw.text, raw.url ? el("span", { class: "sign", "aria-hidden": "true" }, "↗") : null],
      (event) => chat.tap(message, raw, event.currentTarget),
      { class: raw.style, "data-data": raw.callback_data })))));
}
