// The stack of modals: the top one is drawn; what was typed stays when the app updates it.

import { button, byId, h, replace, trapFocus } from "./dom.js";
import { post } from "./api.js";
import { blocks } from "./blocks/blocks.js";
import { settled, spoken, surfaceOf } from "./context.js";
import { plainText } from "./blocks/mrkdwn.js";
import { fault } from "./blocks/states.js";

let open = null; // {key, view, surface, box}
let before = null; // what had the focus
const typed = new Map();

export function showModals(ctx, views) {
  const view = views.at(-1);
  for (const id of typed.keys()) if (!views.some((one) => one.id === id)) typed.delete(id);
  if (!view) return hide();
  const key = `${view.id} ${view.hash} ${ctx.me.id}`;
  if (open?.key === key) return undefined;
  return differsInHints(open?.view, view) ? takeHints(view, key) : draw(ctx, view, views.length, key);
}

const INPUT_BLOCKS = ".block-input[data-block-id]";
const bare = ({ hash, state, blocks: list, ...rest }) => JSON.stringify([rest, list.map(({ hint, ...block }) => block)]);
const differsInHints = (was, view) => Boolean(was) && bare(was) === bare(view);

/** Hints change while somebody types: the fields stay, with the caret, an accent half composed and an open list. */
function takeHints(view, key) {
  Object.assign(open, { view, key });
  const hints = new Map(view.blocks.map((block) => [block.block_id, block.hint ? plainText(block.hint) : ""]));
  for (const node of open.box.querySelectorAll(INPUT_BLOCKS)) {
    const [hint] = node.getElementsByClassName("hint");
    const text = hints.get(node.dataset.blockId);
    if (hint && text !== undefined) hint.textContent = text;
  }
}

function hide() {
  if (!open) return;
  open = null;
  replace(byId("modal-veil")).hidden = true;
  byId("app").inert = false;
  before?.focus?.();
}

function draw(ctx, view, depth, key) {
  const place = open?.view.id === view.id ? remember(open.box) : null;
  if (!open) before = document.activeElement;
  const surface = surfaceOf(ctx, {
    where: { view_id: view.id }, blocks: view.blocks, typed: typed.get(view.id), here: ctx.data.channel,
    more: { submit: () => submit(ctx), touched: clearError },
  });
  typed.set(view.id, surface.values);
  const box = modalBox(ctx, view, surface, depth);
  open = { key, view, surface, box };
  replace(byId("modal-veil"), box).hidden = false;
  byId("app").inert = true;
  place ? restore(box, place) : focusFirst(box, view);
}

function modalBox(ctx, view, surface, depth) {
  const box = h("form#modal.dialog", {
    role: "dialog", "aria-modal": "true", "aria-labelledby": "modal-title", novalidate: true, tabindex: "-1", "data-view-id": view.id,
    "data-callback-id": view.callback_id,
  }, modalHead(ctx, view, depth), h("div#modal-alert", { role: "alert" }),
  h("div.dialog-body", {}, blocks(surface, view.blocks)), modalFoot(ctx, view));
  box.addEventListener("submit", (event) => (event.preventDefault(), submit(ctx)));
  box.addEventListener("keydown", (event) => {
    trapFocus(box, event);
    if (event.key === "Escape" && !event.defaultPrevented) event.preventDefault(), close(ctx);
  });
  return box;
}

function modalHead(ctx, view, depth) {
  return h("div.dialog-head", {},
    depth > 1 ? button("←", () => close(ctx), "button.small#modal-back", { "aria-label": ctx.t("back") }) : null,
    h("h2#modal-title", {}, plainText(view.title)),
    button("×", () => close(ctx, true), "button.small#modal-x", { "aria-label": ctx.t(depth > 1 ? "closeAll" : "close") }));
}

function modalFoot(ctx, view) {
  return h("div.dialog-foot", {},
    button(plainText(view.close) || ctx.t(view.submit ? "cancel" : "close"), () => close(ctx), "button#modal-close"),
    view.submit ? h("button#modal-submit.primary", { type: "submit" }, plainText(view.submit)) : null);
}

function focusFirst(box, view) {
  const wanted = view.blocks.find((block) => block.element?.focus_on_load);
  const holder = wanted ? box.querySelector(`[data-block-id="${CSS.escape(wanted.block_id)}"]`) : box.querySelector(".dialog-body");
  (holder?.querySelector("input,textarea,select") ?? box).focus(); // a button far below would scroll the text away
}

function remember(box) {
  const block = document.activeElement?.closest?.("[data-block-id]");
  const stops = block ? [...block.querySelectorAll("input,textarea,button,select")] : [];
  const caret = [document.activeElement?.selectionStart, document.activeElement?.selectionEnd];
  return { blockId: block?.dataset.blockId, at: stops.indexOf(document.activeElement), caret, top: box.querySelector(".dialog-body").scrollTop };
}

function restore(box, { blockId, at, caret, top }) {
  box.querySelector(".dialog-body").scrollTop = top;
  const block = blockId && box.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`);
  const field = (block && block.querySelectorAll("input,textarea,button,select")[at]) || box;
  field.focus();
  if (caret[0] !== null && typeof field.selectionStart === "number") field.setSelectionRange(...caret);
}

const inputsOf = (list) => list.flatMap((block) =>
  block.type === "input" ? [block] : inputsOf(block.child_blocks ?? []));

function localErrors(ctx, { view, surface }) {
  const found = inputsOf(view.blocks).map((block) => {
    const broken = fault(block, surface.values[block.block_id]?.[block.element.action_id]);
    return broken && [block.block_id, ctx.t(broken.key, broken)];
  });
  return Object.fromEntries(found.filter(Boolean));
}

async function submit(ctx) {
  const here = open;
  const errors = localErrors(ctx, here);
  if (!here.view.submit || showErrors(here.box, errors)) return;
  const go = byId("modal-submit");
  if (go.disabled) return;
  busy(ctx, here.box, true);
  const answer = await post("submit", { as: ctx.me.id, view_id: here.view.id, values: here.surface.values })
    .catch((error) => ({ refused: error.message }));
  busy(ctx, here.box, false);
  if (answer.refused || answer.error) showAlert(here.box, spoken(ctx, answer));
  else showErrors(here.box, answer.errors ?? {});
}

function busy(ctx, box, on) {
  const go = box.querySelector("#modal-submit");
  go.disabled = on;
  go.setAttribute("aria-busy", String(on));
  box.classList.toggle("waiting", on);
}

const showAlert = (box, text) => replace(box.querySelector("#modal-alert"), h("div.alert.error", {}, text));

/** Shows one error under each field; true when there was one. */
function showErrors(box, errors) {
  replace(box.querySelector("#modal-alert"));
  for (const node of box.querySelectorAll(".block-input")) setError(node, errors[node.dataset.blockId]);
  const [first] = box.querySelectorAll(".block-input.wrong");
  first?.querySelector("input,textarea,button")?.focus();
  return Boolean(Object.keys(errors).length);
}

function setError(node, text) {
  node.classList.toggle("wrong", Boolean(text));
  node.querySelector(".field-error").textContent = text ?? "";
  node.querySelector("input,textarea")?.setAttribute("aria-invalid", String(Boolean(text)));
}

function clearError(blockId) {
  const node = open?.box.querySelector(`.block-input.wrong[data-block-id="${CSS.escape(blockId)}"]`);
  if (node) setError(node, undefined);
}

const close = (ctx, all = false) => settled(ctx, post("close", { as: ctx.me.id, view_id: open.view.id, all }));
