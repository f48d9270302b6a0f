// Slack's mrkdwn and plain_text objects as nodes. `ctx` names people and channels and carries the reader.

import { h, link } from "../dom.js";
import { datePattern } from "../dates.js";
import { withEmoji } from "./emoji.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
export const unescape = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);

const MARKS = { "*": "strong", _: "em", "~": "s" };
const BEFORE = /[\s([{"'«“‘*_~>—–-]$|^$/;
const AFTER = /^[\s)\]}"'»”’*_~.,;:!?<…—–-]|^$/;

/** A text object ({type, text, emoji}) or a plain string of mrkdwn. */
export function textNodes(ctx, object) {
  if (!object) return [];
  if (typeof object === "string") return mrkdwn(ctx, object);
  return object.type === "plain_text" ? plain(object) : mrkdwn(ctx, object.text ?? "");
}

export function plainText(object) {
  const text = unescape(object?.text ?? "");
  return object?.emoji === false ? text : withEmoji(text);
}

function plain(object) {
  return lines(plainText(object));
}

const lines = (text) =>
  text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));

/** Blocks first (preformatted, quotes), then lines, then what is inside a line. */
export function mrkdwn(ctx, text) {
  return text.split(/(```[\s\S]+?```)/).flatMap((part) =>
    part.startsWith("```") && part.length > 6 ? [preformatted(ctx, part)] : quoted(ctx, part));
}

function preformatted(ctx, part) {
  const inner = part.slice(3, -3).replace(/^\n/, "").replace(/\n$/, "");
  return codeBlock(ctx, unescape(inner.replace(/<((?:https?|mailto):[^|>]+)(?:\|([^>]+))?>/g, (_, url, label) => label ?? url)));
}

/** Preformatted text with a button that copies the whole of it. */
export function codeBlock(ctx, text) {
  const button = h("button.copy", { type: "button", "data-testid": "copy" }, ctx.t("copy"));
  button.addEventListener("click", () => copy(ctx, button, text));
  return h("div.code-block", {}, h("pre", { tabindex: "0" }, text), button);
}

async function copy(ctx, button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = ctx.t("copied");
  } catch {
    selectAll(button.previousSibling); // no clipboard permission: the text is selected instead
  }
}

function selectAll(node) {
  getSelection().selectAllChildren(node);
}

function quoted(ctx, text) {
  const nodes = [];
  let quote = [];
  const flush = () => {
    if (quote.length) nodes.push(h("blockquote", {}, joined(ctx, quote)));
    quote = [];
  };
  const plainLines = [];
  const flushPlain = () => {
    if (plainLines.length) nodes.push(...joined(ctx, plainLines.splice(0)));
  };
  const rows = text.replace(/^\n|\n$/g, "").split("\n");
  for (const [index, row] of rows.entries()) {
    const rest = row.match(/^(?:&gt;){3}\s?([\s\S]*)$|^>>>\s?([\s\S]*)$/);
    if (rest) {
      flushPlain();
      quote.push(rest[1] ?? rest[2], ...rows.slice(index + 1));
      break;
    }
    const one = row.match(/^(?:&gt;|>)\s?(.*)$/);
    if (one) flushPlain(), quote.push(one[1]);
    else flush(), plainLines.push(row);
  }
  flushPlain();
  flush();
  return nodes;
}

const joined = (ctx, rows) => rows.flatMap((row, index) => [index ? h("br") : null, ...inline(ctx, row)]);

/** One line: code, <entities>, *bold*, _italic_, ~strike~, :emoji:. */
export function inline(ctx, text) {
  const nodes = [];
  let plainPart = "";
  const flush = () => {
    if (plainPart) nodes.push(withEmoji(unescape(plainPart)));
    plainPart = "";
  };
  for (let at = 0; at < text.length; ) {
    const found = entityAt(ctx, text, at) ?? codeAt(text, at) ?? addressAt(text, at) ?? markAt(ctx, text, at);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else plainPart += text[at++];
  }
  flush();
  return nodes;
}

function entityAt(ctx, text, at) {
  const match = text[at] === "<" && text.slice(at).match(/^<([^<>\n]+)>/);
  return match ? { node: entity(ctx, match[1]), end: at + match[0].length } : null;
}

function codeAt(text, at) {
  const match = text[at] === "`" && text.slice(at).match(/^`([^`\n]+)`/);
  return match ? { node: h("code", {}, unescape(match[1])), end: at + match[0].length } : null;
}

/** A bare address becomes a link, as Slack's client makes it; punctuation behind it does not belong to it. */
function addressAt(text, at) {
  if (text[at] !== "h" || /\w$/.test(text.slice(0, at))) return null;
  const match = text.slice(at).match(/^https?:\/\/[^\s<>|*~`]+[^\s<>|*~`.,;:!?)'"»]/);
  return match ? { node: link(unescape(match[0])), end: at + match[0].length } : null;
}

function markAt(ctx, text, at) {
  const tag = MARKS[text[at]];
  if (!tag || !BEFORE.test(text.slice(0, at)) || /^\s|^$/.test(text.slice(at + 1))) return null;
  for (let end = text.indexOf(text[at], at + 1); end > 0; end = text.indexOf(text[at], end + 1)) {
    const inside = text.slice(at + 1, end);
    if (inside && !/\s$/.test(inside) && AFTER.test(text.slice(end + 1))) {
      return { node: h(tag, {}, inline(ctx, inside)), end: end + 1 };
    }
  }
  return null;
}

function entity(ctx, body) {
  const [head, label] = split(body);
  if (head.startsWith("@")) return mention(ctx, head.slice(1), label);
  if (head.startsWith("#")) return channelMention(ctx, head.slice(1), label);
  if (head.startsWith("!date^")) return dateEntity(ctx, head, label);
  if (head.startsWith("!subteam^")) return h("span.mention", {}, unescape(label ?? "@group"));
  if (/^!(here|channel|everyone)$/.test(head)) return h("span.mention.broadcast", {}, `@${head.slice(1)}`);
  if (!/^(https?:|mailto:)/i.test(head)) return h("span", {}, unescape(`<${body}>`));
  return link(unescape(head), label ? withEmoji(unescape(label)) : unescape(head).replace(/^mailto:/, ""));
}

function split(body) {
  const bar = body.indexOf("|");
  return bar < 0 ? [body] : [body.slice(0, bar), body.slice(bar + 1)];
}

export function mention(ctx, id, label) {
  const member = ctx.member(id);
  const name = member ? member.name : label ?? id;
  const own = id === ctx.me.id ? ".own" : "";
  return h(`span.mention${own}`, { title: member?.real_name }, `@${name}`);
}

export function channelMention(ctx, id, label) {
  const channel = ctx.channel(id);
  if (!channel) return h("span.mention", {}, `#${label ?? id}`);
  return h("button.mention", { type: "button", onclick: () => ctx.goTo(id) }, `#${channel.name}`);
}

function dateEntity(ctx, head, fallback) {
  const [, seconds, pattern, address] = head.split("^");
  const words = datePattern(ctx.reader, seconds, unescape(pattern ?? ""), ctx.now()) ?? unescape(fallback ?? "");
  return address ? link(address, words) : h("time", { title: unescape(fallback ?? "") }, words);
}
