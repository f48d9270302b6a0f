// Makes elements. User text only ever becomes text nodes: nothing here (or anywhere) parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/** h("button.primary#go", {onclick, "aria-label": "Go"}, "Go", node, [more]) */
export function h(spec, props = {}, ...children) {
  return fill(document.createElement(tagOf(spec)), spec, props, children);
}

export function svg(spec, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tagOf(spec)), spec, props, children);
}

function tagOf(spec) {
  return spec.match(/^[a-z0-9]+/i)[0];
}

function fill(element, spec, props, children) {
  for (const [mark, name] of [...spec.matchAll(/([.#])([\w-]+)/g)].map((m) => [m[1], m[2]])) {
    if (mark === "#") element.id = name;
    else element.classList.add(name);
  }
  for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
  append(element, children);
  return element;
}

function setProperty(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked" || name === "disabled") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

export const byId = (id) => document.getElementById(id);

let counter = 0;
export const freshId = (prefix) => `${prefix}-${++counter}`;

/** Only http, https and mailto addresses become links; anything else stays text. */
export function link(address, ...children) {
  if (!/^(https?:|mailto:)/i.test(address)) return h("span", {}, children.length ? children : address);
  const props = { href: address, target: "_blank", rel: "noopener noreferrer" };
  return h("a", props, children.length ? children : address);
}

/** A picture of this server is shown; one from elsewhere is named, since the page never leaves this machine. */
export function picture(address, description, spec = "img") {
  const local = address && new URL(address, location.href).origin === location.origin;
  if (local) return h(spec, { src: address, alt: description ?? "", loading: "lazy" });
  return h("span.no-picture", { role: "img", "aria-label": description ?? "" }, description || address);
}

export function button(label, onclick, spec = "button", props = {}) {
  return h(spec, { type: "button", onclick, ...props }, label);
}

/** Keeps Tab inside *box*: for dialogs. */
export function trapFocus(box, event) {
  if (event.key !== "Tab") return;
  const stops = [...box.querySelectorAll("a[href],button,input,textarea,select,summary,[tabindex='0']")];
  const usable = stops.filter((stop) => !stop.disabled && stop.offsetParent !== null);
  if (!usable.length) return;
  const edge = event.shiftKey ? usable[0] : usable.at(-1);
  if (document.activeElement !== edge && box.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? usable.at(-1) : usable[0]).focus();
}
