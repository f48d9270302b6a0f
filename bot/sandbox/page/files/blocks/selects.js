// The select menus of Block Kit: where their options come from and what they hold.

import { combobox } from "./select.js";
import { folded } from "../i18n.js";
import { plainText } from "./mrkdwn.js";

const fromOption = (option, group) => ({
  key: option.value, label: plainText(option.text), detail: option.description && plainText(option.description), group, source: option,
});

const fromGroups = (el) => el.option_groups
  ? el.option_groups.flatMap((group) => group.options.map((option) => fromOption(option, plainText(group.label))))
  : (el.options ?? []).map((option) => fromOption(option));

const matching = (items, text) =>
  items.filter((item) => folded(`${item.label} ${item.detail ?? ""}`).includes(folded(text.trim())));

const memberItem = (member) => ({ key: member.id, label: member.real_name || member.name, detail: `@${member.name}`, source: member.id });
const people = (ctx) => ctx.members().filter((member) => !member.deactivated).map(memberItem);

const channelItem = (channel) => ({
  key: channel.id, label: channel.kind === "im" || channel.kind === "app" ? channel.name : `#${channel.name}`, source: channel.id,
});
const publicChannels = (ctx) => ctx.channels().filter((c) => c.kind === "public").map(channelItem);

function conversations(ctx, el) {
  const { include, exclude_bot_users: noBots } = el.filter ?? {};
  const kinds = include ?? ["public", "private", "im", "mpim"];
  const fits = (channel) => (channel.kind === "app" ? kinds.includes("im") && !noBots : kinds.includes(channel.kind));
  return ctx.channels().filter(fits).map(channelItem);
}

const SOURCES = {
  static: (ctx, el) => (text) => matching(fromGroups(el), text),
  external: (ctx, el, place) => (text) => external(ctx, el, place, text),
  users: (ctx) => (text) => matching(people(ctx), text),
  channels: (ctx) => (text) => matching(publicChannels(ctx), text),
  conversations: (ctx, el) => (text) => matching(conversations(ctx, el), text),
};

async function external(ctx, el, place, text) {
  if (text.length < (el.min_query_length ?? 3) && el.min_query_length !== 0) return [];
  const answer = await ctx.suggest(place.blockId, el, text);
  return fromGroups(answer);
}

const FIELDS = { static: "selected_option", external: "selected_option", users: "selected_user",
  channels: "selected_channel", conversations: "selected_conversation" };

const kindOf = (el) => el.type.replace("multi_", "").replace("_select", "");

function shown(ctx, source, kind) {
  if (kind === "static" || kind === "external") return fromOption(source);
  if (kind === "users") return memberItem(ctx.member(source) ?? { id: source, name: source });
  return channelItem(ctx.channel(source) ?? { id: source, name: source, kind: "public" });
}

export function selectMenu(ctx, place, el) {
  const kind = kindOf(el);
  const many = el.type.startsWith("multi_");
  const field = many ? `${FIELDS[kind]}s` : FIELDS[kind];
  const held = place.state()[field];
  return combobox(ctx, {
    id: place.id,
    label: place.label ?? (plainText(el.placeholder) || ctx.t("choose")),
    describedBy: place.describedBy,
    placeholder: plainText(el.placeholder) || ctx.t(many ? "chooseMany" : "choose"),
    find: SOURCES[kind](ctx, el, place),
    chosen: (many ? held : [held]).filter(Boolean).map((source) => shown(ctx, source, kind)),
    many,
    most: el.max_selected_items,
    onchange: (items) => place.change({ [field]: many ? items.map((i) => i.source) : items[0]?.source ?? null }),
  });
}
