// The sentences behind whatever is chosen, beside every view.
import { get } from "./api.js";
import { flat, h, outside, replace } from "./dom.js";
import { go, link, toView } from "./state.js";

const aside = document.getElementById("evidence");
let shown = "";

export async function showEvidence(state) {
  for (const item of document.querySelectorAll("[data-id]")) item.toggleAttribute("aria-current", false), item.dataset.id === state.show && item.setAttribute("aria-current", "true");
  aside.hidden = !state.show;
  if (!state.show || shown === state.show + state.as_of) return;
  replace(aside, h("p", { class: "muted" }, "Looking…"));
  try {
    const answer = await get(`evidence/${encodeURIComponent(state.show)}`, { as_of: state.as_of });
    shown = state.show + state.as_of;
    const claims = answer.n_rows === 1 ? "1 claim" : `${answer.n_rows} claims`;
    replace(aside, close(), h("h2", {}, answer.title), h("p", { class: "small muted" }, `${claims} behind it`), answer.rows.slice(0, 40).map(passage), answer.notes.length ? h("div", { class: "claim small muted" }, answer.notes.map((note) => h("p", {}, note))) : null);
  } catch (error) {
    shown = "";
    replace(aside, close(), h("h2", {}, "No evidence"), h("p", {}, error.message));
  }
}

const close = () => h("button", { class: "close", onclick: () => go({ show: "" }), title: "Escape closes too" }, "Close");

export function passage(row) {
  const quote = `[${flat(row.quote)}]`;
  const at = row.sentence.indexOf(quote);
  const marked = at < 0 ? [row.sentence] : [row.sentence.slice(0, at), h("mark", {}, quote.slice(1, -1)), row.sentence.slice(at + quote.length)];
  return h("div", { class: `claim ${row.kind}` },
    h("p", { class: "small muted" }, [row.published || "undated", row.publisher].filter(Boolean).join(" · "), " · ", h("span", { class: "tag" }, row.kind)),
    h("blockquote", {}, marked),
    h("p", { class: "small" }, "Who says so: ", row.chain.join(", as told by "), `; held as ${row.factuality}; score ${row.score.toFixed(2)}`),
    h("p", { class: "small row" }, link(toView("documents", { id: row.document, claim: row.id, show: "" }), {}, "Read it in the article"), outside(row.url, "the original")));
}
