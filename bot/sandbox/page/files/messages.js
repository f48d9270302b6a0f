// The messages of a channel or of a thread: drawn once, drawn again only when they change.

import { append, button, h, picture } from "./dom.js";
import { blocks } from "./blocks/blocks.js";
import { surfaceOf } from "./context.js";
import { dayOf, dayTitle, fullDate, timeOf } from "./dates.js";
import { icon } from "./icons.js";
import { mrkdwn, textNodes } from "./blocks/mrkdwn.js";
import { withEmoji } from "./blocks/emoji.js";

const momentOf = (ts) => new Date(Number(ts) * 1000);

/** Keeps a list element in step with messages; `openThread` is null inside a thread. */
export class MessageList {
  constructor(element, openThread) {
    Object.assign(this, { element, openThread, drawn: new Map(), key: "", last: "" });
  }

  show(ctx, messages, key, lastRead = "") {
    const fresh = key !== this.key;
    if (fresh) this.begin(key, lastRead);
    const atEnd = this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 90;
    const follows = atEnd || this.isOwn(ctx, messages.at(-1));
    const before = this.element.scrollTop;
    const nodes = messages.flatMap((message, index) => this.nodesFor(ctx, message, messages[index - 1]));
    if (!messages.length) nodes.push(h("p.empty", {}, ctx.t("emptyChannel")));
    const focused = this.focusedMessage();
    this.place(nodes);
    if (focused && document.activeElement === document.body) this.focus(focused);
    this.element.scrollTop = fresh || follows ? this.element.scrollHeight : before;
  }

  begin(key, lastRead) {
    Object.assign(this, { key, lastRead, drawn: new Map() });
    this.element.replaceChildren();
  }

  /** What one sent oneself, or was answered with, comes into sight also where one had scrolled up. */
  isOwn(ctx, message) {
    const isNew = Boolean(message) && message.ts > this.last;
    this.last = message?.ts ?? "";
    return isNew && (message.user === ctx.me.id || message.ephemeral);
  }

  /** Puts the nodes in order without touching those that stand right, so that focus and typing stay. */
  place(nodes) {
    const wanted = new Set(nodes);
    for (const node of [...this.element.children]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, index) => {
      if (this.element.children[index] !== node) this.element.insertBefore(node, this.element.children[index] ?? null);
    });
  }

  focusedMessage() {
    return this.element.contains(document.activeElement) && document.activeElement.closest(".message")?.dataset.ts;
  }

  /** After the app redrew the message one was in, one is still in it. */
  focus(ts) {
    this.element.querySelector(`.message[data-ts="${ts}"]`)?.focus({ preventScroll: true });
  }

  nodesFor(ctx, message, previous) {
    return [...this.dividers(ctx, message, previous), this.nodeFor(ctx, message, isFollowUp(message, previous))];
  }

  dividers(ctx, message, previous) {
    const parts = [];
    const day = dayOf(ctx.reader, momentOf(message.ts));
    if (!previous || dayOf(ctx.reader, momentOf(previous.ts)) !== day) parts.push(this.dayDivider(ctx, message, day));
    if (this.isFirstNew(ctx, message, previous)) parts.push(this.kept("new", "new", () => h("div.new-line", {}, h("span", {}, ctx.t("newest")))));
    return parts;
  }

  dayDivider(ctx, message, day) {
    const title = dayTitle(ctx.reader, momentOf(message.ts), ctx.now());
    return this.kept(`day ${day}`, title, () => h("div.day", { role: "separator" }, h("span", {}, title)));
  }

  isFirstNew(ctx, message, previous) {
    const isNew = (one) => one && one.ts > this.lastRead;
    return Boolean(this.lastRead) && message.user !== ctx.me.id && isNew(message) && !isNew(previous);
  }

  nodeFor(ctx, message, followUp) {
    const sign = JSON.stringify([message, followUp, dayOf(ctx.reader, ctx.now())]);
    return this.kept(message.ts, sign, (old) => messageNode(ctx, message, { followUp, openThread: this.openThread, typed: old?.values }));
  }

  kept(id, sign, make) {
    const old = this.drawn.get(id);
    if (old?.sign === sign) return old.node;
    const node = make(old?.node);
    this.drawn.set(id, { sign, node });
    return node;
  }
}

const isFollowUp = (message, previous) =>
  Boolean(previous) && previous.user === message.user && previous.ephemeral === message.ephemeral &&
  !message.ephemeral && message.ts - previous.ts < 300 && !previous.reply_count;

