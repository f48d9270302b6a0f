// The page's own small pictures, drawn as SVG so that they look the same wherever it is opened.

import { svg } from "./dom.js";

const PATHS = {
  clip: "M16 6.5 8.8 13.7a2.3 2.3 0 0 0 3.2 3.2l7-7a4.2 4.2 0 0 0-6-6l-7.3 7.4a6 6 0 0 0 8.5 8.5L20 14",
  send: "M4 12 20 4l-5 16-4-7z",
  reply: "M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v1",
  talk: "M4 5h16v11H12l-5 4v-4H4z",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
};

export function icon(name) {
  const path = svg("path", { d: PATHS[name] });
  return svg("svg.icon", { viewBox: "0 0 24 24", width: 18, height: 18, "aria-hidden": "true", focusable: "false" }, path);
}
