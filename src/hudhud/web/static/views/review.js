// What waits for a person: unsure merges, claims of low score. One thing at a time, by keys.
import { author, get, judge } from "../api.js";
import { empty, flat, h, heading, replace } from "../dom.js";
import { current, go, link, toView } from "../state.js";
import { claimCard } from "./documents.js";

const VERBS = { merge: [["s", "same", "Same"], ["d", "different", "Different"]], claim: [["r", "right", "Right"], ["w", "wrong", "Wrong"]] };
const NAME = "hudhud:author";
const main = document.getElementById("main");
let keys = null;
document.addEventListener("keydown", (event) => {
  if (!keys || current().view !== "review" || event.target.matches?.("input, select, textarea") || event.metaKey || event.ctrlKey || event.altKey) return;
  keys[event.key]?.();
});

export async function show(state, { signal, tell }) {
  const [queue, log, by] = await Promise.all([get("review", { limit: 5000 }, signal), get("judgements", { limit: 200 }, signal), author()]);
  const waiting = queue.rows.filter((row) => !row.judged.length);
  const head = heading("Review", `${waiting.length} wait, ${queue.n_rows - waiting.length} judged`);
  const bar = queue.n_rows && h("progress", { max: queue.n_rows, value: queue.n_rows - waiting.length, "aria-label": "Judged" });
  const row = queue.rows.find((one) => one.id === state.id) || waiting[0];
  const undo = undoer(log.rows, queue.rows, by, tell);
  keys = undo ? { u: undo } : {};
  const work = row ? await card(row, queue.rows, undo, by, { signal, tell }) : empty("Nothing waits for a judgement", "Open an article to look at any claim in it.");
  return [head, bar, work, judged(log.rows, by, tell)];
}

// Takes the last judgement that stands back, and shows again what it was about.
function undoer(log, rows, by, tell) {
  const last = log.find((one) => !one.is_withdrawn && one.verb !== "undo");
  const again = last && rows.find((one) => one.targets.includes(last.about[0]));
  const withdraw = () => ({ verb: "undo", withdraws: last.judgement, author: localStorage.getItem(NAME) || by });
  return last && (() => send(withdraw(), main, tell, () => go({ id: again?.id || "" })));
}

async function card(row, rows, undo, by, { signal, tell }) {
  const page = row.type === "claim" ? await get(`document/${row.document}`, {}, signal) : null;
  const claim = page?.claims.find((one) => one.claim_id === row.id);
  const who = h("input", { value: localStorage.getItem(NAME) || by, maxlength: 100, onchange: (event) => localStorage.setItem(NAME, event.target.value) });
  const why = h("input", { maxlength: 500, placeholder: "optional" });
  const at = rows.findIndex((one) => one.id === row.id);
  const move = (by) => go({ id: rows[(at + by + rows.length) % rows.length].id });
  const next = () => rows.slice(at + 1).concat(rows.slice(0, at)).find((one) => !one.judged.length)?.id || "";
  const buttons = h("div", { class: "row" });
  const decide = (verb, more = {}) => send({ verb, targets: row.targets, reason: why.value, author: who.value || null, ...more }, buttons, tell, () => go({ id: next() }));
  Object.assign(keys, { j: () => move(1), k: () => move(-1) });
  for (const [key, verb, label] of VERBS[row.type]) {
    keys[key] = () => decide(verb);
    buttons.append(h("button", { class: "main", onclick: () => decide(verb) }, h("kbd", {}, key), label));
  }
  buttons.append(h("button", { onclick: () => move(1) }, h("kbd", {}, "j"), "Next"), h("button", { onclick: () => move(-1) }, h("kbd", {}, "k"), "Back"));
  if (undo) buttons.append(h("button", { onclick: undo }, h("kbd", {}, "u"), "Undo the last"));
  const body = row.type === "merge" ? merge(row) : besides(row, page, claim);
  return h("section", { class: "card", "aria-label": "To judge" }, h("p", { class: "small muted" }, `${at + 1} of ${rows.length} · ${row.why}`),
    h("div", { class: "row actions" }, h("label", { class: "field" }, "Who judges", who), h("label", { class: "field" }, "Why", why), buttons), body, told(row), claim && edit(claim, decide));
}

