// The articles; one article with every claim at its exact characters.
import { get } from "../api.js";
import { empty, flat, h, heading, number, outside, replace } from "../dom.js";
import { go, link } from "../state.js";

export const KINDS = ["event", "figure", "statement", "office", "relation", "control", "presence"];

export async function show(state, { asked, signal, about }) {
  if (state.id) return article(await get(`document/${encodeURIComponent(state.id)}`, {}, signal), state);
  const answer = await get("documents", { ...asked, limit: state.all ? 20000 : 200 }, signal);
  if (!answer.rows.length) return [heading("Articles"), empty("No article matches", "Take a filter away. The articles are of ", about.first_published || "no known day", " to ", about.last_published || "no known day", ".")];
  const titles = new Map(answer.rows.map((row) => [row.id, row.title]));
  return [heading("Articles", `${answer.n_rows} articles`), h("div", { class: "card scroll" }, h("table", {}, h("caption", { class: "sr" }, "Articles, newest first"),
    h("thead", {}, h("tr", {}, ["published", "publisher", "title"].map((one) => h("th", {}, one)), h("th", { class: "num" }, "claims"), h("th", {}, "repeats"))),
    h("tbody", {}, answer.rows.map((row) => h("tr", {}, h("td", { class: "day-cell" }, row.published || "undated"), h("td", {}, row.publisher || ""), h("td", {}, link({ id: row.id, show: "", claim: "" }, {}, row.title)), h("td", { class: "num" }, number(row.n_claims)), h("td", {}, row.copy_of ? `${titles.get(row.copy_of) || row.copy_of} (${row.copied_how})` : "")))))),
    answer.next && h("button", { onclick: () => go({ all: "1" }) }, `Show all ${answer.n_rows}`)];
}

function article(page, state) {
  const chosen = { claim: state.claim };
  const detail = h("div", { "aria-live": "polite" });
  const shown = new Set(KINDS);
  const text = h("div", { class: "text", lang: page.language });
  const tell = (claim) => replace(detail, claimCard(claim));
  const draw = () => replace(text, pieces(page, shown, chosen, (claim) => { chosen.claim = claim.claim_id; go({ claim: claim.claim_id }, { quiet: true, instead: true }); tell(claim); draw(); }));
  const count = (kind) => page.claims.filter((claim) => claim.kind === kind).length;
  const toggles = KINDS.filter(count).map((kind) => h("button", { class: `chip ${kind}`, "aria-pressed": "true", onclick: (event) => { shown.has(kind) ? shown.delete(kind) : shown.add(kind); event.currentTarget.setAttribute("aria-pressed", String(shown.has(kind))); draw(); } }, h("span", { class: "dot" }), `${kind} ${count(kind)}`));
  draw();
  const first = page.claims.find((claim) => claim.claim_id === state.claim);
  replace(detail, first ? claimCard(first) : h("p", { class: "muted" }, "Choose marked words to see what was read from them. Tab goes from mark to mark."));
  setTimeout(() => text.querySelector("mark.on")?.scrollIntoView({ block: "center" }), 60);
  const by = [page.publisher, page.author && `by ${page.author}`, page.published ? `published ${page.published} (${page.published_how})` : "undated", page.file].filter(Boolean).join(" · ");
  return [h("p", {}, link({ id: "", claim: "", show: "" }, {}, "All articles")), heading(page.title, by), h("p", { class: "small row" }, outside(page.url, "the original"), page.reprinted_from && `credited to ${page.reprinted_from}`),
    h("div", { class: "row", role: "group", "aria-label": "Kinds of claim shown" }, toggles),
    h("div", { class: "article-grid" }, h("section", { class: "card", "aria-label": "The article" }, text), h("section", { class: "card stay", "aria-label": "The claim" }, detail)),
    copies(page), dropped(page)];
}

