// Events and control at the precision known: a circle of doubt, never a pin.
import { get } from "../api.js";
import { addDays, daysBetween, empty, h, heading, replace, s, words } from "../dom.js";
import { manner, quarter, QUARTER_NAMES, slug } from "../kinds.js";
import { go } from "../state.js";
import { legend } from "./timeline.js";

const KM = 1 / 111.32; // degrees of latitude in a kilometre
const WIDE = 1000, HIGH = 620;
const WINDOWS = [["", "everything up to the day"], ["7", "the week before"], ["30", "the 30 days before"], ["90", "the 90 days before"]];
let world = null;

export async function show(state, { asked, signal }) {
  const [told, land] = await Promise.all([get("map.geojson", asked, signal), outlines()]);
  const features = told.features.filter((one) => one.geometry);
  if (!features.length) return [heading("Map"), empty("Nothing here has a place on the map", told.n_unplaced ? `${told.n_unplaced} events name a place that the gazetteer does not know; `: "", "take a filter away, or add places with `hudhud places add`.")];
  return new Chart(features, land, told.n_unplaced, state).elements();
}

async function outlines() {
  if (!world) {
    const atlas = await (await fetch("/static/vendor/countries-50m.json")).json();
    world = topojson.feature(atlas, atlas.objects.countries).features;
  }
  return world;
}

class Chart {
  constructor(features, land, nUnplaced, state) {
    Object.assign(this, { features, land, nUnplaced });
    const fine = features.filter((one) => !isBroad(one.properties));
    const points = (fine.length ? fine : features).map((one) => one.geometry.coordinates);
    const [west, east] = ends(points.map((point) => point[0]));
    const [south, north] = ends(points.map((point) => point[1]));
    this.middle = [(west + east) / 2, (south + north) / 2];
    this.squeeze = Math.cos((this.middle[1] * Math.PI) / 180); // true shapes in the middle of what is told
    const degrees = Math.max((east - west) * this.squeeze / WIDE, (north - south) / HIGH, 0.0012) * 1.35;
    this.view = { x: 0, y: 0, k: 1 }; // middle in chart units, and how many times nearer
    this.scale = 1 / degrees;
    const days = features.flatMap((one) => [one.properties.start, one.properties.end]).filter(Boolean).sort();
    this.first = days[0];
    this.last = days.at(-1);
    const recent = days[Math.floor(days.length * 0.04)];
    if (this.first && daysBetween(this.first, this.last) > 900) this.first = recent;
    this.day = state.day || this.last;
    this.window = state.window;
  }

  project([lon, lat]) { return [(lon - this.middle[0]) * this.squeeze * this.scale, -(lat - this.middle[1]) * this.scale]; }

  elements() {
    this.ground = s("g", {}, this.land.filter((one) => this.isNear(one)).map((one) => s("path", { class: "land", d: this.path(one.geometry) })));
    this.layer = s("g", {});
    this.svg = s("svg", { role: "group", "aria-label": "Map. Arrow keys move it, plus and minus zoom; the table below tells the same.", tabindex: "0" }, this.ground, this.layer);
    const room = [document.getElementById("main").clientWidth - 40, Math.min(innerHeight * 0.62, 640)]; // as desk.css has it
    this.unit = Math.max(WIDE / Math.max(300, room[0]), HIGH / room[1]); // so that letters keep their size
    this.table = h("div", { class: "card scroll" });
    this.listen();
    this.draw();
    const zoom = (by, text, label) => h("button", { type: "button", "aria-label": label, onclick: () => this.zoom(by) }, text);
    const note = this.nUnplaced ? `${this.nUnplaced} more name no place, or one that the gazetteer does not know` : "";
    return [heading("Map", note), h("section", { class: "card" },
      h("div", { class: "map-frame" }, this.svg, h("div", { class: "zoom" }, zoom(1.6, "+", "Nearer"), zoom(1 / 1.6, "−", "Farther"), h("button", { type: "button", "aria-label": "The whole again", onclick: () => { this.view = { x: 0, y: 0, k: 1 }; this.draw(); } }, "⤢"))),
      this.slider(), legend(),
      h("p", { class: "notes" }, "A circle is the area in which the place told may lie; its number counts the events. Dashed circles are whole districts, provinces or countries. A dotted ring is a place told to be held. Land: Natural Earth.")), this.table];
  }

