// Events by day: bars by type, deeds apart from plans and denials.
import { get } from "../api.js";
import { addDays, daysBetween, empty, h, heading, s, words } from "../dom.js";
import { MANNERS, QUARTER_NAMES, manner, quarter, slug } from "../kinds.js";
import { go } from "../state.js";

const HIGH = 190, LEFT = 30, BOTTOM = 22;
let WIDE = 1000;
const FIRST = 250; // rows listed at once

export async function show(state, { asked, about, signal }) {
  const answer = await get("timeline", { ...asked, limit: 20000 }, signal);
  const rows = answer.rows;
  const note = `${rows.length.toLocaleString("en")} of ${answer.n_rows.toLocaleString("en")} events from ${about.n_documents.toLocaleString("en")} articles`;
  if (!rows.length) return [heading("Timeline", note), empty("No event matches", "Take a filter away, or look at other days. The record tells of days from ", about.first_day || "none", " to ", about.last_day || "none", ".")];
  return [heading("Timeline", note), h("section", { class: "card", "aria-label": "Events by time" }, chart(rows, state, about), legend(), types(rows, state)), list([...rows].reverse())];
}

const dayOf = (row) => row.start || row.end || row.first_published;

function spanOf(rows, state, about) {
  const days = rows.map(dayOf).filter(Boolean).sort();
  if (!days.length) return null;
  let [from, to] = [days[0], days.at(-1)];
  // What is told of years ago would press the present into a line.
  if (!state.since && !state.until && about.first_published && addDays(about.first_published, -45) > from && addDays(about.first_published, -45) < to) from = addDays(about.first_published, -45);
  if (state.since > from) from = state.since;
  if (state.until && state.until < to) to = state.until;
  return from <= to ? [from, to] : [to, to];
}

function chart(rows, state, about) {
  WIDE = Math.min(1200, Math.max(320, document.getElementById("main").clientWidth - 40)); // so that letters keep their size
  const span = spanOf(rows, state, about);
  if (!span) return h("p", { class: "notes" }, "No day is told of any of them.");
  const [from, to] = span;
  const total = daysBetween(from, to) + 1;
  const step = total <= 130 ? 1 : total <= 900 ? 7 : 30;
  const n = Math.ceil(total / step);
  const bins = Array.from({ length: n }, () => new Map());
  let before = 0;
  for (const row of rows) {
    const day = dayOf(row);
    if (!day) continue;
    const at = Math.floor(daysBetween(from, day) / step);
    if (at < 0 || at >= n) { before += 1; continue; }
    const key = `${manner(row.factuality)} ${quarter(row.type)}`;
    bins[at].set(key, (bins[at].get(key) || 0) + 1);
  }
  const most = Math.max(1, ...bins.map((bin) => [...bin.values()].reduce((sum, one) => sum + one, 0)));
  const x = (at) => LEFT + (at * (WIDE - LEFT)) / n;
  const y = (count) => HIGH - BOTTOM - (count * (HIGH - BOTTOM - 8)) / most;
  const wide = Math.max(1, (WIDE - LEFT) / n - 1.5);
  const bars = bins.map((bin, at) => bar(bin, { x: x(at), y, wide, label: `${addDays(from, at * step)}${step > 1 ? ` and ${step - 1} days on` : ""}` }));
  const svg = s("svg", { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": `Events from ${from} to ${to}, at most ${most} ${step === 1 ? "a day" : `in ${step} days`}. The list below tells each.` }, axis(most, y), ticks(from, n, step, x), bars);
  brush(svg, { x, n, step, from });
  const unit = step === 1 ? "Each bar is a day" : `Each bar is ${step} days`;
  const more = before ? ` ${before} ${before === 1 ? "event lies" : "events lie"} before ${from} and ${before === 1 ? "is" : "are"} in the list only.` : "";
  return [svg, h("p", { class: "notes" }, `${unit}; the list has the newest first. Draw over the bars to choose a time, or write the days above.${more}`)];
}

function bar(bin, { x, y, wide, label }) {
  const parts = [];
  let sum = 0;
  for (const how of ["deed", "plan", "denial"]) for (const name of QUARTER_NAMES) {
    const count = bin.get(`${how} ${name}`);
    if (!count) continue;
    const top = y(sum + count), low = y(sum);
    parts.push(s("rect", { class: `bar ${how} ${slug(name)}`, x, y: top + 0.75, width: wide, height: Math.max(1, low - top - 1.5) }, s("title", {}, `${label}: ${count} × ${name}, ${MANNERS[how]}`)));
    if (how === "denial") parts.push(s("line", { class: `bar-x ${slug(name)}`, x1: x, y1: low - 1, x2: x + wide, y2: top + 1 }));
    sum += count;
  }
  return parts;
}

function axis(most, y) {
  const marks = [...new Set([0, Math.ceil(most / 2), most])];
  return marks.map((count) => [s("line", { class: "axis", x1: LEFT, x2: WIDE, y1: y(count), y2: y(count) }), s("text", { x: LEFT - 6, y: y(count) + 4, "text-anchor": "end" }, String(count))]);
}

function ticks(from, n, step, x) {
  const every = Math.max(1, Math.ceil((n * 110) / WIDE));
  return Array.from({ length: Math.ceil(n / every) }, (_, i) => i * every).map((at) => s("text", { x: x(at), y: HIGH - 6 }, addDays(from, at * step)));
}

function brush(svg, { x, n, step, from }) {
  const box = s("rect", { class: "brush", y: 0, height: HIGH - BOTTOM, width: 0, x: 0, visibility: "hidden" });
  let begun = null;
  const binAt = (event) => {
    const rect = svg.getBoundingClientRect();
    const at = ((event.clientX - rect.left) * WIDE) / rect.width;
    return Math.min(n - 1, Math.max(0, Math.floor(((at - LEFT) * n) / (WIDE - LEFT))));
  };
  const mark = (to) => {
    const [low, high] = [Math.min(begun, to), Math.max(begun, to)];
    box.setAttribute("x", x(low));
    box.setAttribute("width", x(high + 1) - x(low));
    box.setAttribute("visibility", "visible");
    return [low, high];
  };
  svg.append(box);
  svg.addEventListener("pointerdown", (event) => { begun = binAt(event); svg.setPointerCapture(event.pointerId); mark(begun); });
  svg.addEventListener("pointermove", (event) => begun !== null && mark(binAt(event)));
  svg.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    const [low, high] = mark(binAt(event));
    begun = null;
    go({ since: addDays(from, low * step), until: addDays(from, (high + 1) * step - 1), show: "" });
  });
}

