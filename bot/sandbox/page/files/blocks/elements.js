// Block elements: draws one by its type and tells the surface what was pressed or changed.

import { button, freshId, h, picture } from "../dom.js";
import { emojiOf } from "./emoji.js";
import * as inputs from "./inputs.js";
import { plainText } from "./mrkdwn.js";
import { confirmed, menu } from "../popup.js";
import { selectMenu } from "./selects.js";
import { initialState } from "./states.js";

const SELECTS = ["static", "external", "users", "conversations", "channels"]
  .flatMap((kind) => [`${kind}_select`, `multi_${kind}_select`]);

const DRAW = {
  ...Object.fromEntries(SELECTS.map((type) => [type, selectMenu])),
  button: pressButton,
  workflow_button: (ctx, place, el) => h("button", { type: "button", disabled: true }, plainText(el.text)),
  overflow,
  image: (ctx, place, el) => picture(ctx.imageOf(el), el.alt_text, "img.thumb"),
  plain_text_input: inputs.textInput,
  number_input: inputs.textInput,
  email_text_input: inputs.textInput,
  url_text_input: inputs.textInput,
  rich_text_input: inputs.richTextInput,
  datepicker: inputs.datePicker,
  timepicker: inputs.timePicker,
  datetimepicker: inputs.dateTimePicker,
  checkboxes: inputs.checkboxes,
  radio_buttons: inputs.radioButtons,
  file_input: inputs.fileInput,
  feedback_buttons: feedback,
  icon_button: iconButton,
};

export const isKnown = (el) => el.type in DRAW;

/** options: {id, label, labelledBy, describedBy} from an input block, and whether changes reach the app at once. */
export function element(ctx, block, el, options = {}) {
  if (!isKnown(el)) return h("span.unknown", {}, ctx.t("unknownBlock", { type: el.type }));
  return DRAW[el.type](ctx, new Place(ctx, block, el, { acts: true, ...options }), el);
}

/** Where an element stands: what it holds, and its way to the app. */
class Place {
  constructor(ctx, block, el, options) {
    Object.assign(this, { ctx, block, el, id: freshId("field"), ...options });
    this.blockId = block.block_id;
  }

  state() {
    const row = (this.ctx.values[this.blockId] ??= {});
    return (row[this.el.action_id] ??= initialState(this.el, this.ctx.here));
  }

  hold(part) {
    Object.assign(this.state(), part);
    this.ctx.touched?.(this.blockId);
  }

  async change(part, { later } = {}) {
    const before = { ...this.state() };
    this.hold(part);
    if (!this.acts) return;
    if (this.el.confirm && !(await confirmed(this.ctx, this.el.confirm))) return this.hold(before);
    if (later) this.later();
    else this.act();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.acts && this.act(), 350);
  }

  act(part = this.state()) {
    const { type, action_id } = this.el;
    return this.ctx.act({ ...part, type, action_id, block_id: this.blockId });
  }

  enter() {
    this.ctx.submit?.();
  }
}

function pressButton(ctx, place, el) {
  const style = el.style ? `.${el.style}` : "";
  const label = h("span", {}, plainText(el.text));
  const name = el.accessibility_label;
  if (el.url) return urlButton(ctx, place, el, style, label);
  const node = button(label, () => press(ctx, place, el, node), `button${style}`, { "aria-label": name });
  return node;
}

function urlButton(ctx, place, el, style, label) {
  const safe = /^https?:/i.test(el.url) ? el.url : undefined;
  const props = { href: safe, target: "_blank", rel: "noopener noreferrer", role: "button", "aria-label": el.accessibility_label };
  return h(`a.as-button${style}`, { ...props, onclick: () => place.act({ value: el.value, text: el.text }) }, label, " ↗");
}

async function press(ctx, place, el, node, part = { value: el.value, text: el.text }) {
  if (el.confirm && !(await confirmed(ctx, el.confirm))) return;
  node.setAttribute("aria-busy", "true");
  node.disabled = true;
  await place.act(part);
  node.disabled = false;
  node.removeAttribute("aria-busy");
}

function overflow(ctx, place, el) {
  const choose = async (option) => {
    if (option.url && /^https?:/i.test(option.url)) open(option.url, "_blank", "noopener");
    await press(ctx, place, el, node, { selected_option: option });
  };
  const items = el.options.map((option) => ({
    label: plainText(option.text), detail: option.description && plainText(option.description), run: () => choose(option),
  }));
  const node = button("⋯", () => menu(node, items), "button.overflow", {
    "aria-label": ctx.t("moreActions"), "aria-haspopup": "menu", "aria-expanded": "false",
  });
  return h("span.overflow-box", {}, node);
}

function feedback(ctx, place, el) {
  const one = (part, mark) => part && button([mark, " ", plainText(part.text)], () => place.act({ value: part.value, text: part.text }),
    "button.small", { "aria-label": part.accessibility_label });
  return h("span.feedback", {}, one(el.positive_button, "👍"), one(el.negative_button, "👎"));
}

const ICONS = { trash: "wastebasket" };

function iconButton(ctx, place, el) {
  const mark = emojiOf(ICONS[el.icon] ?? el.icon) ?? "🗑";
  const node = button(mark, () => press(ctx, place, el, node), "button.small", { "aria-label": el.accessibility_label ?? plainText(el.text) });
  return node;
}
