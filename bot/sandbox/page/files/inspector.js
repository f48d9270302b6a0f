// The inspector: what the app asked of Slack, with bodies and verdicts; and the faults one can order.

import { button, byId, h, replace } from "./dom.js";
import { get, post } from "./api.js";
import { settled } from "./context.js";
import { format } from "./dates.js";

const state = { calls: [], last: 0, ctx: null, asking: false, again: false, words: "" };
const KEPT = 500;

export function setUpInspector(toggle) {
  byId("inspector-close").addEventListener("click", toggle);
  byId("call-filter").addEventListener("input", draw);
  byId("call-verdict").addEventListener("change", draw);
  byId("fault-method").addEventListener("input", showKinds);
  byId("fault-form").addEventListener("submit", (event) => (event.preventDefault(), order()));
}

export function showInspector(ctx) {
  state.ctx = ctx;
  if (byId("inspector").hidden) return;
  showWords(ctx);
  showFaults(ctx);
  refresh();
}

function showWords(ctx) {
  if (state.words === ctx.me.locale) return;
  state.words = ctx.me.locale;
  const words = { "inspector-title": "inspector", "fault-summary": "faults", "fault-help": "faultsHelp", "fault-order": "faultOrder" };
  for (const [id, key] of Object.entries(words)) byId(id).textContent = ctx.t(key);
  const labels = { "call-filter": "filter", "call-verdict": "verdict", "inspector-close": "hideDetails",
    "fault-method": "method", "fault-kind": "fault", "fault-times": "times", inspector: "inspector" };
  for (const [id, key] of Object.entries(labels)) byId(id).setAttribute("aria-label", ctx.t(key));
  byId("call-filter").placeholder = ctx.t("filter");
  const choice = byId("call-verdict").value || "all";
  replace(byId("call-verdict"), [["all", "allVerdicts"], ["ok", null], ["error", "errors"]]
    .map(([value, key]) => h("option", { value }, key ? ctx.t(key) : "ok"))).value = choice;
  draw();
}

/** Asks for the calls after the last one known; one question at a time. */
async function refresh() {
  if (state.asking) return void (state.again = true);
  state.asking = true;
  const answer = await get("calls", { after: state.last }).catch(() => null);
  state.asking = false;
  if (answer?.calls.length) take(answer);
  if (state.again) (state.again = false), refresh();
}

function take({ calls, last }) {
  state.calls = [...state.calls, ...calls].slice(-KEPT);
  state.last = last;
  draw();
}

function wanted(call) {
  const text = byId("call-filter").value.trim().toLowerCase();
  const verdict = byId("call-verdict").value;
  if (verdict === "ok" && call.verdict !== "ok") return false;
  if (verdict === "error" && call.verdict === "ok") return false;
  return !text || `${call.method} ${call.verdict} ${JSON.stringify(call.args)}`.toLowerCase().includes(text);
}

function draw() {
  if (!state.ctx) return;
  const list = byId("calls");
  const shown = new Map([...list.querySelectorAll(".call")].map((node) => [node.dataset.n, node]));
  const nodes = state.calls.filter(wanted).reverse().map((call) => shown.get(String(call.n)) ?? callNode(call));
  replace(list, nodes.length ? nodes : h("p.empty", {}, state.ctx.t("noCalls")));
}

function callNode(call) {
  const time = format(state.ctx.reader, new Date(call.at), { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const body = h("pre", { tabindex: "0" });
  const node = h(`details.call${call.verdict === "ok" ? "" : ".bad"}`, { "data-n": call.n }, h("summary", {},
    h("time", {}, time), h("strong", {}, call.method), h("span.verdict", {}, call.verdict)), body);
  node.addEventListener("toggle", () => (body.textContent = JSON.stringify(call.args, null, 2)));
  return node;
}

function showFaults(ctx) {
  const { faults } = ctx.data;
  const sign = JSON.stringify(faults);
  if (byId("fault-list").dataset.sign === sign) return;
  byId("fault-list").dataset.sign = sign;
  replace(byId("fault-methods"), [...faults.methods, ...faults.events].map((name) => h("option", { value: name })));
  showKinds();
  replace(byId("fault-list"), faults.pending.map((one) => h("li", {}, h("strong", {}, one.method), " ", one.faults.join(", "))),
    faults.pending.length ? h("li", {}, button(ctx.t("clear"), () => settled(ctx, post("faults", { clear: true })), "button.small")) : null);
}

const isEvent = () => state.ctx.data.faults.events.includes(byId("fault-method").value.trim());

/** Calls and events fail in different ways. */
function showKinds() {
  const { kinds, event_kinds: eventKinds } = state.ctx.data.faults;
  const offered = isEvent() ? eventKinds : kinds;
  const before = byId("fault-kind").value;
  replace(byId("fault-kind"), offered.map((name) => h("option", { value: name }, name)));
  if (offered.includes(before)) byId("fault-kind").value = before;
}

function order() {
  const body = {
    method: byId("fault-method").value.trim(), is_event: isEvent(), fault: byId("fault-kind").value, times: Number(byId("fault-times").value) || 1,
  };
  if (body.method) settled(state.ctx, post("faults", body));
}