export function legend() {
  const box = (name, how) => s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, s("rect", { class: `bar ${how} ${slug(name)}`, x: 2, y: 2, width: 12, height: 12 }), how === "denial" && s("line", { class: `bar-x ${slug(name)}`, x1: 2, y1: 14, x2: 14, y2: 2 }));
  return h("ul", { class: "legend", "aria-label": "Legend" },
    QUARTER_NAMES.map((name) => h("li", {}, box(name, "deed"), name)),
    Object.entries(MANNERS).slice(1).map(([how, text]) => h("li", {}, box("material conflict", how), text)));
}

function types(rows, state) {
  const counts = new Map();
  for (const row of rows) { const name = row.type.split(" ")[0]; counts.set(name, (counts.get(name) || 0) + 1); }
  const chips = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => {
    const isOn = state.type === name;
    return h("button", { class: `chip ${slug(quarter(name))}`, "aria-pressed": String(isOn), onclick: () => go({ type: isOn ? "" : name }) }, h("span", { class: "dot" }), `${words(name)} ${count}`);
  });
  return h("div", { class: "row types", role: "group", "aria-label": "Types" }, chips);
}

export function list(rows, most = FIRST) {
  const days = new Map();
  for (const row of rows.slice(0, most)) { const day = row.when || "day unknown"; days.has(day) || days.set(day, []); days.get(day).push(row); }
  const out = h("div", { class: "card" }, h("ol", { class: "days" }, [...days].map(([day, events]) => h("li", { class: "day" }, h("h2", {}, unbroken(day)), h("ul", {}, events.map(item))))));
  if (rows.length > most) out.append(h("button", { onclick: () => out.replaceWith(list(rows, most * 4)) }, `Show more of ${rows.length.toLocaleString("en")}`));
  return out;
}

// A day stays on one line, the words around it may not.
const unbroken = (text) => text.split(" ").flatMap((part) => [h("span", { class: "nowrap" }, part), " "]);

export function item(row) {
  const how = manner(row.factuality);
  const who = [row.actors.join(", "), row.recipients.join(", ")].filter(Boolean).join(" → ");
  return h("li", { class: `item ${how} ${slug(quarter(row.type))}`, "data-id": row.id },
    h("button", { class: "what", onclick: () => go({ show: row.id }) }, row.what),
    h("div", { class: "meta" },
      h("span", { class: "tag" }, words(row.type)), how !== "deed" && h("span", { class: "tag" }, row.factuality),
      who && h("span", {}, who), row.place && h("span", {}, `at ${row.place}`),
      h("span", {}, `${row.n_origins} ${row.n_origins === 1 ? "origin" : "origins"}: ${row.said_by.join(", ") || "unknown"}`)));
}
