// Formatted text as elements, from the parsed entities; offsets are UTF-16 units, as in JavaScript's strings.

import { el } from "./dom.js";
import { t } from "./words.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", blockquote: "blockquote",
  expandable_blockquote: "blockquote", code: "code", pre: "pre", spoiler: "span", custom_emoji: "span" };

// `actions` has open(url), command(text), copy(text).
export function formatted(text, entities, actions) {
  const fragment = document.createDocumentFragment();
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(fragment, text, sorted, 0, text.length, actions);
  return fragment;
}

function fill(parent, text, entities, start, end, actions) {
  let position = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < position || stop <= entity.offset) continue;
    parent.append(text.slice(position, entity.offset));
    const element = wrap(entity, text.slice(entity.offset, stop), actions);
    const inner = entities.slice(i + 1).filter((e) => e.offset < stop);
    fill(element, text, inner, entity.offset, stop, actions);
    parent.append(element);
    position = stop;
  }
  parent.append(text.slice(position, end));
}

function wrap(entity, part, actions) {
  switch (entity.type) {
    case "text_link": return link(entity.url, actions);
    case "url": return link(part, actions);
    case "email": return el("a", { href: `mailto:${part}` });
    case "bot_command": return tappable("a", "command", () => actions.command(part));
    case "code":
    case "pre": return tappable(entity.type, "copy", () => actions.copy(part), `${part}, ${t("copyIt")}`);
    case "spoiler": {
      const element = tappable("span", "spoiler", () => element.classList.add("shown"));
      return element;
    }
    case "mention":
    case "text_mention":
    case "hashtag": return el("span", { class: "mention" });
    default: return el(TAGS[entity.type] ?? "span");
  }
}

// Only http(s) and tg links become links: "javascript:" would run.
function link(url, actions) {
  const full = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  if (!/^(https?|tg):\/\//i.test(full)) return el("span");
  return el("a", {
    href: full, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (actions.open(full)) event.preventDefault(); },
  });
}

function tappable(tag, name, action, label) {
  return el(tag, {
    class: name, "aria-label": label, role: "button", tabIndex: 0, onclick: action,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); action(); } },
  });
}
