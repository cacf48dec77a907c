// The sandbox's clock, in its own time zone, ticking on between two looks at it.

import { t } from "./words.js";

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

// Weekday, year, month and day, hours and minutes, seconds: a phone has no room for all of them.
export function clockParts() {
  const moment = local(now());
  const day = t("weekdays").split(" ")[moment.getUTCDay()]; // browsers may lack Kazakh
  const text = moment.toISOString();
  return [`${day} `, text.slice(0, 5), `${text.slice(5, 10)} `, text.slice(11, 16), text.slice(16, 19)];
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
