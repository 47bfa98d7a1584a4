// Elements from words. Text is only ever set as text, so what an article holds cannot become markup.
const SVG = "http://www.w3.org/2000/svg";

export const h = (tag, props, ...children) => fill(document.createElement(tag), props, children);
export const s = (tag, props, ...children) => fill(document.createElementNS(SVG, tag), props, children);

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  add(element, children);
  return element;
}

export function add(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child);
  }
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  return add(element, children);
}

// An address of an article may be anything; only the web's own are made links.
export function outside(url, text) {
  return /^https?:\/\//i.test(url || "") ? h("a", { href: url, rel: "noopener noreferrer nofollow" }, text) : null;
}

export const flat = (text) => (text || "").split(/\s+/).join(" ").trim();
export const number = (value) => (value === null || value === undefined ? "" : value.toLocaleString("en"));
export const words = (name) => String(name || "").replaceAll("_", " ").replaceAll("-", " ").toLowerCase();
export const addDays = (day, n) => new Date(Date.parse(day) + n * 864e5).toISOString().slice(0, 10);
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

export function heading(title, note) {
  return h("div", { class: "heading" }, h("h1", {}, title), note && h("p", { class: "muted" }, note));
}

export function empty(title, ...advice) {
  return h("div", { class: "empty" }, h("h2", {}, title), h("p", {}, ...advice));
}
