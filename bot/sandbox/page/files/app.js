// The page: asks for the state whenever it changed and hands it to the parts.

import { byId, button, h, replace } from "./dom.js";
import { follow, get, post } from "./api.js";
import { blocks } from "./blocks/blocks.js";
import { setUpClock, showClock } from "./clock.js";
import { Composer } from "./composer.js";
import { contextOf, settled, surfaceOf } from "./context.js";
import { icon } from "./icons.js";
import { setUpInspector, showInspector } from "./inspector.js";
import { MessageList } from "./messages.js";
import { showModals } from "./modal.js";
import { showPeople } from "./people.js";
import { showSidebar } from "./sidebar.js";

const address = new URLSearchParams(location.search);
const here = { me: address.get("as") ?? "", channel: address.get("channel") ?? "", tab: address.get("tab") ?? "messages", thread: null };
const read = new Map(JSON.parse(sessionStorage.getItem("read") ?? "[]"));
let ctx = null;
let homeTyped = { key: "", values: null };
let readBefore = { key: "", ts: "" };

const app = { goTo, actAs, unread };
const messages = new MessageList(byId("messages"), openThread);
const replies = new MessageList(byId("replies"), null);
const composer = new Composer({ id: "composer", target: () => here.channel });
const threadComposer = new Composer({ id: "thread-composer", target: () => here.channel, thread: () => here.thread });

function goTo(channelId) {
  Object.assign(here, { channel: channelId, thread: null, tab: here.channel === channelId ? here.tab : "messages" });
  closeMenu();
  return refresh().then(() => composer.field.focus({ preventScroll: true }));
}

function actAs(memberId) {
  const { kind, people = [] } = ctx.channel(here.channel) ?? {};
  const stays = kind === "public" || (kind === "private" && people.includes(memberId));
  Object.assign(here, { me: memberId, thread: null, channel: stays ? here.channel : kind === "app" ? "app" : "" });
  return refresh();
}

function openThread(ts) {
  here.thread = ts;
  show();
  threadComposer.field.focus();
}

function showTab(tab) {
  here.tab = tab;
  show();
  if (tab === "home") settled(ctx, post("home", { as: here.me }));
}

// --- what is unread: by member and channel, for as long as the tab is open

const readKey = (channelId) => `${here.me} ${channelId}`;

function unread(channel) {
  const seen = read.get(readKey(channel.id)) ?? "";
  return channel.id === here.channel ? 0 : channel.recent.filter((ts) => ts > seen).length;
}

function markRead() {
  const key = readKey(here.channel);
  if (readBefore.key !== key) readBefore = { key, ts: read.get(key) ?? "" };
  read.set(key, ctx.data.messages.at(-1)?.ts ?? "");
  sessionStorage.setItem("read", JSON.stringify([...read]));
}

// --- asking and showing

let asking = null;
let again = false;

function refresh() {
  if (asking) return (again = true), asking;
  asking = ask().finally(() => {
    asking = null;
    if (again) (again = false), refresh();
  });
  return asking;
}

async function ask() {
  const asked = `${here.me} ${here.channel}`;
  const data = await get("state", { as: here.me, channel: here.channel }).catch(() => null);
  if (!data || asked !== `${here.me} ${here.channel}`) return void (again = Boolean(data));
  ctx = contextOf(data, app);
  Object.assign(here, { me: data.me, channel: data.channel });
  show();
}

function show() {
  history.replaceState(null, "", `?${new URLSearchParams({ as: here.me, channel: here.channel, tab: here.tab })}`);
  document.documentElement.lang = ctx.me.locale;
  markRead();
  showSidebar(ctx, app);
  showHead();
  showMain();
  showThread();
  showClock(ctx);
  showInspector(ctx);
  showModals(ctx, ctx.data.modals);
}

