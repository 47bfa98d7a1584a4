// One state, kept in the address: any view can be sent as a link.
export const VIEWS = ["timeline", "map", "figures", "situation", "actors", "documents", "review", "search"];
export const FILTERS = ["since", "until", "place", "actor", "type", "publisher", "factuality", "as_of"];
const KEYS = ["view", ...FILTERS, "words", "id", "claim", "show", "beside", "day", "window", "all"];

export function current() {
  const given = new URLSearchParams(location.search);
  const state = Object.fromEntries(KEYS.map((key) => [key, given.get(key) || ""]));
  if (!VIEWS.includes(state.view)) state.view = "timeline";
  return state;
}

export function address(patch) {
  const next = { ...current(), ...patch };
  const kept = KEYS.filter((key) => next[key] && !(key === "view" && next[key] === "timeline"));
  const query = new URLSearchParams(kept.map((key) => [key, next[key]]));
  return query.size ? `/?${query}` : "/";
}

export function go(patch, { quiet = false, instead = false } = {}) {
  const to = address(patch);
  if (instead || to === location.pathname + location.search) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  if (!quiet) window.dispatchEvent(new Event("hudhud:state"));
}

// Another view keeps the filters and drops what belongs to the view that is left.
export const toView = (view, more = {}) => ({ view, words: "", id: "", claim: "", beside: "", day: "", window: "", all: "", ...more });
export const filters = (state, names = FILTERS) => Object.fromEntries(names.map((name) => [name, state[name]]));

export function link(patch, props, ...children) {
  const anchor = document.createElement("a");
  anchor.href = address(patch);
  for (const [name, value] of Object.entries(props || {})) if (value) anchor.setAttribute(name, value);
  anchor.append(...children.filter(Boolean));
  anchor.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(patch);
  });
  return anchor;
}