function messageNode(ctx, message, { followUp, openThread, typed }) {
  const surface = surfaceOf(ctx, {
    where: { channel: message.channel, ts: message.ts }, blocks: message.blocks, here: message.channel, typed,
  });
  const author = ctx.member(message.user);
  const node = h(`article.message${followUp ? ".follow-up" : ""}${message.ephemeral ? ".ephemeral" : ""}`, {
    "data-ts": message.ts, "data-testid": "message", tabindex: "-1", "aria-label": `${author?.real_name ?? message.user}, ${timeOf(ctx.reader, momentOf(message.ts))}`,
  }, followUp ? h("div.gutter", {}, timeStamp(ctx, message)) : avatar(author));
  node.values = surface.values;
  const inside = body(ctx, surface, message, author, followUp);
  return append(node, [append(inside, [openThread ? replyButton(ctx, message, openThread) : null])]);
}

function body(ctx, surface, message, author, followUp) {
  return h("div.message-body", {},
    message.ephemeral ? h("div.only-you", {}, icon("eye"), ctx.t("onlyYou")) : null,
    followUp ? null : authorLine(ctx, message, author),
    content(ctx, surface, message),
    message.attachments.map((one) => attachment(ctx, surface, one)),
    message.files.map((file) => fileCard(ctx, file)));
}

export function avatar(member, spec = "div.avatar") {
  const name = member?.real_name || member?.name || "?";
  const letters = name.split(/[\s-]+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  const hue = [...(member?.id ?? "?")].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const node = h(`${spec}${member?.is_bot ? ".bot" : ""}`, { "aria-hidden": "true" }, letters);
  node.style.setProperty("--hue", hue);
  return node;
}

const timeStamp = (ctx, message) =>
  h("time", { datetime: momentOf(message.ts).toISOString(), title: fullDate(ctx.reader, momentOf(message.ts)) }, timeOf(ctx.reader, momentOf(message.ts)));

function authorLine(ctx, message, author) {
  return h("div.author", {}, h("strong", {}, message.username ?? author?.real_name ?? message.user),
    author?.is_bot ? h("span.badge", {}, ctx.t("app")) : null, author?.is_guest ? h("span.badge", {}, ctx.t("guest")) : null,
    timeStamp(ctx, message));
}

function content(ctx, surface, message) {
  const edited = message.edited ? h("span.edited", {}, " ", ctx.t("edited")) : null;
  if (message.blocks.length) return h("div", {}, blocks(surface, message.blocks), edited);
  return h("div.text", {}, mrkdwn(ctx, message.text), edited);
}

const COLORS = { good: "#2e7d4f", warning: "#b26a00", danger: "#b3261e" };

function attachment(ctx, surface, one) {
  const bar = h("div.attachment", {},
    one.pretext ? h("div", {}, mrkdwn(ctx, one.pretext)) : null,
    one.title ? h("strong", {}, one.title) : null,
    one.blocks ? blocks(surface, one.blocks) : one.text ? h("div", {}, mrkdwn(ctx, one.text)) : null,
    one.fields ? h("div.fields", {}, one.fields.map((f) => h("div", {}, h("strong", {}, f.title), h("br"), textNodes(ctx, f.value)))) : null,
    one.footer ? h("small", {}, withEmoji(one.footer)) : null);
  const color = COLORS[one.color] ?? (one.color ? `#${one.color.replace("#", "")}` : "");
  if (color) bar.style.borderColor = color;
  return bar;
}

function fileCard(ctx, file) {
  const address = `/page/files/${encodeURIComponent(file.id)}`;
  const size = new Intl.NumberFormat(ctx.reader.locale).format(file.size);
  const name = h("a.file-card", { href: address, download: file.name }, icon("file"), file.title || file.name, " ", h("small", {}, `${size} B`));
  if (!file.mimetype.startsWith("image/")) return name;
  return h("figure.picture", {}, picture(address, file.alt_text || file.title || file.name), h("figcaption", {}, name));
}

function replyButton(ctx, message, openThread) {
  if (message.ephemeral) return null;
  const count = message.reply_count;
  const label = count > 1 ? ctx.t("openThread", { n: count }) : count ? ctx.t("openThreadOne") : ctx.t("reply");
  return button([icon(count ? "talk" : "reply"), label], () => openThread(message.ts), count ? "button.replies" : "button.reply");
}
