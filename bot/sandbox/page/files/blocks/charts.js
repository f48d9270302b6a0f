// data_visualization: bar, line, area and pie as SVG, with the same numbers as a table below.

import { h, svg } from "../dom.js";

const WIDTH = 560;
const HEIGHT = 260;
const PAD = { left: 52, right: 12, top: 12, bottom: 44 };
const DASHES = ["", "7 4", "2 3", "10 3 2 3", "4 4", "1 4"];
const color = (index) => `var(--chart-${index % 8})`;

export function chart(ctx, block) {
  const data = block.chart ?? {};
  const draw = data.type === "pie" ? pie : axes;
  return h("figure.chart", {},
    h("figcaption", {}, block.title),
    draw(ctx, block.title, data),
    legend(data),
    h("details", {}, h("summary", {}, ctx.t("showTable")), numbers(ctx, data)));
}

const number = (ctx, value) => new Intl.NumberFormat(ctx.reader.locale, { maximumFractionDigits: 2 }).format(value);

function legend(data) {
  const names = data.type === "pie" ? data.segments.map((s) => s.label) : data.series.map((s) => s.name);
  return h("ul.legend", { "aria-hidden": "true" }, names.map((name, index) => {
    const swatch = h("span.swatch");
    swatch.style.background = color(index);
    return h("li", {}, swatch, name);
  }));
}

function numbers(ctx, data) {
  const head = data.type === "pie" ? ["", ""] : ["", ...data.series.map((s) => s.name)];
  return h("div.table-scroll", { tabindex: "0" }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, numberRows(data).map(([label, ...values]) => h("tr", {},
      h("th", { scope: "row" }, label), values.map((value) => h("td.align-right", {}, number(ctx, value))))))));
}

function numberRows(data) {
  if (data.type === "pie") return data.segments.map((s) => [s.label, s.value]);
  return data.axis_config.categories.map((name) => [name, ...data.series.map((s) => valueAt(s, name))]);
}

const valueAt = (series, category) => series.data.find((point) => point.label === category)?.value ?? 0;

const picture = (title, parts, height = HEIGHT) =>
  svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title }, parts);

function axes(ctx, title, data) {
  const ticks = niceTicks(data.series.flatMap((s) => s.data.map((point) => point.value)));
  const scale = scales(data.axis_config.categories, ticks);
  const draw = { bar: bars, line: lines, area: areas }[data.type] ?? bars;
  return picture(title, [grid(ctx, scale, ticks), labels(data, scale), draw(ctx, data, scale)]);
}

/** Round numbers that cover the values and zero. */
function niceTicks(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function scales(categories, ticks) {
  const [low, high] = [ticks[0], ticks.at(-1)];
  const slot = (WIDTH - PAD.left - PAD.right) / categories.length;
  return {
    categories,
    slot,
    start: (index) => PAD.left + index * slot,
    middle: (index) => PAD.left + (index + 0.5) * slot,
    y: (value) => PAD.top + ((high - value) / (high - low)) * (HEIGHT - PAD.top - PAD.bottom),
  };
}

function grid(ctx, scale, ticks) {
  return svg("g.grid", {}, ticks.map((tick) => [
    svg("line", { x1: PAD.left, x2: WIDTH - PAD.right, y1: scale.y(tick), y2: scale.y(tick), class: tick ? "" : "zero" }),
    svg("text", { x: PAD.left - 6, y: scale.y(tick) + 4, "text-anchor": "end" }, number(ctx, tick)),
  ]));
}

function labels({ axis_config: config }, scale) {
  const every = Math.ceil(scale.categories.length / 10);
  const room = Math.max(4, Math.floor((scale.slot * every) / 6.2));
  const shown = scale.categories.map((name, index) => index % every ? null :
    svg("text", { x: scale.middle(index), y: HEIGHT - PAD.bottom + 16, "text-anchor": "middle" },
      svg("title", {}, name), name.length > room ? `${name.slice(0, room - 1)}…` : name));
  const below = config.x_label && svg("text.axis", { x: WIDTH / 2, y: HEIGHT - 8, "text-anchor": "middle" }, config.x_label);
  const side = config.y_label && svg("text.axis", {
    transform: `translate(12 ${(HEIGHT - PAD.bottom) / 2}) rotate(-90)`, "text-anchor": "middle",
  }, config.y_label);
  return svg("g.labels", {}, shown, below, side);
}

const tip = (ctx, series, point) => svg("title", {}, `${series.name}, ${point}: ${number(ctx, valueAt(series, point))}`);

function bars(ctx, { series }, scale) {
  const width = Math.min(38, (scale.slot * 0.8) / series.length);
  return series.map((one, index) => svg("g", { fill: color(index) }, scale.categories.map((name, at) => {
    const [top, zero] = [scale.y(valueAt(one, name)), scale.y(0)];
    const x = scale.middle(at) + (index - series.length / 2) * width;
    return svg("rect", { x: x + 1, y: Math.min(top, zero), width: Math.max(1, width - 2), height: Math.abs(zero - top), rx: 2 },
      tip(ctx, one, name));
  })));
}

const points = (one, scale) => scale.categories.map((name, at) => `${scale.middle(at)},${scale.y(valueAt(one, name))}`);

function lines(ctx, { series }, scale) {
  return series.map((one, index) => svg("g", {},
    svg("polyline", { points: points(one, scale).join(" "), fill: "none", stroke: color(index), "stroke-width": 2.5,
      "stroke-dasharray": DASHES[index % DASHES.length], "stroke-linejoin": "round" }),
    scale.categories.map((name, at) => svg("circle", { cx: scale.middle(at), cy: scale.y(valueAt(one, name)), r: 3.5,
      fill: color(index) }, tip(ctx, one, name)))));
}

function areas(ctx, data, scale) {
  const zero = scale.y(0);
  const [first, last] = [scale.middle(0), scale.middle(scale.categories.length - 1)];
  const filled = data.series.map((one, index) =>
    svg("polygon", { points: `${first},${zero} ${points(one, scale).join(" ")} ${last},${zero}`, fill: color(index), opacity: 0.22 }));
  return [filled, lines(ctx, data, scale)];
}

function pie(ctx, title, { segments }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let turned = 0;
  const slices = segments.map((segment, index) => {
    const share = segment.value / total;
    const node = slice(turned, share, color(index));
    turned += share;
    node.append(svg("title", {}, `${segment.label}: ${number(ctx, segment.value)} (${percent(ctx, share)})`));
    return [node, sliceLabel(ctx, turned - share / 2, share)];
  });
  return picture(title, svg("g", { transform: `translate(${WIDTH / 2} 105)` }, slices), 210);
}

const percent = (ctx, share) =>
  new Intl.NumberFormat(ctx.reader.locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

const onCircle = (part, radius) => [Math.sin(part * 2 * Math.PI) * radius, -Math.cos(part * 2 * Math.PI) * radius];

function slice(from, share, fill) {
  if (share > 0.9999) return svg("circle", { r: 95, fill, class: "slice" });
  const [x1, y1] = onCircle(from, 95);
  const [x2, y2] = onCircle(from + share, 95);
  return svg("path", { d: `M0 0L${x1} ${y1}A95 95 0 ${share > 0.5 ? 1 : 0} 1 ${x2} ${y2}Z`, fill, class: "slice" });
}

function sliceLabel(ctx, middle, share) {
  if (share < 0.06) return null;
  const [x, y] = onCircle(middle, 62);
  return svg("text.slice-label", { x, y: y + 4, "text-anchor": "middle" }, percent(ctx, share));
}
