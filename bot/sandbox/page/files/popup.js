// What floats above the page: menus, confirmations, notices.

import { button, byId, freshId, h, trapFocus } from "./dom.js";
import { plainText, textNodes } from "./blocks/mrkdwn.js";

let closeOpen = () => {};

/** Puts *popup* below (or above) *anchor*, over everything, until `close` or a click elsewhere. */
export function float(anchor, popup, onclose = () => {}) {
  closeOpen();
  anchor.after(popup);
  settle(anchor, popup);
  const outside = (event) => {
    if (!popup.contains(event.target) && !anchor.contains(event.target)) close();
  };
  const scrolled = (event) => {
    if (!popup.contains(event.target)) settle(anchor, popup);
  };
  const close = () => {
    popup.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("scroll", scrolled, true);
    closeOpen = () => {};
    onclose();
  };
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("scroll", scrolled, true);
  closeOpen = close;
  return close;
}

export function settle(anchor, popup) {
  const box = anchor.getBoundingClientRect();
  const below = innerHeight - box.bottom;
  const up = below < Math.min(popup.offsetHeight, 260) && box.top > below;
  popup.style.minWidth = `${Math.min(box.width, innerWidth - 16)}px`;
  popup.style.left = `${Math.max(8, Math.min(box.left, innerWidth - popup.offsetWidth - 8))}px`;
  popup.style.top = up ? "auto" : `${box.bottom + 4}px`;
  popup.style.bottom = up ? `${innerHeight - box.top + 4}px` : "auto";
  popup.style.maxHeight = `${Math.max(120, (up ? box.top : below) - 16)}px`;
}

/** A menu of buttons, moved through with the arrow keys. items: [{label, detail, run}] */
export function menu(anchor, items) {
  const list = h("div.popup.menu", { role: "menu" });
  const close = float(anchor, list, () => anchor.setAttribute("aria-expanded", "false"));
  for (const item of items) {
    const choose = () => (close(), anchor.focus(), item.run());
    list.append(h("button.menu-item", { type: "button", role: "menuitem", tabindex: "-1", onclick: choose },
      item.label, item.detail ? h("small", {}, item.detail) : null));
  }
  anchor.setAttribute("aria-expanded", "true");
  list.addEventListener("keydown", (event) => menuKey(event, list, () => (close(), anchor.focus())));
  list.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !list.contains(relatedTarget) && close());
  settle(anchor, list);
  list.firstElementChild?.focus();
}

function menuKey(event, list, leave) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const goals = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 };
  if (event.key in goals) event.preventDefault(), items[goals[event.key]].focus();
  if (event.key === "Escape") event.preventDefault(), event.stopPropagation(), leave();
}

/** Slack's confirm object; resolves to whether the member went on. */
export function confirmed(ctx, confirm) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const answer = (value) => () => (veil.remove(), before?.focus?.(), resolve(value));
    const yes = confirm.style === "danger" ? "button.danger" : "button.primary";
    const titleId = freshId("confirm");
    const box = h("div.dialog.confirm", { role: "alertdialog", "aria-modal": "true", "aria-labelledby": titleId },
      h("h2", { id: titleId }, plainText(confirm.title)),
      h("div.confirm-text", {}, textNodes(ctx, confirm.text)),
      h("div.dialog-foot", {}, button(plainText(confirm.deny), answer(false), "button.confirm-deny"),
        button(plainText(confirm.confirm), answer(true), `${yes}.confirm-yes`)));
    const veil = h("div.veil", {}, box);
    veil.addEventListener("keydown", (event) => {
      trapFocus(box, event);
      if (event.key === "Escape") event.stopPropagation(), answer(false)();
    });
    document.body.append(veil);
    box.querySelector(".confirm-yes").focus();
  });
}

/** A short line at the foot of the page that goes away by itself. */
export function notice(text, kind = "info") {
  const line = h(`div.notice.${kind}`, {}, text);
  byId("notices").append(line);
  setTimeout(() => line.remove(), 9000);
}

/** What is sent now is not what the notices were about. */
export function takeNoticesDown() {
  byId("notices").replaceChildren();
}