function showHead() {
  const channel = ctx.channel(here.channel);
  const isApp = channel.kind === "app";
  const name = channel.kind === "public" ? `#${channel.name}` : channel.name;
  replace(byId("channel-name"), name);
  replace(byId("channel-topic"), channel.topic ?? "");
  document.title = `${name} · ${ctx.data.team.name}`;
  byId("tabs").hidden = !isApp;
  if (!isApp) here.tab = "messages";
  for (const [id, tab, word] of [["tab-home", "home", "home"], ["tab-messages", "messages", "messages"]]) {
    byId(id).textContent = ctx.t(word);
    byId(id).setAttribute("aria-selected", String(here.tab === tab));
    byId(id).tabIndex = here.tab === tab ? 0 : -1;
  }
  showPeople(ctx, channel);
  byId("menu").setAttribute("aria-label", ctx.t("menu"));
  byId("skip").textContent = ctx.t("skip");
  replace(byId("inspector-toggle"), icon("search"), h("span.toggle-word", {}, ctx.t("inspector")));
  byId("inspector-toggle").setAttribute("aria-label", ctx.t("inspector"));
  composer.update(ctx, name);
}

function showMain() {
  const isHome = here.tab === "home";
  byId("home").hidden = !isHome;
  byId("messages-tab").hidden = isHome;
  if (isHome) return showHome();
  return messages.show(ctx, ctx.data.messages.filter((one) => !one.is_reply), readKey(here.channel), readBefore.ts);
}

function showHome() {
  const view = ctx.data.home;
  const key = `${here.me} ${view?.id} ${view?.hash} ${ctx.me.locale}`;
  if (homeTyped.key === key && byId("home").childElementCount) return;
  if (!view) return void replace(byId("home"), h("p.empty", {}, ctx.t("emptyHome")));
  const surface = surfaceOf(ctx, { where: { view_id: view.id }, blocks: view.blocks, typed: homeTyped.values });
  homeTyped = { key, values: surface.values };
  replace(byId("home"), blocks(surface, view.blocks));
}

function showThread() {
  const parent = here.thread && ctx.data.messages.find((one) => one.ts === here.thread);
  byId("thread").hidden = !parent;
  if (!parent) return void (here.thread = null);
  byId("thread-title").textContent = ctx.t("thread");
  byId("thread-close").setAttribute("aria-label", ctx.t("close"));
  const thread = ctx.data.messages.filter((one) => one.ts === here.thread || one.thread_ts === here.thread);
  replies.show(ctx, thread.map((one) => ({ ...one, reply_count: 0 })), `${here.me} ${here.thread}`);
  threadComposer.update(ctx, "");
}

// --- the frame

function closeThread() {
  here.thread = null;
  show();
  composer.field.focus();
}

const closeMenu = () => setMenu(false);
const isMenuOpen = () => document.body.classList.contains("menu-open");

function setMenu(open) {
  document.body.classList.toggle("menu-open", open);
  byId("menu").setAttribute("aria-expanded", String(open));
}

function toggleInspector() {
  const shown = byId("inspector").hidden;
  byId("inspector").hidden = !shown;
  byId("inspector-toggle").setAttribute("aria-expanded", String(shown));
  if (shown) showInspector(ctx), byId("call-filter").focus();
  else byId("inspector-toggle").focus();
}

function onEscape(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (isMenuOpen()) closeMenu(), byId("menu").focus();
  else if (here.thread && byId("thread").contains(document.activeElement)) closeThread();
  else if (byId("inspector").contains(document.activeElement)) toggleInspector();
}

function onTabKey(event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  showTab(here.tab === "home" ? "messages" : "home");
  byId(`tab-${here.tab}`).focus();
}

function setLost(isLost) {
  byId("lost").hidden = !isLost || !ctx;
  if (ctx) byId("lost").textContent = ctx.t("lost");
}

byId("messages-tab").append(composer.form);
byId("thread").append(threadComposer.form);
byId("menu").addEventListener("click", () => setMenu(!isMenuOpen()));
byId("shade").addEventListener("click", closeMenu);
byId("tab-home").addEventListener("click", () => showTab("home"));
byId("tab-messages").addEventListener("click", () => showTab("messages"));
byId("tabs").addEventListener("keydown", onTabKey);
byId("thread-close").addEventListener("click", closeThread);
byId("inspector-toggle").addEventListener("click", toggleInspector);
document.addEventListener("keydown", onEscape);
setUpClock();
setUpInspector(toggleInspector);
post("reloaded", { as: here.me })
  .then(() => here.tab === "home" && post("home", { as: here.me }))
  .catch(() => null)
  .then(() => follow(refresh, setLost));