// The text cut wherever a claim begins or ends; a piece looks like the shortest claim over it.
function pieces(page, shown, chosen, choose) {
  const claims = page.claims.filter((claim) => shown.has(claim.kind));
  const letters = [...page.text].length === page.text.length ? null : offsets(page.text);
  const at = (offset) => (letters ? letters[offset] : offset);
  const cuts = [...new Set([0, page.text.length, ...claims.flatMap((claim) => [at(claim.span.start), at(claim.span.end)])])].sort((a, b) => a - b);
  const told = new Set();
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1];
    const over = claims.filter((claim) => at(claim.span.start) <= start && end <= at(claim.span.end));
    const part = page.text.slice(start, end);
    if (!over.length || !part.trim()) return part;
    over.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    const main = over.find((claim) => claim.claim_id === chosen.claim) || over[0];
    const isFirst = !told.has(main.claim_id);
    told.add(main.claim_id);
    const next = over[(over.indexOf(main) + (main.claim_id === chosen.claim ? 1 : 0)) % over.length];
    return h("mark", { class: `${main.kind} ${over.some((claim) => claim.claim_id === chosen.claim) ? "on" : ""}`, role: "button", tabindex: isFirst ? "0" : "-1", title: over.map(inShort).join("\n"), onclick: () => choose(next), onkeydown: (event) => event.key === "Enter" && choose(next) }, part);
  });
}

// Python counts characters, JavaScript halves of them: from the one count to the other.
function offsets(text) {
  const found = [];
  let at = 0;
  for (const letter of text) { found.push(at); at += letter.length; }
  found.push(at);
  return found;
}

const inShort = (claim) => `${claim.kind}: ${slots(claim).slice(0, 4).map(([name, value]) => `${name} ${value}`).join(", ")}`;
const party = (value) => (value && typeof value === "object" && "name" in value ? value.name : value);

export function slots(claim) {
  const rows = Object.entries(claim.detail).filter(([name]) => !["kind", "content"].includes(name)).map(([name, value]) => [name.replaceAll("_", " "), Array.isArray(value) ? value.map(party).join("; ") : value === true ? "yes" : party(value)]);
  const time = claim.occurred && `${claim.occurred.start || "…"} to ${claim.occurred.end || "…"}${claim.occurred.text ? ` (“${claim.occurred.text}”)` : ""}`;
  const place = claim.place && `${claim.place.name}${claim.place.radius_km ? `, to ${claim.place.radius_km} km` : ""} (“${claim.place.text}”)`;
  rows.push(["held as", claim.factuality], ["who says so", claim.attribution.map((one) => one.source.name).join(", as told by ") || "the outlet itself"], ["when", time], ["where", place]);
  return rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
}

export function claimCard(claim) {
  return h("div", { class: claim.kind }, h("h2", {}, h("span", { class: "tag" }, claim.kind)), h("blockquote", {}, flat(claim.quote)),
    h("dl", { class: "slots" }, slots(claim).map(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))])),
    h("p", { class: "small muted" }, `Claim ${claim.claim_id}, characters ${claim.span.start} to ${claim.span.end}, score ${claim.score.toFixed(2)}, read by ${claim.reader}`));
}

function copies(page) {
  if (!page.copies.length) return page.origin.id === page.id || !page.origin.title ? null : h("p", { class: "notes" }, `Its origin is ${page.origin.title}.`);
  return h("section", { class: "card" }, h("h2", {}, `One origin, ${page.copies.length + 1} printings: counted once`), h("ul", { class: "plainlist" },
    h("li", {}, "Origin: ", page.origin.id ? link({ id: page.origin.id, claim: "" }, {}, page.origin.title) : page.origin.title, ` (${page.origin.publisher || "unnamed outlet"})`),
    page.copies.map((one) => h("li", {}, link({ id: one.id, claim: "" }, {}, one.title), ` (${one.publisher || "unnamed outlet"}, ${one.published || "undated"}; ${one.how}, ${one.score.toFixed(2)})`))));
}

function dropped(page) {
  if (!page.dropped.length) return null;
  return h("details", { class: "card" }, h("summary", {}, `What was cut from the file, and why (${page.dropped.length})`), h("ul", { class: "plainlist" }, page.dropped.map((one) => h("li", {}, h("span", { class: "chip" }, one.reason), " ", h("span", { class: "small" }, flat(one.text).slice(0, 400))))));
}
