// Moments in a reader's zone and language, and Slack's <!date^…> tokens.

const cache = new Map();

function formatter(reader, options) {
  const key = JSON.stringify([reader.locale, reader.tz, options]);
  if (!cache.has(key)) {
    cache.set(key, new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }));
  }
  return cache.get(key);
}

export const format = (reader, moment, options) => formatter(reader, options).format(moment);

const SHORT = { day: "numeric", month: "short", year: "numeric" };
const PLAIN = { day: "numeric", month: "long", year: "numeric" };
const LONG = { weekday: "long", ...PLAIN };

/** The local calendar day as "2026-11-25", whatever the locale. */
export function dayOf(reader, moment) {
  const parts = formatter({ ...reader, locale: "en-CA" }, {
    year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(moment);
  const part = (type) => parts.find((p) => p.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

export const timeOf = (reader, moment) => format(reader, moment, { timeStyle: "short" });
export const fullDate = (reader, moment) => format(reader, moment, { dateStyle: "full", timeStyle: "short" });

function daysApart(reader, moment, now) {
  return Math.round((Date.parse(dayOf(reader, moment)) - Date.parse(dayOf(reader, now))) / 86_400_000);
}

function pretty(reader, moment, now, options) {
  const days = daysApart(reader, moment, now);
  if (Math.abs(days) > 1) return format(reader, moment, options);
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(days, "day");
}

export function dayTitle(reader, moment, now) {
  const words = pretty(reader, moment, now, { weekday: "long", day: "numeric", month: "long" });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ago(reader, moment, now) {
  const seconds = (moment - now) / 1000;
  const units = [["day", 86_400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

const TOKENS = {
  date_num: (reader, moment) => dayOf(reader, moment),
  date_slash: (reader, moment) => format(reader, moment, { dateStyle: "short" }),
  date: (reader, moment) => format(reader, moment, PLAIN),
  date_short: (reader, moment) => format(reader, moment, SHORT),
  date_long: (reader, moment) => format(reader, moment, LONG),
  date_pretty: (reader, moment, now) => pretty(reader, moment, now, PLAIN),
  date_short_pretty: (reader, moment, now) => pretty(reader, moment, now, SHORT),
  date_long_pretty: (reader, moment, now) => pretty(reader, moment, now, LONG),
  day_divider_pretty: (reader, moment, now) => dayTitle(reader, moment, now),
  time: timeOf,
  time_secs: (reader, moment) => format(reader, moment, { timeStyle: "medium" }),
  ago,
};

/** Slack's date pattern ("{date_short_pretty} at {time}"), or null when it holds no known token. */
export function datePattern(reader, seconds, pattern, now) {
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return null;
  let known = false;
  const text = pattern.replace(/\{(\w+)\}/g, (whole, token) => {
    if (!TOKENS[token]) return whole;
    known = true;
    return TOKENS[token](reader, moment, now);
  });
  return known ? text : null;
}

/** "2026-11-25T10:00" on the wall of *zone* as whole seconds of UTC (the first one when it exists twice). */
export function wallToSeconds(zone, wall) {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  const shift = (guess) => Date.parse(`${secondsToWall(zone, guess / 1000)}:00Z`) - guess;
  const first = asUtc - shift(asUtc);
  return Math.round((asUtc - shift(first)) / 1000);
}

export function secondsToWall(zone, seconds) {
  const reader = { locale: "en-CA", tz: zone };
  const moment = new Date(seconds * 1000);
  const parts = formatter(reader, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(moment);
  const part = (type) => parts.find((p) => p.type === type).value;
  return `${dayOf(reader, moment)}T${part("hour")}:${part("minute")}`;
}