  slider() {
    if (!this.first) return null;
    const total = daysBetween(this.first, this.last);
    const out = h("output", { for: "day" }, this.day);
    const range = h("input", { type: "range", id: "day", min: 0, max: total, "aria-label": "Day" });
    range.value = Math.max(0, Math.min(total, daysBetween(this.first, this.day)));
    const set = (value) => { this.day = addDays(this.first, value); out.textContent = this.day; range.setAttribute("aria-valuetext", this.day); this.draw(); };
    const keep = () => go({ day: this.day === this.last ? "" : this.day, window: this.window }, { quiet: true, instead: true });
    range.addEventListener("input", () => set(+range.value));
    range.addEventListener("change", keep);
    const play = h("button", { type: "button" }, "Play");
    let timer = null;
    const stop = () => { clearInterval(timer); timer = null; play.textContent = "Play"; };
    play.addEventListener("click", () => {
      if (timer) return stop(), keep();
      if (+range.value >= total) range.value = 0;
      play.textContent = "Pause";
      timer = setInterval(() => {
        if (!range.isConnected || +range.value >= total) return stop();
        range.value = +range.value + Math.max(1, Math.round(total / 120));
        set(+range.value);
      }, 130);
    });
    const shown = h("select", { "aria-label": "Show", onchange: (event) => { this.window = event.target.value; this.draw(); keep(); } }, WINDOWS.map(([value, text]) => h("option", { value, selected: value === this.window }, text)));
    return h("div", { class: "slider" }, play, range, out, shown);
  }

  shown() {
    const from = this.window && this.day ? addDays(this.day, -Number(this.window)) : "";
    return this.features.filter(({ properties: one }) => (!one.start || !this.day || one.start <= this.day) && (one.kind === "control" ? !one.end || one.end >= this.day : !from || (one.end || one.start || "9") >= from));
  }

  draw() {
    const { k, x, y } = this.view;
    const [wide, high] = [WIDE / k, HIGH / k];
    this.svg.setAttribute("viewBox", `${x - wide / 2} ${y - high / 2} ${wide} ${high}`);
    const shown = this.shown();
    const groups = grouped(shown.filter((one) => one.properties.kind === "event"));
    const held = lastHeld(shown.filter((one) => one.properties.kind === "control"));
    const near = k / this.unit;
    const drawn = groups.map((group) => this.circle(group, near));
    replace(this.layer, drawn.map((one) => one.circle), held.map((one) => this.ring(one, near)), this.labels(drawn, held, near));
    replace(this.table, table(groups, held));
  }

  circle(group, k) {
    const [cx, cy] = this.project(group.at);
    const r = Math.max(group.radius * KM * this.scale, 7 / k);
    const text = `${group.place}: ${group.events.length} ${group.events.length === 1 ? "event" : "events"}, place known to ${number(group.radius)} km`;
    const open = () => go({ show: group.events[0].id });
    const circle = s("circle", { class: `doubt ${slug(group.quarter)} ${group.isBroad ? "broad" : ""}`, cx, cy, r, tabindex: "0", role: "button", "aria-label": text, "data-id": group.events[0].id, onclick: open, onkeydown: (event) => event.key === "Enter" && open() }, s("title", {}, text));
    return { circle, cx, cy, r, group };
  }

  ring(state, k) {
    const [cx, cy] = this.project(state.geometry.coordinates);
    const r = Math.max(state.properties.radius_km * KM * this.scale, 7 / k) + 5 / k;
    Object.assign(state, { cx, cy, r });
    return s("circle", { class: "held", cx, cy, r });
  }

  // Names where there is room: the places most told of first, then who holds them.
  labels(drawn, held, k) {
    const taken = [];
    const put = (text, x, y, size, weight) => {
      const box = { x: x - (text.length * size * 0.29) / k, y: y - size / k, w: (text.length * size * 0.58) / k, h: (size * 1.25) / k };
      if (taken.some((one) => box.x < one.x + one.w && one.x < box.x + box.w && box.y < one.y + one.h && one.y < box.y + box.h)) return null;
      taken.push(box);
      return s("text", { x, y, "font-size": size / k, "font-weight": weight, "text-anchor": "middle" }, text);
    };
    const places = [...drawn].filter((one) => !one.group.isBroad).sort((a, b) => b.group.events.length - a.group.events.length);
    return [places.map(({ cx, cy, r, group }) => put(`${group.place} ${group.events.length}`, cx, cy - r - 7 / k, 12.5, 600)),
      held.map((one) => put(`${one.properties.actor}: ${words(one.properties.value)}`, one.cx, one.cy + one.r + 13 / k, 11, 400))];
  }

  zoom(by) { this.view.k = Math.min(60, Math.max(0.08, this.view.k * by)); this.draw(); }

