// The clock bar: what time it is for the acting member, and the buttons that stop it and move it on.

import { byId, h, replace } from "./dom.js";
import { post } from "./api.js";
import { settled } from "./context.js";
import { format, fullDate, timeOf } from "./dates.js";

const BUTTONS = [["clock-stop", "stop", "pause", "pauseShort"], ["clock-run", "run", "run"],
  ["clock-hour", "hour", "hour", "hourShort"],
  ["clock-next", "next", "next", "nextShort"], ["clock-monday", "monday", "monday", "mondayShort"]];

let ctx = null;
let moving = false;

export function setUpClock() {
  for (const [id, order] of BUTTONS) byId(id).addEventListener("click", () => move(order));
  setInterval(() => ctx && showTime(), 1000);
}

export function showClock(context) {
  ctx = context;
  const { stopped, next_reminder: next } = ctx.data.clock;
  for (const [id, , word, short = word] of BUTTONS) label(byId(id), ctx.t(word), ctx.t(short));
  for (const [id] of BUTTONS) byId(id).disabled = moving;
  byId("clock-stop").hidden = stopped;
  byId("clock-run").hidden = !stopped;
  byId("clock-next").disabled = moving || !next;
  byId("clock-next").title = next ? fullDate(ctx.reader, new Date(next)) : ctx.t("noReminder");
  byId("clock").setAttribute("aria-label", ctx.t("clock"));
  showTime();
}

function label(node, wide, narrow) {
  if (node.dataset.words === wide) return;
  node.dataset.words = wide;
  replace(node, wide === narrow ? wide : [h("span.wide", {}, wide), h("span.narrow", {}, narrow)]);
}

const DAY = { weekday: "short", day: "numeric", month: "short" };
const ZONE = { timeZoneName: "short" };

function showTime() {
  const zone = new Intl.DateTimeFormat(ctx.reader.locale, { timeZone: ctx.reader.tz, ...ZONE })
    .formatToParts(ctx.now()).find((part) => part.type === "timeZoneName").value;
  const state = moving ? ctx.t("moving") : ctx.data.clock.stopped ? ctx.t("stopped") : "";
  const text = `${format(ctx.reader, ctx.now(), DAY)} · ${timeOf(ctx.reader, ctx.now())}`;
  const sign = `${text}${zone}${state}`;
  if (byId("clock-now").dataset.sign === sign) return;
  byId("clock-now").dataset.sign = sign;
  replace(byId("clock-now"), h("strong", {}, text), " ", h("span.zone", {}, zone), state ? h("em", {}, " ", state) : null);
}

async function move(order) {
  moving = true;
  showClock(ctx);
  await settled(ctx, post("clock", { as: ctx.me.id, do: order }));
  moving = false;
  showClock(ctx);
}
