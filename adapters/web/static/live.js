// Keeps every pane up to date, and says so when the service cannot be reached.
//
// Each change has a number. After a break we ask for everything since the last number that
// we have seen; applying a change twice does no harm.

import { isWord } from "./answers.js";
import { count, isAtEnd, leaveIfEmptied, openPlace, placeNamed, showFrom, toTheEnd } from "./places.js";
import { unlessPressed } from "./presses.js";

const AGAIN_MS = 2000;
const waiting = new Set(); // elements whose request did not get through

let source;
let seen = 0;
let timer;

function connect() {
  source?.close();
  const panes = [...document.querySelectorAll(".pane")];
  const shown = panes.map((pane) => `&shown=${pane.dataset.person}.${pane.lang}`).join("");
  source = new EventSource(`${document.body.dataset.live}&after=${seen}${shown}`);
  source.addEventListener("open", backOnline);
  source.addEventListener("error", () => {
    offline();
    if (source.readyState === EventSource.CLOSED) again();
  });
  source.addEventListener("reload", () => location.reload());
  source.addEventListener("guide", (event) => unlessPressed(() => goOn(event.data)));
  source.addEventListener("language", (event) => unlessPressed(() => speak(event.data)));
  source.addEventListener("news", (event) => {
    seen = Number(event.lastEventId);
    const parsed = new DOMParser().parseFromString(event.data, "text/html");
    for (const news of parsed.querySelectorAll(".news")) unlessPressed(() => apply(news));
  });
}

// --- what changed ---------------------------------------------------------------------

function goOn(html) {
  const guide = document.getElementById("guide");
  const parsed = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (guide && parsed) guide.replaceWith(parsed);
  document.dispatchEvent(new Event("guided"));
}

function apply(news) {
  const pane = document.getElementById(`pane-${news.dataset.person}`);
  const place = openPlace(pane);
  const wasAtEnd = isAtEnd(place);
  const last = place.querySelector(".posts").lastElementChild;
  for (const tab of news.querySelectorAll(":scope > [role=tab]")) addPlace(pane, tab, news);
  for (const post of news.querySelectorAll(":scope > .post")) putPost(pane, post);
  const newest = place.querySelector(".posts").lastElementChild;
  const wrote = newest !== last && newest?.matches(".mine");
  const reads = last?.matches(".private") && !isWord(last); // maybe a code to write down: it stays
  if (wrote || (wasAtEnd && !reads)) follow(place, last);
  count(pane);
}

// Reads on from what was last there; one's own words are always at the end.
function follow(place, last) {
  toTheEnd(place);
  const next = last ? last.nextElementSibling : place.querySelector(".post");
  if (!next?.classList.contains("mine")) showFrom(next);
}

// Somebody chose another language, here or in another window.
async function speak(person) {
  const pane = document.getElementById(`pane-${person}`);
  await htmx.ajax("GET", `/panes/${person}`, { source: pane, target: pane, swap: "outerHTML" });
  if (document.body.matches(".alone")) await speakEverywhere(person);
  connect(); // what comes back later must know what is shown now
}

// The page of one person speaks as they do, up to its top.
async function speakEverywhere(person) {
  await htmx.ajax("GET", location.pathname, { target: ".top", select: ".top", swap: "outerHTML" });
  document.documentElement.lang = document.getElementById(`pane-${person}`).lang;
  document.dispatchEvent(new Event("guided"));
}

function addPlace(pane, tab, news) {
  if (document.getElementById(tab.id)) return;
  const panel = news.querySelector(`#${CSS.escape(tab.getAttribute("aria-controls"))}`);
  pane.querySelector(".tabs").append(tab);
  pane.querySelector(".jump").before(panel);
  htmx.process(panel);
}

function putPost(pane, post) {
  const old = document.getElementById(post.id);
  if ("gone" in post.dataset) {
    const place = old?.closest(".place");
    old?.remove();
    if (place) leaveIfEmptied(pane, place);
    return;
  }
  if (old) keepOpen(old, post);
  const focused = old?.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  if (old?.querySelector("form.editing")) return; // somebody is writing in there
  if (old) old.replaceWith(post);
  else insert(placeNamed(pane, post.dataset.place), post);
  htmx.process(post);
  if (focused) post.querySelector(`[data-act="${focused}"]`)?.focus({ preventScroll: true });
}

function insert(place, post) {
  const posts = place.querySelector(".posts");
  const later = [...posts.querySelectorAll(":scope > .post")].find(
    (other) => Number(other.dataset.position) > Number(post.dataset.position),
  );
  if (later) later.before(post);
  else posts.append(post);
  if (!post.classList.contains("mine")) place.dataset.grew = "true";
}

// What somebody had unfolded stays unfolded.
function keepOpen(old, fresh) {
  const folds = fresh.querySelectorAll("details");
  old.querySelectorAll("details").forEach((fold, at) => {
    if (fold.open && folds[at]) folds[at].open = true;
  });
}

// --- the service is away --------------------------------------------------------------

function offline() {
  document.body.classList.add("is-offline");
}

function backOnline() {
  document.body.classList.remove("is-offline");
  sendAgain();
}

function again() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (source.readyState === EventSource.CLOSED) connect();
    else sendAgain();
  }, AGAIN_MS);
}

function sendAgain() {
  const elements = [...waiting].filter((element) => element.isConnected);
  waiting.clear();
  for (const element of elements) htmx.trigger(element, "retry");
}

export function minder() {
  seen = Number(document.body.dataset.revision);
  connect();
  document.addEventListener("htmx:sendError", (event) => {
    waiting.add(event.detail.elt);
    offline();
    again();
  });
  // An answer came: the service is there, whatever it says.
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.xhr.status > 0) document.body.classList.remove("is-offline");
  });
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && connect());
}
