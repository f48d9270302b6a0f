// table (as it is) and data_table (sorted, filtered and paged by the reader).

import { button, h } from "../dom.js";
import { withEmoji } from "./emoji.js";
import { richText, wholeText } from "./rich_text.js";

const cellNodes = (ctx, cell) =>
  cell.type === "rich_text" ? richText(ctx, cell) : withEmoji(String(cell.text ?? cell.value ?? ""));
const cellText = (cell) => (cell.type === "rich_text" ? wholeText(cell.elements) : String(cell.text ?? ""));

export function table(ctx, block) {
  const [head, ...body] = block.rows ?? [];
  const row = (tag) => (cells) => h("tr", {}, cells.map((cell, index) => {
    const node = h(tag, tag === "th" ? { scope: "col" } : {}, cellNodes(ctx, cell));
    return settle(node, block.column_settings?.[index]);
  }));
  return h("div.table-scroll", { tabindex: "0" }, h("table", {},
    h("thead", {}, head ? row("th")(head) : null), h("tbody", {}, body.map(row("td")))));
}

function settle(node, settings) {
  if (settings?.align) node.classList.add(`align-${settings.align}`);
  if (settings?.is_wrapped) node.classList.add("wrapped");
  return node;
}

export function dataTable(ctx, block) {
  const shown = { sort: null, down: false, page: 0, filter: "" };
  const size = block.page_size ?? 5;
  const box = h("div.data-table");
  const draw = () => {
    const rows = arranged(block, shown);
    const pages = Math.max(1, Math.ceil(rows.length / size));
    shown.page = Math.min(shown.page, pages - 1);
    const slice = rows.slice(shown.page * size, (shown.page + 1) * size);
    body.replaceChildren(...slice.map((row) => bodyRow(ctx, block, row)));
    head.replaceChildren(headRow(ctx, block, shown, draw));
    pager.replaceChildren(...(pages > 1 ? pagerParts(ctx, shown, pages, draw) : []));
  };
  const [head, body, pager] = [h("thead"), h("tbody"), h("div.pager")];
  const filter = h("input.table-filter", { type: "search", "aria-label": ctx.t("filter"), placeholder: ctx.t("filter") });
  filter.addEventListener("input", () => ((shown.filter = filter.value.toLowerCase()), draw()));
  const needsFilter = (block.rows?.length ?? 0) > size + 1;
  box.append(h("div.table-scroll", { tabindex: "0" },
    h("table", {}, h("caption", {}, block.caption, needsFilter ? filter : null), head, body)), pager);
  draw();
  return box;
}

function arranged(block, { sort, down, filter }) {
  const rows = block.rows.slice(1).filter((row) => row.some((cell) => cellText(cell).toLowerCase().includes(filter)));
  if (sort === null) return rows;
  const key = (row) => row[sort].value ?? cellText(row[sort]);
  const order = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
  return rows.sort((a, b) => order(key(a), key(b)) * (down ? -1 : 1));
}

const alignOf = (block, index) =>
  block.rows.slice(1).every((row) => row[index]?.type === "raw_number") ? "align-right" : "align-left";

function headRow(ctx, block, shown, draw) {
  return h("tr", {}, block.rows[0].map((cell, index) => {
    const sorted = shown.sort === index;
    const sort = () => (Object.assign(shown, { down: sorted && !shown.down, sort: index, page: 0 }), draw());
    const mark = sorted ? (shown.down ? " ▼" : " ▲") : "";
    const label = ctx.t("sortBy", { name: cellText(cell) });
    return h(`th.${alignOf(block, index)}`, { scope: "col", "aria-sort": sorted ? (shown.down ? "descending" : "ascending") : "none" },
      button([cellText(cell), mark], sort, "button.plain", { title: label }));
  }));
}

function bodyRow(ctx, block, row) {
  const header = block.row_header_column_index ?? 0;
  return h("tr", {}, row.map((cell, index) =>
    h(`${index === header ? "th" : "td"}.${alignOf(block, index)}`, index === header ? { scope: "row" } : {}, cellNodes(ctx, cell))));
}

function pagerParts(ctx, shown, pages, draw) {
  const turn = (by) => () => ((shown.page += by), draw());
  return [
    button(ctx.t("previous"), turn(-1), "button.small", { disabled: shown.page === 0 }),
    h("span", { "aria-live": "polite" }, ctx.t("page", { n: shown.page + 1, of: pages })),
    button(ctx.t("following"), turn(1), "button.small", { disabled: shown.page === pages - 1 }),
  ];
}