async function send(decision, buttons, tell, then) {
  const all = [...buttons.querySelectorAll("button")];
  if (all.some((one) => one.disabled)) return;
  all.forEach((one) => (one.disabled = true));
  try {
    const made = await judge(decision);
    window.dispatchEvent(new Event("hudhud:written"));
    tell(`Kept: ${made.verb}, by ${made.author}.`);
    then();
  } catch (error) {
    tell(`Not kept. ${error.message}`);
    all.forEach((one) => (one.disabled = false));
  }
}

function merge(row) {
  return [h("h2", {}, row.what), h("div", { class: "two" }, row.sides.map((side) => h("div", {}, h("h3", {}, side.name), side.told.map((one) => h("blockquote", {}, flat(one.quote), " ", h("span", { class: "small muted" }, [one.publisher, one.published].filter(Boolean).join(", ")))))))];
}

// The claim beside the words around it.
function besides(row, page, claim) {
  if (!claim) return h("p", {}, row.what);
  const letters = [...page.text];
  const from = Math.max(0, claim.span.start - 420), to = Math.min(letters.length, claim.span.end + 420);
  const cut = (a, b) => letters.slice(a, b).join("");
  return h("div", { class: "two" }, h("div", { class: claim.kind }, h("h3", {}, page.title), h("p", { class: "small muted" }, [page.publisher, page.published].filter(Boolean).join(" · ")),
    h("p", { class: "text" }, from ? "…" : "", cut(from, claim.span.start), h("mark", { class: `${claim.kind} on` }, cut(claim.span.start, claim.span.end)), cut(claim.span.end, to), to < letters.length ? "…" : ""),
    link(toView("documents", { id: page.id, claim: claim.claim_id }), {}, "The whole article")), claimCard(claim));
}

const told = (row) => row.judged.length ? h("div", {}, h("h3", {}, row.judged.length > 1 ? "What people said" : "Already judged"), h("ul", {}, row.judged.map((one) => h("li", {}, `${one.author}: ${one.verb}${one.reason ? ` (${one.reason})` : ""}, ${one.decided_at.slice(0, 16).replace("T", " ")}`)))) : null;

function edit(claim, decide) {
  const names = [...Object.keys(claim.detail).filter((name) => name !== "kind"), "factuality", "start", "end", "place"];
  const slot = h("select", {}, names.map((name) => h("option", { value: name }, name.replaceAll("_", " "))));
  const value = h("input", { maxlength: 300 });
  const form = h("form", { class: "row" }, h("label", { class: "field" }, "Slot", slot), h("label", { class: "field" }, "Should read", value), h("button", { type: "submit" }, "Set"));
  form.addEventListener("submit", (event) => (event.preventDefault(), decide("set", { targets: [claim.claim_id], slots: { [slot.value]: value.value } })));
  return h("details", {}, h("summary", {}, "Correct a slot"), form);
}

function judged(log, by, tell) {
  if (!log.length) return null;
  const box = h("tbody", {});
  replace(box, log.slice(0, 50).map((one) => {
    const cell = h("td", {});
    if (!one.is_withdrawn && one.verb !== "undo") cell.append(h("button", { class: "plain", onclick: () => send({ verb: "undo", withdraws: one.judgement, author: localStorage.getItem(NAME) || by }, box, tell, () => go({})) }, "Take back"));
    else cell.append(one.is_withdrawn ? "taken back" : "");
    const about = [one.about.join(" = "), ...Object.entries(one.slots).map(([name, value]) => `${name}: ${value}`)].join("; ");
    return h("tr", {}, h("td", {}, one.decided_at.slice(0, 16).replace("T", " ")), h("td", {}, one.author), h("td", {}, one.verb), h("td", {}, about), h("td", {}, one.reason), cell);
  }));
  return h("section", { class: "card scroll" }, h("table", {}, h("caption", {}, "Judgements, the newest first"), h("thead", {}, h("tr", {}, ["when", "who", "verb", "about", "why", ""].map((one) => h("th", {}, one || h("span", { class: "sr" }, "take back"))))), box));
}
