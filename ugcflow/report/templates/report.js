(() => {
"use strict";
const $ = (s, at = document) => at.querySelector(s), $$ = (s, at = document) => [...at.querySelectorAll(s)];
const root = document.documentElement, overview = $("#overview"), articles = $$(".variant"), tiles = $$(".tile");
const sources = JSON.parse($("#sources").textContent);
root.classList.add("js");

const make = (name, attributes = {}, text) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  if (text !== undefined) node.textContent = text;
  return node;
};
const clock = ms => { const s = ms / 1000, m = Math.floor(s / 60); return m ? `${m}:${String((s % 60).toFixed(1)).padStart(4, "0")}` : `${s.toFixed(1)} s`; };

// Pictures: each is in the file once, and is decoded when it comes into view.
const uri = id => { const node = id && document.getElementById(id); return node ? node.textContent : ""; };
const show = node => {
  const picture = uri(node.dataset.pic);
  if (picture) node.src = picture;
  node.removeAttribute("data-pic");
};
const seen = new IntersectionObserver(entries => entries.forEach(e => { if (e.isIntersecting) { seen.unobserve(e.target); frame(e.target) || show(e.target); } }), { rootMargin: "400px" });

// A thumbnail without a poster shows the first frame of the filmstrip; under a pointer it shows the frame there.
function frame(thumb, part = 0) {
  if (!thumb.dataset.strip) return false;
  let box = $(".box", thumb);
  if (!box) {
    box = thumb.appendChild(document.createElement("span"));
    box.className = "box";
    box.style.aspectRatio = `${thumb.dataset.w} / ${thumb.dataset.h}`;
    const image = box.appendChild(new Image());
    image.alt = "";
    image.src = uri(thumb.dataset.strip);
    image.style.width = `${thumb.dataset.frames * 100}%`;
  }
  const poster = $(":scope > img", thumb);
  if (poster) poster.hidden = true;
  $("img", box).style.left = `${-100 * Math.min(thumb.dataset.frames - 1, Math.floor(part * thumb.dataset.frames))}%`;
  return true;
}
for (const thumb of $$(".thumb")) {
  const poster = $("img[data-pic]", thumb);
  seen.observe(poster || thumb);
  thumb.addEventListener("pointermove", e => { const r = thumb.getBoundingClientRect(); frame(thumb, Math.max(0, (e.clientX - r.left) / r.width)); });
  thumb.addEventListener("pointerleave", () => { const box = $(".box", thumb); if (box && $(":scope > img", thumb)) { box.remove(); $("img", thumb).hidden = false; } });
}

// One variant: the drawing of its edit, its steps and its loudness, made when it is opened.
class Variant {
  constructor(article) {
    this.article = article;
    $$("[data-pic]", article).forEach(node => seen.observe(node));
    $$(".play", article).forEach(button => button.addEventListener("click", () => this.play(button)));
    $$(".diff", article).forEach(d => d.addEventListener("toggle", () => paint($("pre", d)), { once: true }));
    $$(".loud", article).forEach(curve);
    const data = $(".scene", article);
    if (!data) return;
    Object.assign(this, JSON.parse(data.textContent), { zoom: 1, slider: $("input[type=range]", article), svg: $(".scroll svg", article) });
    this.slider.value = this.stages.length - 1; // browsers put back what it was before a reload
    this.slider.addEventListener("input", () => this.draw());
    $$(".stops li", article).forEach((li, i) => li.addEventListener("click", () => this.to(i)));
    $$("[data-do]", article).forEach(b => b.addEventListener("click", () => this.act(b.dataset.do)));
    $$(".step > details > summary", article).forEach(s => s.addEventListener("click", () => this.select(+s.closest(".step").dataset.step)));
    this.svg.addEventListener("pointermove", e => this.point(this.time(e)));
    this.svg.addEventListener("click", e => { if (this.video && this.video.duration) this.video.currentTime = this.time(e) / 1000; });
    this.draw();
  }
  play(button) { // nothing of the video is asked for before somebody wants to see it
    const video = this.video = document.createElement("video"), name = button.getAttribute("aria-label").slice(5);
    Object.assign(video, { controls: true, playsInline: true, poster: $("img", button).src });
    video.setAttribute("aria-label", name);
    video.addEventListener("timeupdate", () => this.svg && this.point(video.currentTime * 1000));
    video.addEventListener("error", () => { const p = document.createElement("p"); p.textContent = `${name} is not beside this report.`; video.replaceWith(p); });
    video.src = button.dataset.src;
    button.replaceWith(video);
    video.focus();
    video.play().catch(() => {});
  }
  time(e) { return Math.max(0, (e.clientX - this.svg.getBoundingClientRect().left) / this.scale); }
  act(what) {
    if (what === "watch") return this.watch();
    this.zoom = Math.min(16, Math.max(1, this.zoom * (what === "in" ? 2 : .5)));
    this.draw();
  }
  watch() {
    clearInterval(this.playing);
    this.to(0);
    this.playing = setInterval(() => { this.at + 1 < this.stages.length ? this.to(this.at + 1) : clearInterval(this.playing); }, 1400);
  }
  to(i) { this.slider.value = Math.max(0, Math.min(this.stages.length - 1, i)); this.draw(); }
  select(step) { const i = this.stages.findIndex(s => s.i === step); if (i >= 0) this.to(i); }
  go(by) {
    const steps = $$(".step", this.article), was = steps.findIndex(s => s.classList.contains("on"));
    const next = steps[Math.max(0, Math.min(steps.length - 1, was + by))];
    $("details", next).open = true;
    this.select(+next.dataset.step);
    $$(".step.on", this.article).forEach(s => s.classList.remove("on"));
    next.classList.add("on");
    $("summary", next).focus();
    next.scrollIntoView({ block: "nearest" });
  }
  get at() { return +this.slider.value; }

  draw() {
    const stage = this.stages[this.at], step = $(`.step[data-step="${stage.i}"]`, this.article);
    this.tell(stage, step);
    const used = this.used(stage), rows = this.inputs.filter(i => sources[i.sha] && sources[i.sha].w);
    const longest = Math.max(1, ...this.stages.map(s => s.d), ...rows.map(i => sources[i.sha].d));
    const width = Math.max(200, $(".scroll", this.article).clientWidth - 2) * this.zoom;
    this.scale = (width - 6) / longest;
    this.names = $(".names", this.article);
    this.names.textContent = "";
    this.svg.textContent = "";
    let y = this.ruler(longest, width);
    for (const input of rows) y = this.source(input, used[input.id] || [], Object.keys(used).length > 0, y);
    if (rows.length) y += 20;
    const video = stage.l.find(l => l.k === "video");
    if (video && rows.length === 1) this.links(used[rows[0].id] || [], y - 22, y);
    for (const lane of [...stage.l].sort((a, b) => (b.k === "video") - (a.k === "video"))) {
      y = this.lane(lane, y);
      if (lane === video) y = this.words(stage, y);
    }
    this.svg.setAttribute("width", width);
    this.svg.setAttribute("height", y + 4);
    this.svg.setAttribute("aria-label", `${stage.l.map(l => `${l.n}: ${l.s.length}`).join(", ") || "empty"}; ${clock(stage.d)} long`);
    this.names.style.height = `${y + 4}px`;
    this.head = this.svg.appendChild(make("line", { class: "head-line", y1: 0, y2: y, x1: -9, x2: -9 }));
  }
  tell(stage, step) {
    const now = $(".now", this.article), say = step && $(".say", step), changes = step && $(".changes", step);
    now.textContent = "";
    const line = now.appendChild(document.createElement("p"));
    if (say) line.append(say.cloneNode(true)); else { line.className = "say"; line.textContent = "As it was taken in"; }
    if (changes) now.append(changes.cloneNode(true));
    else { const p = now.appendChild(document.createElement("p")); p.className = "dim"; p.textContent = stage.i ? "Nothing changed." : `${clock(stage.d)}${stage.c ? `, ${stage.c}` : ""}`; }
    this.slider.setAttribute("aria-valuetext", stage.i ? `after step ${stage.i}` : "before the first step");
    $$(".stops li", this.article).forEach((li, i) => li.classList.toggle("on", i === this.at));
    $$(".step", this.article).forEach(s => s.classList.toggle("on", s === step));
  }
  used(stage) {
    const found = {};
    for (const lane of stage.l) if (lane.k === "video") for (const [start, end, , , media, a, b] of lane.s) if (media !== undefined) (found[media] = found[media] || []).push([a, b, start, end]);
    return found;
  }
  name(text, y, height) {
    const span = this.names.appendChild(document.createElement("span"));
    span.textContent = span.title = text;
    span.style.top = `${y + height / 2 - 7}px`;
  }
  ruler(longest, width) {
    const gap = [500, 1000, 2000, 5000, 10000, 15000, 30000, 60000, 120000, 300000, 600000, 1800000].find(g => g * this.scale >= 62) || 3600000;
    for (let t = 0; t <= longest; t += gap) {
      const x = t * this.scale + .5, s = t / 1000;
      this.svg.append(make("line", { class: "grid", x1: x, x2: x, y1: 16, y2: 2000 }));
      if (x + 30 < width) this.svg.append(make("text", { x: x + 3, y: 11 }, gap < 60000 && longest < 60000 ? `${s} s` : `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`));
    }
    return 20;
  }
  source(input, pieces, known, y) {
    const { d, w } = sources[input.sha], height = 46, middle = y + height / 2, part = w.ms * this.scale;
    this.name(input.name, y, height);
    if (known) this.svg.append(make("rect", { class: "cut", x: 0, y, width: d * this.scale, height, rx: 3 }));
    const shape = inside => {
      let path = "";
      w.p.forEach((p, i) => {
        const t = (i + .5) * w.ms;
        if (known && inside !== pieces.some(([a, b]) => a <= t && t < b)) return;
        const h = Math.max(.5, p * height / 210);
        path += `M${(i * part).toFixed(1)} ${(middle - h).toFixed(1)}h${Math.max(.6, part * .8).toFixed(2)}v${(2 * h).toFixed(1)}h${-Math.max(.6, part * .8).toFixed(2)}z`;
      });
      return path;
    };
    if (known) {
      this.svg.append(make("path", { class: "wave off", d: shape(false) }));
      for (const [a, b] of pieces) { const r = make("rect", { class: "link", x: a * this.scale, y, width: Math.max(1, (b - a) * this.scale), height }); r.append(make("title", {}, `kept ${clock(a)} – ${clock(b)}`)); this.svg.append(r); }
    }
    this.svg.append(make("path", { class: "wave", d: shape(true) }));
    return y + height + 2;
  }
  links(pieces, top, bottom) {
    for (const [a, b, start, end] of pieces) {
      const [p, q, r, s] = [a, b, end, start].map(t => (t * this.scale).toFixed(1));
      this.svg.append(make("path", { class: "link", d: `M${p} ${top}H${q}L${r} ${bottom}H${s}z` }));
    }
  }
  lane(lane, y) {
    const height = lane.k === "video" ? 34 : 24, kind = lane.r === "caption" ? "caption" : lane.k;
    this.name(lane.n, y, height);
    let said = "";
    const block = (start, end, label, type) => {
      const x = start * this.scale, width = Math.max(2, (end - start) * this.scale), group = make("g", { class: type });
      group.append(make("rect", { x, y, width, height, rx: Math.min(4, width / 3) }));
      const room = said === label && label.length * 6.6 > width ? 0 : Math.floor((width - 10) / 6.6);
      said = type.includes("video") ? label : "";
      if (room > 2) group.append(make("text", { x: x + 6, y: y + height / 2 + 4 }, label.length > room ? label.slice(0, room - 1).trimEnd() + "…" : label));
      group.append(make("title", {}, `${label} ${clock(start)} – ${clock(end)}`));
      this.svg.append(group);
    };
    for (const [start, end, label] of lane.g) block(start, end, label, "gone");
    for (const [start, end, label, flag] of lane.s) block(start, end, label, `seg ${kind}${["", " new", " changed"][flag]}`);
    return y + height + 6;
  }
  spoken(stage) {
    if (stage.words) return stage.words;
    const ids = Object.fromEntries(this.inputs.map(i => [i.id, i.sha])), used = this.used(stage), words = [];
    for (const media in used) for (const [a, b, start, end] of used[media]) {
      const pace = (end - start) / Math.max(1, b - a);
      for (const [from, to, text] of (sources[ids[media]] || { t: [] }).t) {
        const middle = (from + to) / 2;
        if (a <= middle && middle < b) words.push([start + (Math.max(a, from) - a) * pace, start + (Math.min(b, to) - a) * pace, text]);
      }
    }
    return stage.words = words;
  }
  words(stage, y) {
    const words = this.spoken(stage);
    if (!words.length) return y;
    const wide = this.scale > .11, height = wide ? 18 : 8;
    this.name("Words", y, height);
    for (const [start, end, text] of words) {
      const x = start * this.scale, width = Math.max(1.5, (end - start) * this.scale - 1), group = make("g", { class: "word" });
      group.append(make("rect", { x, y, width, height, rx: 2 }), make("title", {}, text));
      if (wide) group.append(make("text", { x: x + 2, y: y + 13 }, text.length * 6.2 > width + 2 ? text.slice(0, Math.floor(width / 7)) : text));
      this.svg.append(group);
    }
    return y + height + 6;
  }
  point(t) {
    const stage = this.stages[this.at], x = t * this.scale, says = [clock(t)], hit = l => l.s.find(s => s[0] <= t && t < s[1]);
    this.head.setAttribute("x1", x);
    this.head.setAttribute("x2", x);
    const word = this.spoken(stage).find(w => w[0] <= t && t < w[1]);
    if (word) says.push(`“${word[2]}”`);
    for (const lane of stage.l) { const segment = hit(lane); if (segment) says.push(`${lane.n}: ${segment[2]}${segment[4] === undefined || lane.k !== "video" ? "" : ` at ${clock(segment[5] + t - segment[0])}`}`); }
    $(".readout", this.article).textContent = says.join("  ·  ");
  }
}

function paint(pre) {
  const lines = pre.textContent.split("\n");
  pre.textContent = "";
  lines.forEach(line => { const s = pre.appendChild(document.createElement("span")); s.className = line[0] === "+" ? "a" : line[0] === "-" ? "r" : ""; s.textContent = line + "\n"; });
}

function curve(section) {
  const { c, t, i } = JSON.parse($(".curve", section).textContent), svg = $("svg", section);
  const width = Math.max(200, section.clientWidth - 40), height = 150, left = 34, count = Math.max((c.m || []).length, (c.s || []).length);
  const x = n => left + n * (width - left) / Math.max(1, count - 1), y = v => 6 + (Math.min(0, Math.max(-42, v)) / -42) * (height - 26);
  const line = values => { let path = "", pen = "M"; (values || []).forEach((v, n) => { if (v === null) pen = "M"; else { path += `${pen}${x(n).toFixed(1)} ${y(v).toFixed(1)}`; pen = "L"; } }); return path; };
  svg.textContent = "";
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  for (const v of [0, -10, -20, -30, -40]) svg.append(make("line", { class: "grid", x1: left, x2: width, y1: y(v), y2: y(v) }), make("text", { x: 0, y: y(v) + 4 }, v || "0"));
  const whole = count * c.ms, gap = [1000, 2000, 5000, 10000, 30000, 60000, 300000].find(g => whole / g <= width / 80) || 900000;
  for (let s = 0; s < whole; s += gap) { const at = x(s / c.ms); if (at < width - 24) svg.append(make("text", { x: at, y: height - 3 }, gap < 60000 && whole < 90000 ? `${s / 1000} s` : `${Math.floor(s / 60000)}:${String(s / 1000 % 60).padStart(2, "0")}`)); }
  svg.append(make("path", { class: "moment", d: line(c.m) }), make("path", { class: "short", d: line(c.s) }));
  if (t !== null) svg.append(make("line", { class: "target", x1: left, x2: width, y1: y(t), y2: y(t) }));
}

// Which part is shown: the overview, or a variant with #v3.
const opened = new Map();
let current = null;
function route(event) {
  const found = /^#v\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
  const article = found || (overview ? null : articles[0]);
  articles.forEach(a => a.classList.toggle("open", a === article));
  root.classList.toggle("inside", !!article);
  if (article && !opened.has(article)) opened.set(article, new Variant(article));
  const before = current;
  current = article ? opened.get(article) : null;
  if (!event) return;
  if (found) { scrollTo(0, found.getBoundingClientRect().top + scrollY - 16); found.focus({ preventScroll: true }); }
  else if (before && overview) { const tile = tiles[articles.indexOf(before.article)]; tile.focus({ preventScroll: true }); tile.scrollIntoView({ block: "center" }); }
}
addEventListener("hashchange", route);
addEventListener("resize", () => { if (current && current.svg) current.draw(); if (current) $$(".loud", current.article).forEach(curve); });
addEventListener("beforeprint", () => $$("[data-pic]", current ? current.article : overview).forEach(show));

// The overview: filter, find, group.
const state = { show: "", find: "" };
function sift() {
  let left = 0;
  for (const tile of tiles) {
    tile.hidden = !!(state.show && tile.dataset.status !== state.show) || !`${tile.textContent}`.toLowerCase().includes(state.find);
    left += !tile.hidden;
  }
  $("#nothing").hidden = left > 0;
  $$("#grid section").forEach(s => { s.hidden = $$(".tile:not([hidden])", s).length === 0; });
}
function group(by) {
  const grid = $("#grid"), sets = new Map();
  for (const tile of tiles) { const key = by ? String(JSON.parse(tile.dataset.values)[by] ?? "–") : ""; sets.has(key) || sets.set(key, []); sets.get(key).push(tile); }
  grid.textContent = "";
  for (const [key, members] of sets) {
    const part = grid.appendChild(document.createElement("section"));
    if (by) { const h = part.appendChild(document.createElement("h3")); h.textContent = `${by}: ${key}`; }
    const list = part.appendChild(document.createElement("div"));
    list.className = tiles.length < 7 ? "tiles few" : "tiles";
    list.append(...members);
  }
  sift();
}
if (overview) {
  $$("[data-show]").forEach(b => b.addEventListener("click", () => { $$("[data-show]").forEach(x => x.setAttribute("aria-pressed", x === b)); state.show = b.dataset.show; sift(); }));
  $("#find").addEventListener("input", e => { state.find = e.target.value.trim().toLowerCase(); sift(); });
  $("#by") && $("#by").addEventListener("change", e => group(e.target.value));
}

const help = $("#help"), ask = () => help.open ? help.close() : help.showModal();
$("#keys").addEventListener("click", ask);
function browse(by) {
  const shown = $$(".tile:not([hidden])"), at = shown.indexOf(document.activeElement);
  const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
  if (next) next.focus();
}
const keys = {
  "?": ask, j: () => current ? current.svg && current.go(1) : browse(1), k: () => current ? current.svg && current.go(-1) : browse(-1),
  n: () => current && overview && $(".next", current.article).click(), p: () => current && overview && $(".prev", current.article).click(),
  u: () => { if (overview && current) location.hash = ""; }, w: () => current && current.svg && current.watch(), "+": () => current && current.svg && current.act("in"), "=": () => current && current.svg && current.act("in"), "-": () => current && current.svg && current.act("out"),
  "/": () => overview && !current && $("#find").focus(),
  ArrowRight: () => current && current.svg && current.to(current.at + 1), ArrowLeft: () => current && current.svg && current.to(current.at - 1),
};
addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey || !keys[e.key]) return;
  if (/^(INPUT|SELECT|TEXTAREA|VIDEO)$/.test(e.target.tagName)) return;
  if (e.key.startsWith("Arrow") && e.target.scrollWidth > e.target.clientWidth && e.target.matches(".scroll, .roll, pre")) return;
  if (help.open && e.key !== "?") return;
  e.preventDefault();
  keys[e.key]();
});
route();
})();
