// Fields one types, ticks or picks in: text, numbers, dates, times, boxes, files.

import { h, replace } from "../dom.js";
import { secondsToWall, wallToSeconds } from "../dates.js";
import { plainText, textNodes } from "./mrkdwn.js";

const common = (place, el) => ({
  id: place.id,
  "aria-label": place.label,
  "aria-describedby": place.describedBy,
  placeholder: el.placeholder ? plainText(el.placeholder) : undefined,
});

export function textInput(ctx, place, el) {
  const kind = { number_input: "text", email_text_input: "email", url_text_input: "url" }[el.type] ?? "text";
  const mode = el.type === "number_input" ? (el.is_decimal_allowed ? "decimal" : "numeric") : undefined;
  const props = { ...common(place, el), value: place.state().value ?? "", autocomplete: "off" };
  const field = el.multiline ? h("textarea", { ...props, rows: 4 }) : h("input", { ...props, type: kind, inputmode: mode });
  const counter = el.max_length || el.min_length ? h("span.counter", { "aria-hidden": "true" }) : null;
  const count = () => counter && showCount(counter, el, field.value.length);
  field.addEventListener("input", () => {
    const value = el.type === "number_input" ? field.value.trim().replace(",", ".") : field.value;
    place.hold({ value: value || null });
    count();
    if (triggers(el).includes("on_character_entered")) place.later();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (el.multiline && !(event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    if (place.acts && triggers(el).includes("on_enter_pressed")) place.act();
    else place.enter();
  });
  count();
  return h("div.text-field", {}, field, counter);
}

const triggers = (el) => el.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];

function showCount(counter, el, length) {
  counter.textContent = el.max_length ? `${length} / ${el.max_length}` : `${length} ≥ ${el.min_length}`;
  counter.classList.toggle("over", length > (el.max_length ?? Infinity) || (length > 0 && length < (el.min_length ?? 0)));
}

export function richTextInput(ctx, place, el) {
  const written = place.state().rich_text_value;
  const text = (written?.elements ?? []).flatMap((part) => part.elements).map((leaf) => leaf.text ?? "").join("");
  const field = h("textarea", { ...common(place, el), rows: 4, value: text });
  field.addEventListener("input", () => place.hold({ rich_text_value: field.value ? asRichText(field.value) : null }));
  return field;
}

const asRichText = (text) => ({
  type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

const picker = (type, field, read = (value) => value, write = (value) => value ?? "") => (ctx, place, el) => {
  const input = h("input.picker", { ...common(place, el), type, value: write(place.state()[field], ctx) });
  input.addEventListener("change", () => {
    const early = type !== "time" && input.value && input.value < "1900";
    if (!early) place.change({ [field]: input.value ? read(input.value, ctx) : null }, { later: true });
  });
  return input;
};

export const datePicker = picker("date", "selected_date");
export const timePicker = picker("time", "selected_time");
export const dateTimePicker = picker("datetime-local", "selected_date_time",
  (wall, ctx) => wallToSeconds(ctx.reader.tz, wall),
  (seconds, ctx) => (seconds ? secondsToWall(ctx.reader.tz, seconds) : ""));

function tick(ctx, place, option, { type, checked, onchange }) {
  const input = h("input", { type, name: place.id, value: option.value, checked, onchange });
  const words = h("span", {}, h("span.tick-text", {}, textNodes(ctx, option.text)),
    option.description ? h("small", {}, textNodes(ctx, option.description)) : null);
  return h("label.tick", {}, input, words);
}

const group = (place, role, parts) =>
  h("div.ticks", { role, "aria-label": place.label, "aria-labelledby": place.labelledBy, "aria-describedby": place.describedBy, id: place.id }, parts);

export function checkboxes(ctx, place, el) {
  const on = () => place.state().selected_options;
  const boxes = el.options.map((option) => tick(ctx, place, option, {
    type: "checkbox",
    checked: on().some((held) => held.value === option.value),
    onchange: ({ target }) => {
      const others = on().filter((held) => held.value !== option.value);
      place.change({ selected_options: target.checked ? [...others, option] : others });
    },
  }));
  return group(place, "group", boxes);
}

export function radioButtons(ctx, place, el) {
  const dots = el.options.map((option) => tick(ctx, place, option, {
    type: "radio",
    checked: place.state().selected_option?.value === option.value,
    onchange: () => place.change({ selected_option: option }),
  }));
  return group(place, "radiogroup", dots);
}

export function fileInput(ctx, place, el) {
  const accept = (el.filetypes ?? []).map((kind) => `.${kind}`).join(",");
  const input = h("input", { id: place.id, "aria-label": place.label, type: "file", accept, multiple: (el.max_files ?? 10) > 1 });
  const names = h("ul.file-names");
  const show = () => replace(names, place.state().files.map((file) => h("li", {}, file.name)));
  input.addEventListener("change", async () => {
    const files = await ctx.upload([...input.files].slice(0, el.max_files ?? 10));
    place.change({ files });
    show();
  });
  show();
  return h("div.file-input", {}, input, names);
}
