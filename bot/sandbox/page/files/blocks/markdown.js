// The markdown block: standard Markdown as Slack translates it (headings, lists, quotes, code, tables, links).

import { h, link } from "../dom.js";
import { withEmoji } from "./emoji.js";
import { codeBlock } from "./mrkdwn.js";

export function markdown(ctx, text) {
  const rows = text.replace(/\r\n?/g, "\n").split("\n");
  const nodes = [];
  while (rows.length) nodes.push(nextBlock(ctx, rows));
  return h("div.markdown", {}, nodes);
}

const LIST = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const STARTS = /^(#{1,6}\s|```|>|\s*([-*+]|\d+[.)])\s|\s*([-*_])(\s*\3){2,}\s*$)/;

function nextBlock(ctx, rows) {
  if (!rows[0].trim()) return rows.shift(), null;
  if (rows[0].startsWith("```")) return fence(ctx, rows);
  const heading = rows[0].match(/^(#{1,6})\s+(.*?)\s*#*$/);
  if (heading) return rows.shift(), h(`h${Math.min(6, heading[1].length + 2)}`, {}, spans(ctx, heading[2]));
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(rows[0])) return rows.shift(), h("hr");
  if (rows[0].startsWith(">")) return quote(ctx, rows);
  if (LIST.test(rows[0])) return list(ctx, rows);
  if (rows[0].includes("|") && /^[\s|:-]+$/.test(rows[1] ?? "") && rows[1].includes("-")) return table(ctx, rows);
  return paragraph(ctx, rows);
}

function takeWhile(rows, test) {
  const taken = [];
  while (rows.length && test(rows[0], taken.length)) taken.push(rows.shift());
  return taken;
}

function fence(ctx, rows) {
  rows.shift();
  const code = takeWhile(rows, (row) => !row.startsWith("```"));
  rows.shift();
  return codeBlock(ctx, code.join("\n"));
}

function quote(ctx, rows) {
  const inner = takeWhile(rows, (row) => row.startsWith(">")).map((row) => row.replace(/^>\s?/, ""));
  return h("blockquote", {}, markdown(ctx, inner.join("\n")));
}

function paragraph(ctx, rows) {
  const taken = takeWhile(rows, (row, count) => row.trim() && (!count || !STARTS.test(row)));
  return h("p", {}, taken.flatMap((row, index) => [index ? h("br") : null, ...spans(ctx, row.trim())]));
}

function list(ctx, rows) {
  const [, indent, number] = rows[0].match(LIST);
  const node = h(number ? "ol" : "ul", number && number !== "1" ? { start: number } : {});
  while (rows.length && LIST.test(rows[0])) {
    const [, depth, , text] = rows[0].match(LIST);
    if (depth.length < indent.length) break;
    if (depth.length > indent.length && node.lastChild) node.lastChild.append(list(ctx, rows));
    else rows.shift(), node.append(h("li", {}, item(ctx, text)));
  }
  return node;
}

function item(ctx, text) {
  const task = text.match(/^\[([ xX])\]\s+(.*)$/);
  return task ? [task[1] === " " ? "☐ " : "☑ ", ...spans(ctx, task[2])] : spans(ctx, text);
}

const cells = (row) => row.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

function table(ctx, rows) {
  const head = cells(rows.shift());
  rows.shift();
  const body = takeWhile(rows, (row) => row.includes("|")).map(cells);
  return h("div.table-scroll", { tabindex: "0" }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, spans(ctx, cell))))),
    h("tbody", {}, body.map((row) => h("tr", {}, row.map((cell) => h("td", {}, spans(ctx, cell))))))));
}

const SPANS = [
  [/^`([^`]+)`/, (ctx, m) => h("code", {}, m[1])],
  [/^!\[([^\]]*)\]\(([^)\s]+)\)/, (ctx, m) => link(m[2], m[1] || m[2])],
  [/^\[([^\]]+)\]\(([^)\s]+)[^)]*\)/, (ctx, m) => link(m[2], spans(ctx, m[1]))],
  [/^<(https?:[^>\s]+)>/, (ctx, m) => link(m[1])],
  [/^https?:\/\/[^\s<>)]+/, (ctx, m) => link(m[0])],
  [/^\*\*(\S(?:.*?\S)?)\*\*/, (ctx, m) => h("strong", {}, spans(ctx, m[1]))],
  [/^__(\S(?:.*?\S)?)__/, (ctx, m) => h("strong", {}, spans(ctx, m[1]))],
  [/^~~(\S(?:.*?\S)?)~~/, (ctx, m) => h("s", {}, spans(ctx, m[1]))],
  [/^\*(\S(?:.*?\S)?)\*/, (ctx, m) => h("em", {}, spans(ctx, m[1]))],
  [/^_(\S(?:.*?\S)?)_(?!\w)/, (ctx, m) => h("em", {}, spans(ctx, m[1]))],
  [/^\\([\\`*_{}[\]()#+.!|<>~-])/, (ctx, m) => m[1]],
];

function spans(ctx, text) {
  const nodes = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const found = firstSpan(ctx, text, at, plain);
    if (found) nodes.push(withEmoji(plain), found.node), (plain = ""), (at += found.length);
    else plain += text[at++];
  }
  return [...nodes, withEmoji(plain)];
}

function firstSpan(ctx, text, at, before) {
  if (text[at] === "_" && /\w$/.test(before)) return null;
  for (const [pattern, node] of SPANS) {
    const match = text.slice(at).match(pattern);
    if (match) return { node: node(ctx, match), length: match[0].length };
  }
  return null;
}
