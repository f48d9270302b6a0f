// rich_text blocks: sections, lists, quotes, preformatted text and the elements inside them.

import { h, link } from "../dom.js";
import { datePattern } from "../dates.js";
import { emojiOf } from "./emoji.js";
import { channelMention, codeBlock, mention } from "./mrkdwn.js";

export function richText(ctx, block) {
  return h("div.rich-text", {}, listsTogether(block.elements ?? []).map((part) => draw(ctx, part)));
}

const PARTS = {
  rich_text_section: (ctx, part) => h("div.rich-section", {}, leaves(ctx, part.elements)),
  rich_text_quote: (ctx, part) => h("blockquote", {}, leaves(ctx, part.elements)),
  rich_text_preformatted: (ctx, part) => codeBlock(ctx, wholeText(part.elements)),
  rich_text_list: (ctx, part) => list(ctx, part),
};

const draw = (ctx, part) => PARTS[part.type]?.(ctx, part) ?? h("div", {}, wholeText(part.elements ?? []));

function list(ctx, part) {
  const props = part.style === "ordered" && part.offset ? { start: part.offset + 1 } : {};
  const items = part.elements.map((item) =>
    h("li", {}, item.type === "nested" ? list(ctx, item.list) : draw(ctx, item)));
  const node = h(part.style === "ordered" ? "ol" : "ul", props, items);
  node.classList.add(`depth-${(part.indent ?? 0) % 3}`);
  node.style.marginInlineStart = `${(part.indent ?? 0) * 1.4}em`;
  if (part.border) node.classList.add("bordered");
  return node;
}

/** Slack sends one list per run of equal indents; an ordered list goes on counting after a deeper one. */
function listsTogether(parts) {
  const reached = new Map();
  return parts.map((part) => {
    if (part.type !== "rich_text_list") return reached.clear(), part;
    const indent = part.indent ?? 0;
    for (const deeper of [...reached.keys()].filter((depth) => depth > indent)) reached.delete(deeper);
    const offset = part.offset ?? reached.get(indent) ?? 0;
    reached.set(indent, offset + part.elements.length);
    return { ...part, offset };
  });
}

const LEAVES = {
  text: (ctx, leaf) => broken(leaf.text),
  link: (ctx, leaf) => [link(leaf.url, leaf.text ?? leaf.url)],
  emoji: (ctx, leaf) => [h("span.emoji", { title: `:${leaf.name}:` }, emojiOf(leaf.name) ?? `:${leaf.name}:`)],
  user: (ctx, leaf) => [mention(ctx, leaf.user_id)],
  channel: (ctx, leaf) => [channelMention(ctx, leaf.channel_id)],
  broadcast: (ctx, leaf) => [h("span.mention.broadcast", {}, `@${leaf.range}`)],
  usergroup: (ctx, leaf) => [h("span.mention", {}, `@${leaf.usergroup_id}`)],
  color: (ctx, leaf) => [h("code", {}, leaf.value)],
  date: (ctx, leaf) => [date(ctx, leaf)],
};

function date(ctx, leaf) {
  const words = datePattern(ctx.reader, leaf.timestamp, leaf.format ?? "", ctx.now()) ?? leaf.fallback ?? "";
  return leaf.url ? link(leaf.url, words) : h("time", {}, words);
}

const broken = (text) => text.split("\n").flatMap((row, index) => (index ? [h("br"), row] : [row]));

const STYLES = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code", highlight: "mark" };

function styled(leaf, nodes) {
  return Object.entries(STYLES).reduce(
    (inside, [style, tag]) => (leaf.style?.[style] ? [h(tag, {}, inside)] : inside), nodes);
}

const leaves = (ctx, elements = []) =>
  elements.flatMap((leaf) => styled(leaf, LEAVES[leaf.type]?.(ctx, leaf) ?? broken(leaf.text ?? "")));

/** All text of rich text, as one string: for copying and for sorting table cells. */
export function wholeText(elements = []) {
  return elements.map((leaf) => leaf.text ?? leaf.url ?? (leaf.elements ? wholeText(leaf.elements) : "")).join("");
}
