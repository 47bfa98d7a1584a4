// Who is in the record, and a page for each.
import { get } from "../api.js";
import { empty, h, heading, number } from "../dom.js";
import { passage } from "../evidence.js";
import { go, link, toView } from "../state.js";
import { item } from "./timeline.js";

export async function show(state, context) {
  const answer = await get("actors", { ...context.asked, limit: 5000 }, context.signal);
  if (state.id) return one(state, answer.rows.find((row) => row.id === state.id), context);
  if (!answer.rows.length) return [heading("Actors"), empty("No actor matches", "Take a filter away, or try another spelling.")];
  return [heading("Actors", `${answer.n_rows} ${answer.n_rows === 1 ? "party" : "parties"}`), h("div", { class: "card scroll" }, table(answer.rows)), answer.notes.map((note) => h("p", { class: "notes" }, note))];
}

function table(rows) {
  return h("table", {}, h("caption", { class: "sr" }, "Actors, the most told of first"),
    h("thead", {}, h("tr", {}, ["name", "kind", "country", "also called"].map((one) => h("th", {}, one)), h("th", { class: "num" }, "claims"))),
    h("tbody", {}, rows.map((row) => h("tr", {}, h("td", {}, link({ id: row.id, show: "" }, {}, row.name)), h("td", {}, row.kind), h("td", {}, row.country || ""), h("td", {}, row.names.join("; ")), h("td", { class: "num" }, number(row.n_claims))))));
}

async function one(state, actor, { signal }) {
  const back = link({ id: "", show: "" }, {}, "All actors");
  if (!actor) return [heading("No such actor"), empty("The record holds no such actor as of this day", back)];
  const asked = { actor: actor.name, as_of: state.as_of };
  const [events, states, figures, evidence] = await Promise.all([get("timeline", { ...asked, limit: 2000 }, signal), get("situation", { ...asked, limit: 2000 }, signal), get("figures", { ...asked, limit: 200 }, signal), get(`evidence/${encodeURIComponent(actor.id)}`, { as_of: state.as_of, limit: 5000 }, signal)]);
  const statements = evidence.rows.filter((row) => row.kind === "statement");
  const speaks = (row) => [actor.name, ...actor.names].includes(row.detail.speaker?.name);
  return [h("p", {}, back), heading(actor.name, [actor.kind, actor.country, actor.sector].filter(Boolean).join(" · ")), names(actor),
    h("div", { class: "two" }, section("Offices, relations, places", states.rows, (row) => h("li", { "data-id": row.id }, chosen(row.id, `${row.subject} ${row.value} ${row.object}`), h("span", { class: "small muted" }, ` ${[row.since && `since ${row.since}`, row.until && `until ${row.until}`].filter(Boolean).join(", ")} — ${row.said_by.join(", ")}`))),
      section("Figures", figures.rows, (row) => h("li", { "data-id": row.id }, chosen(row.id, `${row.quantity}, ${row.what}: ${row.best ?? row.low ?? "?"}`), h("span", { class: "small muted" }, ` ${row.history.at(-1) || ""}`)))),
    section("What it says", statements.filter(speaks), passage), section("What is said of it", statements.filter((row) => !speaks(row)), passage),
    h("section", { class: "card" }, h("h2", {}, `Events (${events.n_rows})`), events.rows.length ? h("ul", { class: "plainlist" }, events.rows.slice(-80).reverse().map((row) => [h("span", { class: "small muted" }, row.when), item(row)].map((part) => (part.tagName === "LI" ? part : h("li", {}, part))))) : h("p", { class: "muted" }, "None told."),
      events.rows.length > 80 && h("p", {}, link(toView("timeline", { actor: actor.name, show: "" }), {}, "All of them on the timeline")))];
}

const chosen = (id, text) => h("button", { class: "plain", onclick: () => go({ show: id }) }, text);

function section(title, rows, make) {
  return h("section", { class: "card" }, h("h2", {}, `${title} (${rows.length})`), rows.length ? h("ul", { class: "plainlist" }, rows.slice(0, 40).map((row) => { const made = make(row); return made.tagName === "LI" ? made : h("li", {}, made); })) : h("p", { class: "muted" }, "None told."), rows.length > 40 && h("p", { class: "notes" }, `40 of ${rows.length}; the rest stands in the evidence.`));
}

function names(actor) {
  const joined = actor.evidence.map((one) => h("li", {}, `${one.rule} (${one.score.toFixed(2)}): ${one.note}`));
  return h("section", { class: "card" }, h("h2", {}, "Names"), h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, h("th", {}, "name"), h("th", {}, "first used"), h("th", {}, "last used"), h("th", { class: "num" }, "articles"))),
    h("tbody", {}, actor.used.map((one) => h("tr", {}, h("td", {}, one.name), h("td", {}, one.first || ""), h("td", {}, one.last || ""), h("td", { class: "num" }, String(one.n_documents))))))), joined.length ? h("details", {}, h("summary", {}, "Why these are one"), h("ul", { class: "small" }, joined)) : null);
}
