// Answers that only one person sees: shown, looked at, waved away, superseded.

import { leaveIfEmptied, openPlace, paneOf } from "./places.js";

function arrived(panel) {
  supersede(panel);
  forgetRefusals(panel.closest(".place"), panel);
  const fault = panel.querySelector("[aria-invalid=true]");
  const question = panel.querySelector("form textarea, form input:not([type=hidden]), form select");
  panel.scrollIntoView({ block: "start" }); // at once: what moves meanwhile would stop a slow one
  (fault ?? question ?? panel).focus({ preventScroll: true });
  (fault ?? question)?.closest(".field").scrollIntoView({ block: "nearest" });
}

// An older answer whose main act is on the same subject shows an older state: it goes.
function supersede(panel) {
  const about = (button) => JSON.parse(button.getAttribute("hx-vals")).subject;
  const offers = (from) =>
    [...from.querySelectorAll(".button.primary[hx-vals]")].map(about).filter(Boolean);
  const fresh = new Set(offers(panel));
  for (const older of paneOf(panel).querySelectorAll(".private")) {
    if (older !== panel && offers(older).some((offer) => fresh.has(offer))) older.remove();
  }
}

// A refusal has been read once something else is tried, or went through.
function forgetRefusals(place, but) {
  for (const older of place.querySelectorAll(".private")) {
    const isRefusal = older.querySelector(".tone-warning");
    const saysMore = older.querySelector(".card:not(.tone-warning), .button, .form");
    if (isRefusal && !saysMore && older !== but) older.remove();
  }
}

// One sentence that says it is done: nothing to keep in sight.
export function isWord(panel) {
  const [card, ...others] = panel.querySelectorAll(".card");
  return !others.length && card?.matches(".tone-success") && card.querySelector(".body").childElementCount === 1;
}

// What was decided needs no buttons any more; when a word says it all, the whole card goes.
function settleUsed(panel, button) {
  const used = button?.closest?.(".private .card");
  const success = panel.querySelector(".tone-success");
  if (!used || !success) return;
  const older = used.closest(".private");
  if (isWord(panel) && older.querySelectorAll(".card").length === 1) older.remove();
  else if (button.matches(".primary, .danger")) used.querySelector(".controls").remove();
}

export function minder() {
  document.addEventListener("htmx:afterSwap", (event) => {
    const panel = event.detail.target?.lastElementChild;
    if (panel?.matches?.(".private")) settleUsed(panel, event.detail.requestConfig?.elt);
  });
  document.addEventListener("htmx:load", (event) => {
    const panel = event.detail.elt;
    if (panel.classList?.contains("private") && panel.isConnected) arrived(panel);
  });
  document.addEventListener("taken", (event) => forgetRefusals(openPlace(paneOf(event.target))));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does=dismiss]");
    if (button) dismiss(button.closest(".private"));
    for (const menu of document.querySelectorAll("details.choice[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest("details.choice[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
      return;
    }
    const panel = event.target.closest(".private");
    if (panel && !event.target.closest("form")) dismiss(panel);
  });
}

function dismiss(panel) {
  const pane = paneOf(panel);
  const place = panel.closest(".place");
  panel.remove();
  leaveIfEmptied(pane, place);
  pane.querySelector(".composer textarea").focus({ preventScroll: true });
  openPlace(pane).dispatchEvent(new Event("scroll"));
}