  listen() {
    let held = null;
    const svg = this.svg;
    svg.addEventListener("wheel", (event) => { event.preventDefault(); this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2); }, { passive: false });
    svg.addEventListener("pointerdown", (event) => (held = { x: event.clientX, y: event.clientY, from: { ...this.view } }));
    svg.addEventListener("pointermove", (event) => {
      if (!held || !event.buttons) return;
      const unit = this.unit / this.view.k;
      this.view = { ...held.from, x: held.from.x - (event.clientX - held.x) * unit, y: held.from.y - (event.clientY - held.y) * unit };
      const { k, x, y } = this.view;
      svg.setAttribute("viewBox", `${x - WIDE / k / 2} ${y - HIGH / k / 2} ${WIDE / k} ${HIGH / k}`);
    });
    svg.addEventListener("keydown", (event) => {
      const step = 80 / this.view.k;
      const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (move) { event.preventDefault(); this.view.x += move[0]; this.view.y += move[1]; this.draw(); svg.focus(); }
      if (event.key === "+" || event.key === "-") { this.zoom(event.key === "+" ? 1.4 : 1 / 1.4); svg.focus(); }
    });
  }

  // Land far from everything told is not drawn.
  isNear(country) {
    if (!country.geometry) return false;
    const [lon, lat] = this.middle;
    const reach = Math.max(25, (900 / this.scale));
    const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
    return parts.some((part) => part[0].some(([x, y]) => Math.abs(x - lon) < reach * 1.6 && Math.abs(y - lat) < reach));
  }

  // A ring over the date line goes on past it, on the side of what is shown.
  unwrapped(ring) {
    let shift = 0;
    let before = ring[0][0];
    const open = ring.map(([lon, lat]) => {
      if (lon - before > 180) shift -= 360;
      if (lon - before < -180) shift += 360;
      before = lon;
      return [lon + shift, lat];
    });
    const mean = open.reduce((sum, point) => sum + point[0], 0) / open.length;
    const turn = Math.round((this.middle[0] - mean) / 360) * 360;
    return turn ? open.map(([lon, lat]) => [lon + turn, lat]) : open;
  }

  path(geometry) {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return parts.flat().map((ring) => `M${this.unwrapped(ring).map((point) => this.project(point).map((one) => one.toFixed(1)).join(",")).join("L")}Z`).join("");
  }
}

const isBroad = (one) => ["district", "province", "country", "region"].includes(one.precision);
const number = (value) => Math.round(value * 10) / 10;
// The middle nine tenths: one place far off must not press the rest into a dot.
function ends(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const out = sorted.length > 12 ? Math.floor(sorted.length * 0.05) : 0;
  return [sorted[out], sorted[sorted.length - 1 - out]];
}

function grouped(events) {
  const places = new Map();
  for (const one of events) {
    const { place, radius_km: radius } = one.properties;
    const key = `${one.geometry.coordinates} ${radius}`;
    if (!places.has(key)) places.set(key, { place: one.properties.precision === "near" ? `near ${place}` : place, at: one.geometry.coordinates, radius: radius || 1, isBroad: isBroad(one.properties), events: [] });
    places.get(key).events.push({ id: one.id, ...one.properties });
  }
  const groups = [...places.values()];
  for (const group of groups) {
    group.events.sort((a, b) => (b.start || "").localeCompare(a.start || ""));
    group.quarter = QUARTER_NAMES.find((name) => group.events.some((one) => quarter(one.type) === name && manner(one.factuality) === "deed")) || quarter(group.events[0].type);
  }
  return groups.sort((a, b) => b.radius - a.radius);
}

// Of each place the last word about who holds it.
function lastHeld(states) {
  const places = new Map();
  for (const one of [...states].sort((a, b) => (a.properties.start || "").localeCompare(b.properties.start || ""))) places.set(one.properties.place, one);
  return [...places.values()].filter((one) => one.properties.value !== "loses");
}

function table(groups, held) {
  const rows = [...groups].sort((a, b) => b.events.length - a.events.length);
  const control = new Map(held.map((one) => [one.properties.place, one]));
  return h("table", {}, h("caption", {}, "Places shown"),
    h("thead", {}, h("tr", {}, h("th", {}, "place"), h("th", { class: "num" }, "known to"), h("th", { class: "num" }, "events"), h("th", {}, "the latest"), h("th", {}, "last told to be held by"))),
    h("tbody", {}, rows.slice(0, 60).map((one) => {
      const state = control.get(one.place);
      return h("tr", {}, h("td", {}, h("button", { class: "plain", onclick: () => go({ place: one.place.replace(/^near /, "") }) }, one.place)), h("td", { class: "num" }, `${number(one.radius)} km`), h("td", { class: "num" }, String(one.events.length)),
        h("td", {}, h("button", { class: "plain", onclick: () => go({ show: one.events[0].id }) }, `${one.events[0].when}: ${one.events[0].what}`)),
        h("td", {}, state ? h("button", { class: "plain", onclick: () => go({ show: state.id }) }, `${state.properties.actor} (${words(state.properties.value)}), says ${state.properties.said_by.join(", ")}`) : "")); })));
}
