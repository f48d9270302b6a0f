// What every drawing function needs: the reader, the words, the people, and a surface's way to the app.

import { post, readFile } from "./api.js";
import { translator } from "./i18n.js";
import { notice } from "./popup.js";
import { valuesOf } from "./blocks/states.js";

/** The context of one state of the workspace; `app` has goTo(channelId). */
export function contextOf(data, app) {
  const members = new Map(data.members.map((member) => [member.id, member]));
  const me = members.get(data.me);
  const received = Date.now();
  const t = translator(me.locale);
  return {
    data, me, t,
    reader: { locale: me.locale, tz: me.tz },
    now: () => new Date(Date.parse(data.clock.now) + (data.clock.stopped ? 0 : Date.now() - received)),
    member: (id) => members.get(id),
    members: () => data.members,
    channel: (id) => data.channels.find((channel) => channel.id === id),
    channels: () => data.channels,
    goTo: app.goTo,
    imageOf,
  };
}

/** The address of an image block or element; a file of this workspace comes from this server. */
function imageOf(part) {
  const address = part.slack_file?.url ?? part.image_url ?? "";
  const id = part.slack_file?.id ?? address.match(/\/files(?:-pri)?\/[^/]*?[-/](F[0-9A-Z]+)(?:\/|$)/)?.[1];
  return id ? `/page/files/${encodeURIComponent(id)}` : part.image_url;
}

/** A context for blocks that stand somewhere: where = {channel, ts} or {view_id}; typed = what was typed before. */
export function surfaceOf(ctx, { where, blocks, typed, here, more = {} }) {
  const surface = Object.create(ctx);
  return Object.assign(surface, {
    here,
    values: valuesOf(blocks ?? [], typed, here),
    act: (action) => act(ctx, where, action, surface.values),
    suggest: (blockId, el, value) => suggest(ctx, where, blockId, el, value),
    upload: (files) => upload(ctx, files),
  }, more);
}

async function act(ctx, where, action, values) {
  return settled(ctx, post("press", { as: ctx.me.id, ...where, action, values }));
}

async function suggest(ctx, where, blockId, el, value) {
  const body = { as: ctx.me.id, ...where, block_id: blockId, action_id: el.action_id, value };
  return (await settled(ctx, post("suggest", body))) ?? {};
}

async function upload(ctx, files) {
  const body = { as: ctx.me.id, files: await Promise.all(files.map(readFile)) };
  return (await settled(ctx, post("upload", body)))?.files ?? [];
}

/** An answer of the app, or null; says what went wrong. */
export async function settled(ctx, promise) {
  try {
    const answer = await promise;
    if (answer.error) notice(spoken(ctx, answer), "error");
    return answer;
  } catch (error) {
    notice(error.message, "error");
    return null;
  }
}

const REASONS = { operation_timeout: "slow", dispatch_failed: "unreachable", invalid_command: "noCommand" };

/** What a failed answer means, in words; `refused` is the page's own refusal. */
export function spoken(ctx, { error, refused }, command = "") {
  if (refused) return refused;
  const reason = error in REASONS ? ctx.t(REASONS[error], { command }) : "";
  if (!command || error === "invalid_command") return reason || error;
  return `${ctx.t("commandFailed", { command, error })} ${reason}`;
}
