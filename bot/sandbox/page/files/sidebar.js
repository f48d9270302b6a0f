// The left column: who one is, the channels, the direct messages, the app.

import { byId, h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./messages.js";

export function showSidebar(ctx, app) {
  const { data, t } = ctx;
  byId("team-name").textContent = data.team.name;
  showActAs(ctx, app);
  const of = (...kinds) => data.channels.filter((channel) => kinds.includes(channel.kind));
  const directs = of("im", "mpim");
  replace(byId("channels"),
    group(ctx, app, t("channels"), of("public", "private")),
    group(ctx, app, t("apps"), of("app")),
    directs.length ? group(ctx, app, t("directMessages"), directs) : null);
}

function showActAs(ctx, app) {
  const select = byId("act-as");
  const people = ctx.members().filter((member) => !member.is_bot && !member.deactivated);
  const options = people.map((member) => h("option", { value: member.id }, memberLabel(ctx, member)));
  const sign = options.map((option) => option.textContent).join("\n");
  if (select.dataset.sign !== sign) replace(select, options).dataset.sign = sign;
  select.value = ctx.me.id;
  select.onchange = () => app.actAs(select.value);
  byId("act-as-label").textContent = ctx.t("actAs");
  byId("act-as-place").textContent = `${placeOf(ctx.me)} · ${language(ctx, ctx.me.locale)}`;
  replace(byId("me"), avatar(ctx.me));
}

const placeOf = (member) => member.tz.split("/").at(-1).replaceAll("_", " ");

const language = (ctx, locale) =>
  new Intl.DisplayNames([ctx.me.locale], { type: "language" }).of(locale.split(/[-_]/)[0]);

function memberLabel(ctx, member) {
  const guest = member.is_guest ? `, ${ctx.t("guest")}` : "";
  return `${member.real_name} (${member.locale.slice(0, 2)}${guest})`;
}

function group(ctx, app, title, channels) {
  return h("section.channel-group", {}, h("h2", {}, title),
    h("ul", {}, channels.map((channel) => h("li", {}, entry(ctx, app, channel)))));
}

const MARKS = { public: () => "#", private: () => icon("lock"), mpim: () => icon("people") };

function entry(ctx, app, channel) {
  const unread = app.unread(channel);
  const current = channel.id === ctx.data.channel;
  const person = channel.user && ctx.member(channel.user);
  const mark = channel.kind in MARKS ? h("span.mark", { "aria-hidden": "true" }, MARKS[channel.kind]()) : avatar(person, "span.avatar.tiny");
  return h(`button.channel${current ? ".current" : ""}${unread ? ".unread" : ""}`, {
    type: "button", "data-id": channel.id, "data-kind": channel.kind, "aria-current": current ? "page" : undefined,
    onclick: () => app.goTo(channel.id),
  }, mark, h("span.channel-name", {}, channel.name),
  unread ? h("span.unread-mark", { "aria-label": ctx.t("unread", { n: unread }) }, unread > 99 ? "99+" : unread) : null);
}
