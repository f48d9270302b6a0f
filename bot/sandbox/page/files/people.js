// Who is in a channel: let in and out by whoever is in it, and a public channel made private.

import { byId, replace } from "./dom.js";
import { icon } from "./icons.js";
import { menu } from "./popup.js";
import { post } from "./api.js";
import { settled } from "./context.js";

export function showPeople(ctx, channel) {
  const anchor = byId("people");
  anchor.hidden = !["public", "private"].includes(channel.kind);
  if (anchor.hidden) return;
  anchor.setAttribute("aria-label", ctx.t("people", { n: channel.people.length }));
  replace(anchor, icon("people"), ` ${channel.people.length}`);
  anchor.onclick = () => menu(anchor, items(ctx, channel));
}

function items(ctx, channel) {
  const present = ctx.members().filter((member) => !member.deactivated);
  const others = present.map((member) => entry(ctx, channel, member));
  const change = { label: ctx.t("makePrivate"), run: () => settled(ctx, post("private", { as: ctx.me.id, channel: channel.id })) };
  return channel.kind === "public" ? [...others, change] : others;
}

function entry(ctx, channel, member) {
  const isIn = channel.people.includes(member.id);
  const run = () =>
    settled(ctx, post("people", { as: ctx.me.id, channel: channel.id, user: member.id, is_in: !isIn }));
  return { label: ctx.t(isIn ? "takeOut" : "letIn", { name: member.real_name }), run };
}
