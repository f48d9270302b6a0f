// Every block: draws one by its type, on any surface (message, modal, Home).

import { button, freshId, h, link, picture } from "../dom.js";
import { chart } from "./charts.js";
import { element } from "./elements.js";
import { icon } from "../icons.js";
import { markdown } from "./markdown.js";
import { plainText, textNodes } from "./mrkdwn.js";
import { richText } from "./rich_text.js";
import { dataTable, table } from "./tables.js";

const DRAW = {
  section,
  header: (ctx, block) => h("h3.header-text", {}, plainText(block.text)),
  divider: () => h("hr"),
  context: (ctx, block) => h("div.context-row", {}, block.elements.map((part) => contextPart(ctx, part))),
  actions: (ctx, block) => h("div.actions-row", {}, block.elements.map((el) => element(ctx, block, el))),
  context_actions: (ctx, block) => h("div.actions-row", {}, block.elements.map((el) => element(ctx, block, el))),
  image,
  input,
  rich_text: richText,
  markdown: (ctx, block) => markdown(ctx, block.text),
  table,
  data_table: dataTable,
  data_visualization: chart,
  video,
  file: (ctx, block) => h("div.file-card", {}, icon("file"), block.external_id ?? block.file_id ?? ""),
  alert,
  card,
  carousel: (ctx, block) => h("div.carousel", { tabindex: "0", role: "group" }, block.elements.map((one) => card(ctx, one))),
  container,
  task_card: task,
  plan: (ctx, block) => h("div.plan", {}, h("strong", {}, block.title), block.tasks.map((one) => task(ctx, one))),
};

export const blocks = (ctx, list) => h("div.blocks", {}, (list ?? []).map((block) => draw(ctx, block)));

function draw(ctx, block) {
  const inside = DRAW[block.type]?.(ctx, block) ?? h("span.unknown", {}, ctx.t("unknownBlock", { type: block.type }));
  const kind = String(block.type).replaceAll("_", "-").replace(/[^\w-]/g, "");
  return h(`div.block.block-${kind}`, { "data-block-id": block.block_id }, inside);
}

function section(ctx, block) {
  const fields = block.fields?.length
    ? h("div.fields", {}, block.fields.map((field) => h("div", {}, textNodes(ctx, field)))) : null;
  const text = block.text ? h("div.section-text", {}, textNodes(ctx, block.text)) : null;
  const side = block.accessory ? h("div.accessory", {}, element(ctx, block, block.accessory)) : null;
  return h("div.section-row", {}, h("div.section-main", {}, text, fields), side);
}

function contextPart(ctx, part) {
  if (part.type === "image") return picture(ctx.imageOf(part), part.alt_text, "img.context-image");
  return h("span", {}, textNodes(ctx, part));
}

function image(ctx, block) {
  return h("figure.picture", {},
    block.title ? h("figcaption", {}, plainText(block.title)) : null, picture(ctx.imageOf(block), block.alt_text));
}

const GROUPS = ["checkboxes", "radio_buttons"];

function input(ctx, block) {
  const [id, errorId, hintId, labelId] = ["field", "error", "hint", "label"].map(freshId);
  const grouped = GROUPS.includes(block.element.type);
  const label = h(grouped ? "div.label" : "label.label", { id: labelId, for: grouped ? undefined : id },
    plainText(block.label), block.optional ? h("span.optional", {}, " ", ctx.t("optional")) : null);
  const place = { id, labelledBy: labelId, describedBy: `${hintId} ${errorId}`, acts: Boolean(block.dispatch_action) };
  if (SELECT.test(block.element.type)) place.label = plainText(block.label);
  return h("div.input-row", {}, label, element(ctx, block, block.element, place),
    h("div.hint", { id: hintId }, block.hint ? plainText(block.hint) : ""),
    h("div.field-error", { id: errorId, role: "alert" }));
}

const SELECT = /_select$/;

function video(ctx, block) {
  const title = block.title_url ? link(block.title_url, plainText(block.title)) : plainText(block.title);
  const by = [block.author_name, block.provider_name].filter(Boolean).join(" · ");
  return h("figure.picture", {}, h("figcaption", {}, title, by ? h("small", {}, by) : null),
    picture(block.thumbnail_url, block.alt_text), h("div", {}, "▶ ", link(block.video_url)),
    block.description ? h("p", {}, plainText(block.description)) : null);
}

const LEVELS = { info: "i", warning: "!", error: "×", success: "✓", default: "•" };

function alert(ctx, block) {
  const level = block.level in LEVELS ? block.level : "default";
  return h(`div.alert.${level}`, { role: "note" }, h("span.level", { "aria-hidden": "true" }, LEVELS[level]), h("div", {}, textNodes(ctx, block.text)));
}

function card(ctx, block) {
  const icon = block.icon ? picture(ctx.imageOf(block.icon), block.icon.alt_text, "img.card-icon") : null;
  return h("article.card", { "data-block-id": block.block_id },
    block.hero_image ? picture(ctx.imageOf(block.hero_image), block.hero_image.alt_text, "img.hero") : null,
    h("div.card-head", {}, icon, h("div", {}, h("strong", {}, textNodes(ctx, block.title)),
      block.subtitle ? h("small", {}, textNodes(ctx, block.subtitle)) : null)),
    block.body ? h("div", {}, textNodes(ctx, block.body)) : null,
    block.subtext ? h("small", {}, textNodes(ctx, block.subtext)) : null,
    block.actions?.length ? h("div.actions-row", {}, block.actions.map((el) => element(ctx, block, el))) : null);
}

function container(ctx, block) {
  const title = block.rich_text_title ? richText(ctx, block.rich_text_title) : plainText(block.title);
  const body = h("div.container-body", { id: freshId("container"), hidden: block.default_collapsed ? true : undefined }, blocks(ctx, block.child_blocks.map((child) => ({ ...child, block_id: child.block_id ?? block.block_id }))));
  const node = h("section.container", {}, h("div.container-head", {}, h("strong", {}, title),
    block.subtitle ? h("small", {}, textNodes(ctx, block.subtitle)) : null,
    block.is_collapsible ? fold(ctx, body) : null), body);
  if (block.has_header_divider) node.classList.add("divided");
  return node;
}

function fold(ctx, body) {
  const toggle = () => {
    body.hidden = !body.hidden;
    node.setAttribute("aria-expanded", String(!body.hidden));
  };
  const node = button("▾", toggle, "button.small", { "aria-expanded": String(!body.hidden), "aria-controls": body.id, "aria-label": ctx.t("collapsed") });
  return node;
}

const TASKS = { pending: "○", in_progress: "◐", complete: "✔", error: "✖" };

function task(ctx, block) {
  const parts = [block.details, block.output].filter(Boolean).map((part) => richText(ctx, part));
  const sources = (block.sources ?? []).map((source) => link(source.url, source.text ?? source.url));
  return h("div.task", {}, h("span", { title: block.status }, TASKS[block.status] ?? "•"), h("div", {}, h("strong", {}, block.title), parts, sources));
}
