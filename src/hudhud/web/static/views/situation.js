// What holds on a day: offices, relations, control, forces, agreements, disputes; two days compared.
import { get } from "../api.js";
import { empty, h, heading, s } from "../dom.js";
import { go } from "../state.js";

const KINDS = { control: "Who holds what", office: "Offices", presence: "Forces", relation: "Relations", agreement: "Agreements and demands" };

export async function show(state, { asked, signal, about }) {
  const told = (as_of) => get("situation", { ...asked, as_of, limit: 20000 }, signal);
  const [now, before, disputes] = await Promise.all([told(state.as_of), state.beside ? told(state.beside) : null, get("disputes", { as_of: state.as_of, place: state.place, actor: state.actor }, signal)]);
  const rows = before ? compared(now.rows, before.rows) : now.rows;
  const title = state.as_of ? `Situation as known on ${state.as_of}` : "Situation";
  const head = [heading(title, before ? `beside what was known on ${state.beside}: + came, − went` : `${rows.length} states`), comparing(state, about)];
  const sections = Object.entries(KINDS).map(([kind, name]) => [kind, name, rows.filter((row) => row.kind === kind)]).filter(([, , found]) => found.length);
  if (!sections.length) return [...head, empty("Nothing is told to hold", "Take a filter away, or choose a later day: the first article is of ", about.first_published || "no known day", ".")];
  return [...head, sections.map(([kind, name, found]) => h("section", { class: "card" }, kind === "relation" && graph(found), h("div", { class: "scroll" }, table(name, found, !!before)))), disputed(disputes)];
}

function comparing(state, about) {
  const input = h("input", { type: "date", name: "beside", value: state.beside, min: about.first_published, max: about.last_published });
  const form = h("form", { class: "row" }, h("label", { class: "field" }, "Compare with what was known on", input), h("button", { type: "submit" }, "Compare"), state.beside && h("button", { type: "button", onclick: () => go({ beside: "" }) }, "Stop comparing"));
  form.addEventListener("submit", (event) => (event.preventDefault(), go({ beside: input.value })));
  return form;
}

const key = (row) => [row.kind, row.subject, row.value, row.object].join("\u001f");

function compared(now, before) {
  const [held, old] = [new Set(now.map(key)), new Set(before.map(key))];
  return [...now.map((row) => ({ ...row, change: old.has(key(row)) ? "" : "added" })), ...before.filter((row) => !held.has(key(row))).map((row) => ({ ...row, change: "gone" }))];
}

function table(name, rows, isCompared) {
  const mark = { added: "+ ", gone: "− " };
  const said = { added: "came: ", gone: "went: " };
  return h("table", {}, h("caption", {}, `${name} (${rows.length})`),
    h("thead", {}, h("tr", {}, ["who", "what", "of whom or where", "since", "until", "known since", "who says so"].map((one) => h("th", {}, one)))),
    h("tbody", {}, rows.map((row) => h("tr", { class: row.change, "data-id": row.id },
      h("td", {}, isCompared && row.change && [h("span", { "aria-hidden": "true" }, mark[row.change]), h("span", { class: "sr" }, said[row.change])], h("button", { class: "plain", onclick: () => go({ show: row.id }) }, row.subject || "?")),
      h("td", {}, row.value), h("td", {}, row.object), h("td", { class: "day-cell" }, row.since || ""), h("td", { class: "day-cell" }, row.until || ""), h("td", { class: "day-cell" }, row.known_since || ""),
      h("td", {}, `${row.said_by.join(", ")} (${row.n_origins})`, row.claims_against.length ? `; ${row.claims_against.length} against` : "")))));
}

const ALLIED = /allied|support|part|recogni|known/;

function graph(rows) {
  const names = [...new Set(rows.flatMap((row) => [row.subject, row.object]))].filter(Boolean).slice(0, 30);
  if (names.length < 2) return null;
  const [wide, high] = [760, Math.max(200, Math.min(460, names.length * 34))];
  const at = new Map(names.map((name, i) => {
    const angle = (2 * Math.PI * i) / names.length - Math.PI / 2;
    return [name, [wide / 2 + Math.cos(angle) * wide * 0.28, high / 2 + Math.sin(angle) * (high / 2 - 28)]];
  }));
  const lines = rows.filter((row) => at.has(row.subject) && at.has(row.object)).map((row) => {
    const [[x1, y1], [x2, y2]] = [at.get(row.subject), at.get(row.object)];
    const kind = row.value.startsWith("opposes") ? "opposed" : ALLIED.test(row.value) ? "allied" : "other";
    return [s("line", { class: kind, x1, y1, x2, y2 }), s("text", { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 4, "text-anchor": "middle" }, row.value)];
  });
  const nodes = [...at].map(([name, [x, y]]) => [s("circle", { cx: x, cy: y, r: 6 }), s("text", { x: x + (x < wide / 2 - 5 ? -11 : 11), y: y + 4, "text-anchor": x < wide / 2 - 5 ? "end" : "start", "font-weight": 600 }, name)]);
  return s("svg", { class: "chart graph", viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": "Relations between parties. The table below tells each." }, lines, nodes);
}

function disputed(answer) {
  if (!answer.rows.length) return h("p", { class: "notes" }, answer.empty);
  return h("section", { class: "card" }, h("h2", {}, `Disputes (${answer.rows.length})`), h("ul", { class: "plainlist" }, answer.rows.map((row) => h("li", { class: "claim", "data-id": row.id },
    h("button", { class: "plain", onclick: () => go({ show: row.id }) }, `${row.kind}: ${row.about}`), h("ul", {}, row.told.map((side) => h("li", {}, h("strong", {}, side.says), ` — ${side.said_by.join(", ")} (${side.n_origins} ${side.n_origins === 1 ? "origin" : "origins"})`)))))));
}
