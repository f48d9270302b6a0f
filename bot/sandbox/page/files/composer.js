// Where one writes: messages, files, and slash commands with completion as one types.

import { button, freshId, h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { post, readFile } from "./api.js";
import { folded } from "./i18n.js";
import { spoken } from "./context.js";
import { notice, takeNoticesDown } from "./popup.js";

/** One composer; `thread` gives the thread's ts or undefined, `target` the channel's id. */
export class Composer {
  constructor({ id, target, thread = () => undefined }) {
    Object.assign(this, { id, target, thread, files: [], items: [], at: -1, drafts: new Map(), sent: [] });
    this.build();
  }

  build() {
    const listId = freshId("completion");
    this.field = h(`textarea#${this.id}`, {
      rows: 1, role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId, autocomplete: "off", spellcheck: "false",
    });
    this.list = h("div.completion", { id: listId, role: "listbox", hidden: true });
    this.hint = h("div.command-hint", { "aria-live": "polite" });
    this.picker = h("input.visually-hidden", { type: "file", multiple: true, tabindex: "-1" });
    this.chosen = h("div.chosen-files");
    this.attach = button(icon("clip"), () => this.picker.click(), `button.small#${this.id}-attach`);
    this.go = h(`button.primary.send#${this.id}-send`, { type: "submit" }, icon("send"));
    this.form = h("form.composer", {}, this.list, this.hint, this.chosen, h("div.composer-row", {}, this.attach, this.picker, this.field, this.go));
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("click", () => this.changed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.offer([]), 150));
    this.picker.addEventListener("change", () => this.take([...this.picker.files]));
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    this.form.addEventListener("dragover", (event) => event.preventDefault());
    this.form.addEventListener("drop", (event) => (event.preventDefault(), this.take([...event.dataTransfer.files])));
  }

  update(ctx, name) {
    const label = this.thread() ? ctx.t("replyTo") : ctx.t("messageTo", { name });
    this.ctx = ctx;
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
    this.attach.setAttribute("aria-label", ctx.t("addFile"));
    this.go.setAttribute("aria-label", ctx.t("send"));
    this.keepDraft(`${ctx.me.id} ${this.target()} ${this.thread() ?? ""}`);
  }

  keepDraft(key) {
    if (key === this.draftKey) return;
    if (this.draftKey) this.drafts.set(this.draftKey, this.field.value);
    this.draftKey = key;
    this.write(this.drafts.get(key) ?? "");
    this.offer([]);
  }

  write(text) {
    this.field.value = text;
    this.grow();
    this.showHint();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 220)}px`;
  }

  changed() {
    this.grow();
    this.showHint();
    this.offer(this.matches());
  }

  /** What could be meant by the word at the cursor: a command at the very beginning, a member, a channel. */
  matches() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    if (/^\/\S*$/.test(before) && !this.thread()) return this.commands(before);
    const word = before.match(/(?:^|\s)([@#])([\p{L}\w.-]*)$/u);
    return word ? this.names(word[1], folded(word[2])) : [];
  }

  commands(start) {
    return this.ctx.data.commands.filter((one) => one.command.startsWith(start.toLowerCase()))
      .map((one) => ({ text: `${one.command} `, length: start.length, name: one.command, hint: one.usage_hint, detail: one.description }));
  }

  names(mark, start) {
    const all = mark === "@" ? this.ctx.members().filter((m) => !m.deactivated) : this.ctx.channels().filter((c) => c.kind === "public");
    const exact = (one) => Number(folded(one.handle ?? one.name) === start);
    return all.filter((one) => folded(`${one.handle ?? ""} ${one.name} ${one.real_name ?? ""}`).includes(start))
      .sort((one, other) => exact(other) - exact(one)).slice(0, 8)
      .map((one) => ({ text: `${mark}${one.handle ?? one.name} `, length: start.length + 1, name: `${mark}${one.handle ?? one.name}`, detail: one.real_name }));
  }

  offer(items) {
    this.items = items;
    this.at = items.length ? 0 : -1;
    this.list.hidden = !items.length;
    this.field.setAttribute("aria-expanded", String(Boolean(items.length)));
    replace(this.list, items.map((item, index) => this.row(item, index)));
    this.mark();
  }

  row(item, index) {
    return h("div.completion-row", {
      id: `${this.list.id}-${index}`, role: "option",
      onpointerdown: (event) => (event.preventDefault(), this.complete(item)),
    }, h("strong", {}, item.name), item.hint ? h("code", {}, item.hint) : null, item.detail ? h("small", {}, item.detail) : null);
  }

  mark() {
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.at)));
    const active = this.list.children[this.at];
    if (active) this.field.setAttribute("aria-activedescendant", active.id), active.scrollIntoView({ block: "nearest" });
    else this.field.removeAttribute("aria-activedescendant");
  }

  complete(item) {
    const end = this.field.selectionStart;
    const text = this.field.value;
    this.write(text.slice(0, end - item.length) + item.text + text.slice(end).trimStart());
    const cursor = end - item.length + item.text.length;
    this.field.setSelectionRange(cursor, cursor);
    this.offer([]);
    this.field.focus();
  }

  showHint() {
    const [word] = this.field.value.split(/\s/);
    const command = /^\/\S+\s/.test(this.field.value) && this.ctx?.data.commands.find((one) => one.command === word);
    replace(this.hint, command ? [h("strong", {}, command.command), " ", h("code", {}, command.usage_hint), " ", command.description] : []);
  }

  key(event) {
    if (event.isComposing) return;
    if (this.items.length && this.completionKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) event.preventDefault(), this.send();
    if (event.key === "ArrowUp" && !this.field.value && this.sent.length) event.preventDefault(), this.write(this.sent.at(-1));
  }

  /** A name that stands there letter by letter needs no completing: Enter sends, as it does without a mention. */
  isWhole(item) {
    const before = this.field.value.slice(0, this.field.selectionStart);
    return before.slice(-item.length).toLowerCase() === item.text.trim().toLowerCase();
  }

  completionKey(event) {
    const count = this.items.length;
    const item = this.items[this.at];
    const whole = item && this.isWhole(item);
    const actions = {
      ArrowDown: () => ((this.at = (this.at + 1) % count), this.mark()),
      ArrowUp: () => ((this.at = (this.at - 1 + count) % count), this.mark()),
      Tab: () => this.complete(item),
      Enter: () => this.complete(item),
      Escape: () => this.offer([]),
    };
    if (!actions[event.key] || event.shiftKey || (event.key === "Enter" && whole)) return false;
    event.preventDefault();
    event.stopPropagation();
    actions[event.key]();
    return true;
  }

  take(files) {
    this.files.push(...files);
    this.picker.value = "";
    this.showFiles();
    this.field.focus();
  }

  showFiles() {
    const drop = (file) => () => ((this.files = this.files.filter((other) => other !== file)), this.showFiles());
    replace(this.chosen, this.files.map((file) => h("span.chip", {}, file.name,
      h("button", { type: "button", "aria-label": this.ctx.t("remove", { name: file.name }), onclick: drop(file) }, "×"))));
  }

  async send() {
    const text = this.field.value.trim();
    if ((!text && !this.files.length) || this.busy) return;
    const files = await Promise.all(this.files.map(readFile));
    this.begin(text);
    const isCommand = text.startsWith("/") && !this.thread();
    const body = { as: this.ctx.me.id, channel: this.target(), text, thread_ts: this.thread(), files };
    const answer = await post(isCommand ? "command" : "say", body).catch((error) => ({ refused: error.message }));
    this.end(text, answer);
  }

  begin(text) {
    takeNoticesDown();
    this.busy = true;
    this.form.classList.add("waiting");
    this.go.setAttribute("aria-busy", "true");
    if (text) this.sent.push(text);
    this.offer([]);
    this.write("");
  }

  end(text, answer) {
    this.busy = false;
    this.form.classList.remove("waiting");
    this.go.removeAttribute("aria-busy");
    if (answer.refused || answer.error) return this.failed(text, answer);
    this.files = [];
    this.showFiles();
    return undefined;
  }

  /** What was typed comes back; on Slack it is lost. */
  failed(text, answer) {
    const command = text.startsWith("/") ? text.split(/\s/)[0] : "";
    notice(spoken(this.ctx, answer, command), "error");
    if (!this.field.value) this.write(text);
  }
}
