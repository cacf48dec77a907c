// The sandbox's clock, in its own time zone, ticking on between two looks at it.

import { pageLanguage } from "./words.js";

let base = Date.now();
let readAt = Date.now();
let offsetMinutes = 0;

export function setClock(iso) {
  base = Date.parse(iso);
  readAt = Date.now();
  const zone = /([+-])(\d\d):(\d\d)$/.exec(iso);
  offsetMinutes = zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
}

export const now = () => base + (Date.now() - readAt);

// A Date whose UTC fields are the clock's local fields.
const local = (time) => new Date(time + offsetMinutes * 60000);

export const clockTime = (seconds) => local(seconds * 1000).toISOString().slice(11, 16);

export function clockText() {
  const moment = local(now());
  const day = moment.toLocaleDateString(pageLanguage, { weekday: "short", timeZone: "UTC" });
  return `${day} ${moment.toISOString().slice(0, 10)} ${moment.toISOString().slice(11, 19)}`;
}

export const afterHours = (hours) => iso(now() + hours * 3600000);

export function tomorrowMorning() {
  const morning = local(now() + 86400000);
  morning.setUTCHours(9, 0, 0, 0);
  return iso(morning.getTime() - offsetMinutes * 60000);
}

export const inputValue = () => local(now()).toISOString().slice(0, 16);

// "2026-12-01T09:00" typed by a person is in the clock's zone: the server takes it so.
function iso(time) {
  return local(time).toISOString().slice(0, 19);
}
