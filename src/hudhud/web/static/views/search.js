// Full text, with the words marked in their passages.
import { get } from "../api.js";
import { empty, h, heading } from "../dom.js";
import { go, link, toView } from "../state.js";

export async function show(state, { asked, signal, about }) {
  const input = h("input", { id: "words", name: "words", type: "search", value: state.words, maxlength: 300, "aria-label": "Words to find" });
  const form = h("form", { class: "row", role: "search" }, input, h("button", { class: "main", type: "submit" }, "Search"), h("span", { class: "small muted" }, h("kbd", {}, "/"), "from anywhere"));
  form.addEventListener("submit", (event) => (event.preventDefault(), go({ words: input.value.trim(), all: "", show: "" })));
  const head = [heading("Search"), form];
  if (!state.words) return [...head, empty("What do you look for?", `Type a place, a name or any words: every one must stand in the sentence. There are ${about.n_claims.toLocaleString("en")} claims in ${about.n_documents.toLocaleString("en")} articles.`)];
  const answer = await get("search", { ...asked, words: state.words, top: state.all ? 2000 : 40 }, signal);
  if (!answer.rows.length) return [...head, empty("No sentence has all of these words", "Try fewer of them, the beginning of one, another spelling, or take a filter away.")];
  return [...head, h("p", { class: "notes" }, answer.notes.length ? answer.notes[0].replace("; ask for more with --top.", "") : `${answer.n_rows} found`), h("ul", { class: "plainlist" }, answer.rows.map((row) => hit(row, state.words))),
    answer.notes.length && h("button", { onclick: () => go({ all: "1" }) }, "Show more")];
}

function hit(row, asked) {
  return h("li", { class: `card hit ${row.kind}`, "data-id": row.id },
    h("p", { class: "small muted" }, [row.published || "undated", row.publisher, row.place].filter(Boolean).join(" · "), " · ", h("span", { class: "tag" }, row.kind)),
    h("blockquote", {}, marked(row.quote, asked)),
    h("p", { class: "small row" }, row.said_by.length ? `Who says so: ${row.said_by.join(", ")}` : "The outlet itself says so", h("button", { class: "plain", onclick: () => go({ show: row.id }) }, "Evidence"), link(toView("documents", { id: row.document, claim: row.kind === "article" ? "" : row.id, show: "" }), {}, "In the article")));
}

const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Words are compared without accents and by their beginning, as the search does.
function marked(text, asked) {
  const wanted = bare(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) => (wanted.some((word) => bare(part) === word || (word.length > 3 && bare(part).startsWith(word))) ? h("mark", {}, part) : part));
}
