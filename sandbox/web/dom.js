// Elements without innerHTML: whatever people or the bot wrote stays text.

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

export function button(label, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, label);
}

// A button that opens a small menu under it; Escape and a click elsewhere close it.
export function menu(label, items, properties = {}) {
  const box = el("div", { class: "menu-items", hidden: true });
  const opener = button(label, () => toggle(box.hidden), {
    ...properties, "aria-haspopup": "true", "aria-expanded": "false",
  });
  const root = el("div", { class: "menu" }, opener, box);
  function toggle(open) {
    if (open) box.replaceChildren(...(typeof items === "function" ? items() : items));
    box.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) box.querySelector("button, input, select")?.focus();
  }
  box.addEventListener("click", (event) => {
    if (!event.target.closest("button")) return;
    const focused = box.contains(document.activeElement);
    toggle(false);
    if (focused) opener.focus();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !box.hidden) { toggle(false); opener.focus(); }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!root.contains(event.target) && !box.hidden) toggle(false);
  });
  return root;
}

// A modal form; resolves with the values, or null when it was given up.
export function ask(title, fields, submitLabel, cancelLabel) {
  return new Promise((resolve) => {
    const form = el("form", { method: "dialog" },
      el("h2", {}, title),
      fields.map((field) => el("label", {}, field.label, control(field))),
      el("div", { class: "actions" },
        button(cancelLabel, () => dialog.close()),
        el("button", { type: "submit", class: "primary" }, submitLabel)));
    const dialog = el("dialog", { "aria-label": title }, form);
    let answer = null;
    form.addEventListener("submit", () => { answer = Object.fromEntries(new FormData(form)); });
    dialog.addEventListener("close", () => { dialog.remove(); resolve(answer); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function control({ label, options, ...properties }) {
  if (!options) return el("input", properties);
  return el("select", properties, options.map(([value, text]) => el("option", { value }, text)));
}

export function notice(text, cancelLabel) {
  const dialog = el("dialog", { class: "alert", role: "alertdialog", "aria-label": text },
    el("p", {}, text),
    el("form", { method: "dialog" }, el("button", { class: "primary", autofocus: true }, cancelLabel)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
