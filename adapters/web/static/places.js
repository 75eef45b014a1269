// Tabs of each pane, what is unread, and where the eye should be.

import { keep, recall } from "./store.js";

const NEAR_PX = 120; // from the end of a place: then it follows what arrives

export const paneOf = (element) => element.closest(".pane");
export const personOf = (element) => paneOf(element).dataset.person;
export const openPlace = (pane) => pane.querySelector(".place:not([hidden])");

export function placeNamed(pane, key) {
  return document.getElementById(`place-${pane.dataset.person}-${key}`);
}

// --- tabs ---------------------------------------------------------------------------

export function open(pane, key, { focus = false } = {}) {
  for (const tab of pane.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.place === key;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    placeNamed(pane, tab.dataset.place).hidden = !chosen;
    if (chosen) reveal(tab);
    if (chosen && focus) tab.focus();
  }
  keep(`open:${pane.dataset.person}`, key);
  pane.dispatchEvent(new CustomEvent("opened", { detail: key }));
  toTheNews(pane);
  count(pane);
}

// A conversation that was erased goes, unless an answer that only we see still stands in it.
export function leaveIfEmptied(pane, place) {
  const tab = document.getElementById(`tab-${pane.dataset.person}-${place.dataset.place}`);
  const talks = ["conversation", "thread"].includes(tab.dataset.kind);
  if (!talks || place.querySelector(".posts").childElementCount) return;
  const wasOpen = !place.hidden;
  tab.remove();
  place.remove();
  if (wasOpen) open(pane, pane.querySelector("[role=tab]").dataset.place);
}

// Moves the row of tabs alone; scrollIntoView would move the panes too.
function reveal(tab) {
  const row = tab.parentElement;
  const start = tab.offsetLeft;
  const end = start + tab.offsetWidth;
  if (start < row.scrollLeft) row.scrollLeft = start;
  else if (end > row.scrollLeft + row.clientWidth) row.scrollLeft = end - row.clientWidth;
}

function onTabKey(event) {
  const tab = event.target.closest("[role=tab]");
  if (!tab) return;
  const tabs = [...tab.parentElement.querySelectorAll("[role=tab]")];
  const at = tabs.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  open(paneOf(tab), tabs[(to + tabs.length) % tabs.length].dataset.place, { focus: true });
}

// --- unread ---------------------------------------------------------------------------

const lastOf = (place) =>
  Math.max(0, ...[...place.querySelectorAll(".post")].map((post) => Number(post.dataset.position)));

const seenKey = (pane, key) => `seen:${pane.dataset.person}:${key}`;

function unseen(pane, place) {
  const seen = recall(seenKey(pane, place.dataset.place), 0);
  const others = [...place.querySelectorAll(".post:not(.mine)")];
  return others.filter((post) => Number(post.dataset.position) > seen);
}

export function count(pane) {
  const current = openPlace(pane);
  const isShown = pane.offsetParent !== null;
  if (current && isShown) keep(seenKey(pane, current.dataset.place), lastOf(current));
  let all = 0;
  for (const place of pane.querySelectorAll(".place")) {
    const number = unseen(pane, place).length;
    showCount(document.getElementById(`tab-${pane.dataset.person}-${place.dataset.place}`), number);
    all += number;
  }
  const chip = document.querySelector(`.people [data-person="${pane.dataset.person}"]`);
  if (chip) showCount(chip, all);
  reveal(pane.querySelector("[role=tab][aria-selected=true]"));
  offerJump(pane);
}

function showCount(element, number) {
  const badge = element.querySelector(".unread");
  badge.hidden = number === 0;
  badge.querySelector(".number").textContent = number;
}

// A pill that leads to what arrived elsewhere, or further down.
function offerJump(pane) {
  const jump = pane.querySelector(".jump");
  const tab = [...pane.querySelectorAll("[role=tab][data-writes=true] .unread:not([hidden])")].at(-1);
  const place = openPlace(pane);
  const below = place && !isAtEnd(place) && place.dataset.grew === "true";
  jump.hidden = !tab && !below;
  if (jump.hidden) return;
  const target = tab?.closest("[role=tab]");
  jump.dataset.to = target ? target.dataset.place : "";
  jump.querySelector("span").textContent = target
    ? `${jump.dataset.elsewhere} ${target.querySelector("span").textContent}`
    : jump.dataset.below;
}

// --- scrolling ------------------------------------------------------------------------

export const isAtEnd = (place) =>
  place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_PX;

export function toTheEnd(place) {
  if (!place) return;
  place.scrollTop = place.scrollHeight;
  place.dataset.grew = "false";
}

// Begin with the first thing that was not seen yet, else with the latest.
function toTheNews(pane) {
  const place = openPlace(pane);
  toTheEnd(place);
  if (place) showFrom(unseen(pane, place)[0]);
}

// Something taller than the pane is read from its top.
export function showFrom(post) {
  const place = post?.closest(".place");
  if (place) place.scrollTop = Math.min(place.scrollTop, post.offsetTop - 12);
}

function onScroll(event) {
  if (!event.target.classList?.contains("place")) return;
  if (isAtEnd(event.target)) {
    event.target.dataset.grew = "false";
    offerJump(paneOf(event.target));
  }
}

// --- people, where there is room for one only -------------------------------------------

export function show(person) {
  document.body.dataset.person = person;
  for (const chip of document.querySelectorAll(".people button")) {
    chip.setAttribute("aria-pressed", String(chip.dataset.person === person));
  }
  for (const pane of document.querySelectorAll(".pane")) {
    pane.classList.toggle("current", pane.dataset.person === person);
  }
  const pane = document.getElementById(`pane-${person}`);
  pane.scrollIntoView({ block: "nearest", inline: "start" });
  keep("person", person);
  toTheNews(pane);
  count(pane);
}

export function settle(pane) {
  const key = recall(`open:${pane.dataset.person}`);
  if (key && placeNamed(pane, key)) open(pane, key);
  else toTheNews(pane);
  pane.classList.toggle("current", document.body.dataset.person === pane.dataset.person);
  count(pane);
}

export function minder() {
  const panes = [...document.querySelectorAll(".pane")];
  const last = recall("person");
  const first = panes.find((pane) => pane.dataset.person === last) ?? panes[0];
  show(first.dataset.person);
  panes.forEach(settle);
  document.addEventListener("keydown", onTabKey);
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => panes.forEach(count));
  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) open(paneOf(tab), tab.dataset.place);
    const chip = event.target.closest("[data-does=show]");
    if (chip) show(chip.dataset.person);
    const jump = event.target.closest("[data-does=jump]");
    if (jump?.dataset.to) open(paneOf(jump), jump.dataset.to);
    else if (jump) toTheEnd(openPlace(paneOf(jump)));
    if (jump) paneOf(jump).querySelector(".composer textarea").focus({ preventScroll: true });
  });
  // A pane that was drawn again, in another language.
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.classList?.contains("pane")) settle(event.detail.elt);
  });
}
