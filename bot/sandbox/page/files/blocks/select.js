// One combobox for every select menu: type to filter, arrows and Enter to choose, chips when many may be chosen.

import { freshId, h } from "../dom.js";
import { float, settle } from "../popup.js";

/**
 * find(text) gives [{key, label, detail, group, source}] or a promise of them; chosen is such a list.
 * onchange gets the new list. Returns the box; the input inside carries `id`.
 */
export function combobox(ctx, { id, find, chosen, many, most, placeholder, onchange, label, describedBy }) {
  const state = { chosen: [...chosen], items: [], at: -1, close: null, asked: 0 };
  const listId = freshId("list");
  const input = h("input.combo-input", {
    id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": listId, "aria-label": label, "aria-describedby": describedBy, placeholder,
  });
  const clear = h("button.combo-clear", { type: "button", "aria-label": ctx.t("clear"), tabindex: "-1" }, "×");
  const chips = h("span.chips");
  const box = h("div.combo", {}, chips, input, clear, h("span.combo-arrow", { "aria-hidden": "true" }, "▾"));
  const list = h("div.popup.options", { id: listId, role: "listbox", "aria-multiselectable": many ? "true" : undefined });

  const show = () => {
    if (many) chips.replaceChildren(...state.chosen.map(chip));
    else input.value = state.chosen[0]?.label ?? "";
    clear.hidden = many || !state.chosen.length;
    input.placeholder = many && state.chosen.length ? "" : placeholder;
  };
  const chip = (item) => h("span.chip", {}, item.label,
    h("button", { type: "button", "aria-label": ctx.t("remove", { name: item.label }), onclick: () => drop(item) }, "×"));
  const set = (items) => {
    state.chosen = items;
    show();
    onchange(items);
  };
  const drop = (item) => (set(state.chosen.filter((other) => other.key !== item.key)), input.focus());
  const choose = (item) => {
    if (!many) return closeList(), set([item]);
    const has = state.chosen.some((other) => other.key === item.key);
    input.value = "";
    if (has) return drop(item), draw();
    if (most && state.chosen.length >= most) return undefined;
    set([...state.chosen, item]);
    return search("");
  };
  const closeList = () => state.close?.();
  const openList = () => {
    if (state.close) return;
    input.setAttribute("aria-expanded", "true");
    state.close = float(box, list, () => {
      state.close = null;
      state.at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      show();
      if (many) input.value = "";
    });
  };
  const search = async (text) => {
    const asked = ++state.asked;
    openList();
    const items = await find(text);
    if (asked !== state.asked || !state.close) return;
    state.items = items;
    state.at = items.length && text ? 0 : -1;
    draw();
  };
  const draw = () => {
    let group;
    const rows = state.items.flatMap((item, index) => {
      const head = item.group && item.group !== group ? h("div.option-group", { role: "presentation" }, (group = item.group)) : null;
      return [head, option(item, index)].filter(Boolean);
    });
    list.replaceChildren(...(rows.length ? rows : [h("div.no-match", { role: "presentation" }, ctx.t("noMatch"))]));
    settle(box, list);
    mark();
  };
  const option = (item, index) => h("div.option", {
    id: `${listId}-${index}`, role: "option",
    "aria-selected": String(state.chosen.some((other) => other.key === item.key)),
    onpointerdown: (event) => event.preventDefault(), onclick: () => choose(item),
  }, h("span", {}, item.label), item.detail ? h("small", {}, item.detail) : null);
  const mark = () => {
    for (const row of list.querySelectorAll(".option")) row.classList.toggle("active", row.id === `${listId}-${state.at}`);
    const active = list.querySelector(".active");
    if (active) input.setAttribute("aria-activedescendant", active.id), active.scrollIntoView({ block: "nearest" });
  };
  const move = (by) => {
    if (!state.close) return search("");
    state.at = (state.at + by + state.items.length) % Math.max(1, state.items.length);
    return mark();
  };
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(state.at < 0 ? 0 : -1),
    Enter: () => (state.close && state.items[state.at] ? choose(state.items[state.at]) : search("")),
    Escape: (event) => state.close && (event.stopPropagation(), closeList()),
    Tab: () => closeList(),
    Backspace: () => many && !input.value && state.chosen.length && drop(state.chosen.at(-1)),
  };
  input.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    if (["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) event.preventDefault();
    keys[event.key](event);
  });
  input.addEventListener("input", () => search(input.value));
  input.addEventListener("click", () => (input.select(), search("")));
  input.addEventListener("blur", () => setTimeout(() => list.contains(document.activeElement) || closeList(), 120));
  clear.addEventListener("click", () => (set([]), input.focus()));
  box.addEventListener("click", (event) => event.target === box && (input.focus(), search("")));
  show();
  return box;
}
