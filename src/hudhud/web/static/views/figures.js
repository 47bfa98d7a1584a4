// Every estimate as an interval over publication time, each source's figure as a mark with its bound.
import { get } from "../api.js";
import { addDays, daysBetween, empty, flat, h, heading, number, replace, s } from "../dom.js";
import { go } from "../state.js";

const WIDE = 460, HIGH = 150, LEFT = 46, RIGHT = 14, TOP = 14, BOTTOM = 24;
const MOST = 60;

export async function show(state, { asked, signal }) {
  const answer = await get("figures", { ...asked, limit: state.all ? 2000 : MOST }, signal);
  if (!answer.rows.length) return [heading("Figures"), empty("No figure matches", "Take a filter away, or look for a number's words in the search.")];
  const more = answer.next && h("button", { onclick: () => go({ all: "1" }) }, `Show all ${answer.n_rows}`);
  return [heading("Figures", `${answer.rows.length} of ${answer.n_rows} things counted`), guide(), h("div", { class: "cards" }, answer.rows.map(card)), more, answer.notes.map((note) => h("p", { class: "notes" }, note))];
}

function guide() {
  const mark = (bound) => s("svg", { viewBox: "-9 -12 18 24", "aria-hidden": "true", class: `mark ${bound}` }, shape(bound, 0, 0, -10, 10));
  return h("ul", { class: "legend", "aria-label": "Legend" }, [["exact", "exactly"], ["about", "about"], ["at_least", "at least"], ["at_most", "at most"], ["between", "between two numbers"]].map(([bound, text]) => h("li", {}, mark(bound), text)), h("li", {}, "The band is low to high, the dashed line the best; faint marks were since revised by their source."));
}

const reach = (low, high) => low === null && high === null ? "unknown" : low === null ? `up to ${number(high)}` : high === null ? `${number(low)} or more` : low === high ? number(low) : `${number(low)} to ${number(high)}`;

function card(row) {
  const tip = h("div", { class: "tip", "aria-live": "polite" });
  const figures = row.figures;
  const tell = (figure) => replace(tip, h("strong", {}, `${saying(figure)}, `), [...figure.said_by, figure.publisher || "an unnamed outlet"].join(", as told by "), ` (${figure.published || "undated"})${figure.is_current ? "" : ", since revised"}: `, h("q", {}, flat(figure.quote)));
  tell(figures.at(-1));
  return h("section", { class: "card", "data-id": row.id },
    h("div", { class: "title-row" }, h("h2", {}, `${row.quantity}: ${row.what}`), h("button", { class: "plain small", onclick: () => go({ show: row.id }) }, "Evidence")),
    h("div", { class: "row" }, h("span", { class: "best" }, row.best === null ? "?" : number(row.best)), h("span", { class: "muted" }, reach(row.low, row.high))),
    h("p", { class: "small muted" }, [row.place, row.when, `${row.n_origins} ${row.n_origins === 1 ? "origin" : "origins"}`].filter(Boolean).join(" · ")),
    chart(row, tell), tip);
}

// The next number above that people count to; its half is one too.
function nice(value) {
  const ten = 10 ** Math.floor(Math.log10(value));
  return ten * [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10].find((one) => one * ten >= value);
}

const saying = (one) => one.bound === "about" ? `about ${number(one.low ?? one.high)}` : one.bound === "exact" ? number(one.low) : reach(one.low, one.high);

function chart(row, tell) {
  const figures = row.figures;
  const days = figures.map((one) => one.published).filter(Boolean).sort();
  const from = days.length ? addDays(days[0], -1) : "2000-01-01";
  const total = Math.max(4, days.length ? daysBetween(from, days.at(-1)) + 1 : 4);
  const values = [row.low, row.best, row.high, ...figures.flatMap((one) => [one.low, one.high])].filter((one) => one !== null);
  const top = nice(Math.max(...values, 1) * 1.1);
  const bottom = 0;
  const x = (day) => LEFT + ((day ? daysBetween(from, day) : 0) * (WIDE - LEFT - RIGHT)) / total;
  const y = (value) => HIGH - BOTTOM - ((value - bottom) * (HIGH - BOTTOM - TOP)) / (top - bottom || 1);
  const band = s("rect", { class: "interval", x: LEFT, width: WIDE - LEFT - RIGHT, y: row.high === null ? TOP : y(row.high) - 1, height: Math.max(2, (row.low === null ? y(bottom) : y(row.low)) - (row.high === null ? TOP : y(row.high)) + 2) });
  const best = row.best !== null && s("line", { class: "best-line", x1: LEFT, x2: WIDE - RIGHT, y1: y(row.best), y2: y(row.best) });
  const seen = new Map();
  const marks = figures.map((one) => {
    const value = one.low ?? one.high ?? 0;
    const key = `${one.published} ${value}`;
    seen.set(key, (seen.get(key) || 0) + 1);
    const at = x(one.published) + (seen.get(key) - 1) * 11;
    const label = `${saying(one)}, ${[...one.said_by, one.publisher || "unnamed outlet"].join(", ")}, ${one.published || "undated"}${one.is_current ? "" : ", since revised"}: ${flat(one.quote)}`;
    const mark = s("g", { class: `mark ${one.bound} ${one.is_current ? "" : "past"}`, tabindex: "0", role: "button", "aria-label": label, onmouseenter: () => tell(one), onfocus: () => tell(one), onclick: () => go({ show: one.claim_id }), onkeydown: (event) => event.key === "Enter" && go({ show: one.claim_id }) }, shape(one.bound, at, y(value), TOP, y(bottom), one.high === null ? null : y(one.high)));
    return mark;
  });
  const labels = [bottom, (bottom + top) / 2, top].map((value) => [s("line", { class: "axis", x1: LEFT, x2: WIDE - RIGHT, y1: y(value), y2: y(value) }), s("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, number(value))]);
  const dates = days.length ? [days[0], days.at(-1)].filter((day, at) => !at || x(day) - x(days[0]) > 130).map((day, at) => s("text", { x: x(day), y: HIGH - 6, "text-anchor": at ? "end" : "start" }, day)) : [];
  return s("svg", { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": `${row.quantity}, ${row.what}: figures by day of publication` }, labels, band, best, marks, dates);
}

// The mark of a number: a disc, or an arrow towards where it is open.
function shape(bound, x, y, top, bottom, other = null) {
  const disc = (kind) => s("circle", { class: kind, cx: x, cy: y, r: 4.6 });
  const stem = (to) => s("line", { class: "stem", x1: x, x2: x, y1: y, y2: to });
  if (bound === "at_least") return [stem(Math.max(top, y - 18)), s("path", { d: `M${x - 5},${y + 4}h10l-5,-9z` })];
  if (bound === "at_most") return [stem(Math.min(bottom, y + 18)), s("path", { d: `M${x - 5},${y - 4}h10l-5,9z` })];
  if (bound === "about") return [s("circle", { class: "mark hollow", cx: x, cy: y, r: 4.6 })];
  if (bound === "between") return [stem(other ?? y - 9), disc(""), s("circle", { cx: x, cy: other ?? y - 9, r: 3 })];
  return [disc("")];
}
