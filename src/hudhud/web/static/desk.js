// The desk: which view is open, the filters above it, the evidence beside it.
import { get } from "./api.js";
import { h, replace, words } from "./dom.js";
import { showEvidence } from "./evidence.js";
import { FILTERS, VIEWS, current, filters, go, link, toView } from "./state.js";

const LABELS = { since: "From", until: "To", place: "Place", actor: "Actor", type: "Type", publisher: "Publisher", factuality: "Held as", as_of: "As known on" };
const TAKEN = {
  timeline: FILTERS, map: FILTERS, search: FILTERS,
  figures: ["since", "until", "place", "actor", "type", "publisher", "as_of"],
  situation: ["since", "place", "actor", "type", "publisher", "factuality", "as_of"],
  actors: ["actor", "type", "as_of"],
  documents: ["since", "until", "place", "actor", "publisher", "as_of"],
  review: [],
};
const HELD = ["actual", "future", "possible", "requested", "conditional", "denied"];
const main = document.getElementById("main");
const form = document.getElementById("filters");
const box = document.getElementById("filter-box");
box.open = matchMedia("(min-width: 40rem)").matches;
let about = null;
let asked = null;

export function tell(text) {
  const told = document.getElementById("told");
  replace(told, h("p", {}, text));
  setTimeout(() => told.replaceChildren(), 6000);
}

function showNav(state) {
  const items = VIEWS.map((view, at) =>
    link(toView(view, { show: "" }), { "aria-current": view === state.view && "page", title: `Key ${at + 1}` }, view[0].toUpperCase() + view.slice(1)));
  replace(document.getElementById("views"), items);
}

function showFilters(state) {
  const names = state.id ? [] : TAKEN[state.view];
  box.hidden = !names.length;
  if (form.contains(document.activeElement) && form.dataset.view === state.view + state.id) return;
  form.dataset.view = state.view + state.id;
  const fields = names.map((name) => h("label", {}, LABELS[name], field(name, state)));
  const clear = names.some((name) => state[name]) && h("button", { type: "button", onclick: () => go(Object.fromEntries(FILTERS.map((name) => [name, ""]))) }, "Clear filters");
  replace(form, fields, h("button", { type: "submit", class: "sr" }, "Filter"), clear);
}

function field(name, state) {
  if (name === "factuality") return options(name, HELD, state);
  if (name === "publisher") return options(name, about.publishers, state);
  if (name === "type" && ["timeline", "map"].includes(state.view)) return options(name, about.types, state);
  if (name === "type" && state.view === "figures") return options(name, about.quantities, state);
  const isDay = ["since", "until", "as_of"].includes(name);
  return h("input", { name, type: isDay ? "date" : "text", value: state[name], maxlength: 200, placeholder: isDay ? null : "any" });
}

function options(name, values, state) {
  const all = values.includes(state[name]) || !state[name] ? values : [state[name], ...values];
  return h("select", { name }, h("option", { value: "" }, "any"), all.map((one) => h("option", { value: one, selected: one === state[name] }, one.toUpperCase() === one ? words(one) : one)));
}

function readFilters() {
  go({ ...Object.fromEntries(new FormData(form)), show: "" });
}

async function show() {
  asked?.abort();
  asked = new AbortController();
  const state = current();
  showNav(state);
  document.title = `${state.view} · ${document.getElementById("record").textContent} · Hudhud`;
  main.setAttribute("aria-busy", "true");
  try {
    about = about || (await get("about"));
    showFilters(state);
    const view = await import(`./views/${state.view}.js`);
    const made = await view.show(state, { about, asked: filters(state, TAKEN[state.view]), signal: asked.signal, tell });
    if (!asked.signal.aborted) replace(main, made);
  } catch (error) {
    if (error.name === "AbortError") return;
    replace(main, h("div", { class: "empty" }, h("h2", {}, "That did not work"), h("p", {}, error.message), h("button", { onclick: show }, "Try again")));
  }
  main.removeAttribute("aria-busy");
  main.dataset.shown = location.search;
  showEvidence(state);
}

const isTyping = (target) => target.matches?.("input, select, textarea");

function key(event) {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === "Escape" && current().show) return go({ show: "" });
  if (isTyping(event.target)) return;
  const at = Number(event.key);
  if (at >= 1 && at <= VIEWS.length) go(toView(VIEWS[at - 1], { show: "" }));
  else if (event.key === "/") {
    event.preventDefault();
    go(toView("search", { show: "" }));
    setTimeout(() => document.querySelector("#words")?.focus(), 300);
  }
}

form.addEventListener("change", readFilters);
form.addEventListener("submit", (event) => (event.preventDefault(), readFilters()));
window.addEventListener("popstate", show);
window.addEventListener("hudhud:state", show);
window.addEventListener("hudhud:written", () => (about = null));
document.addEventListener("keydown", key);
document.querySelector(".brand").addEventListener("click", (event) => (event.preventDefault(), go({ ...toView("timeline"), show: "" })));
replace(main, h("p", { class: "loading" }, "Opening the record…"));
show();
