// Where one writes: commands, messages, pictures; what is typed is kept place by place.

import { begun } from "./drafts.js";
import { edit } from "./own.js";
import { openPlace, paneOf } from "./places.js";
import { answer, answering } from "./replies.js";
import { forget, keep, recall } from "./store.js";

const LINES_MAX = 6;
const OPTION = "[role=option]:not([hidden])";
const draftKey = (form) => `words:${paneOf(form).dataset.person}:${form.elements.place.value}`;
const writer = (form) => form.querySelector("textarea");

// --- the list of commands ---------------------------------------------------------------

function offer(form) {
  const area = writer(form);
  const typed = area.value.toLowerCase();
  const asks = /^\/[^\s]*$/.test(typed);
  for (const option of form.querySelectorAll("[role=option]")) {
    option.hidden = !plain(option.dataset.command).startsWith(plain(typed));
  }
  const any = asks && form.querySelector(OPTION) !== null;
  form.querySelector(".menu").hidden = !any;
  area.setAttribute("aria-expanded", String(any));
  choose(form, any ? form.querySelector(OPTION) : null);
}

const plain = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "");

function choose(form, option) {
  for (const each of form.querySelectorAll("[role=option]")) {
    each.setAttribute("aria-selected", String(each === option));
  }
  if (option) {
    writer(form).setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    writer(form).removeAttribute("aria-activedescendant");
  }
}

const chosen = (form) => form.querySelector(`.menu:not([hidden]) [aria-selected=true]`);

function move(form, by) {
  const options = [...form.querySelectorAll(OPTION)];
  const at = options.indexOf(chosen(form));
  choose(form, options[(at + by + options.length) % options.length]);
}

// A command that asks for nothing more is sent at once.
function take(form, option) {
  const area = writer(form);
  area.value = option.dataset.asks ? `${option.dataset.command} ` : option.dataset.command;
  offer(form);
  form.querySelector(".menu").hidden = true;
  area.focus();
  if (!option.dataset.asks) form.requestSubmit();
}

// --- keys -------------------------------------------------------------------------------

function onKey(event) {
  const form = event.target.closest?.(".composer");
  if (!form || event.target !== writer(form) || event.isComposing) return;
  const option = chosen(form);
  if (option && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    move(form, event.key === "ArrowDown" ? 1 : -1);
  } else if (option && ["Enter", "Tab"].includes(event.key) && !event.shiftKey) {
    event.preventDefault();
    const isWhole = plain(writer(form).value) === plain(option.dataset.command);
    if (event.key === "Enter" && isWhole) form.requestSubmit(); // what it asks for is optional
    else take(form, option);
  } else if (option && event.key === "Escape") {
    form.querySelector(".menu").hidden = true;
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "ArrowUp" && !event.target.value) {
    const last = [...openPlace(paneOf(form)).querySelectorAll(".post.mine")].at(-1);
    if (last) edit(last);
  }
}

// --- what is being written --------------------------------------------------------------

function save(form) {
  const pictures = form.querySelector(".tray").innerHTML.trim();
  const text = writer(form).value;
  const reply = answering(form);
  if (!text && !pictures && !reply.message) return forget(draftKey(form));
  form.elements.origin.value ||= crypto.randomUUID();
  keep(draftKey(form), { text, pictures, reply, origin: form.elements.origin.value });
}

// The number goes with the words: sent again after a restart, they still arrive once.
function load(form) {
  const draft = recall(draftKey(form), { text: "", pictures: "", origin: "" });
  writer(form).value = draft.text;
  form.elements.origin.value = draft.origin;
  form.querySelector(".tray").innerHTML = draft.pictures;
  answer(form, draft.reply?.message ?? "", draft.reply?.words ?? "");
  grow(writer(form));
  offer(form);
}

// As many lines as its words take on this screen.
function grow(area) {
  area.rows = 1;
  while (area.rows < LINES_MAX && area.scrollHeight > area.clientHeight) area.rows += 1;
}

function moveTo(pane, key) {
  const form = pane.querySelector(".composer");
  const tab = pane.querySelector(`[role=tab][data-place="${key}"]`);
  form.elements.place.value = key;
  form.setAttribute("hx-target", `#posts-${pane.dataset.person}-${key}`);
  form.classList.toggle("no-pictures", tab.dataset.writes !== "true");
  writer(form).placeholder = tab.dataset.hint;
  load(form);
}

function emptied(form) {
  forget(draftKey(form));
  writer(form).value = "";
  form.elements.origin.value = "";
  form.elements.subject.value = "";
  form.querySelector(".tray").replaceChildren();
  answer(form, "", "");
  grow(writer(form));
  offer(form);
}

// A form that was begun goes on with its own subject.
function beforeSending(form) {
  form.elements.origin.value ||= crypto.randomUUID();
  const name = writer(form).value.trim().split(/\s/)[0];
  const command = [...form.querySelectorAll("[role=option]")].find((o) => o.dataset.command === name);
  const draft = command && begun(paneOf(form).dataset.person, command.dataset.act);
  form.elements.subject.value = draft?.subject ?? "";
}

// --- pictures ---------------------------------------------------------------------------

function attach(form, files) {
  for (const file of files) upload(form, file);
}

function upload(form, file) {
  const pane = paneOf(form);
  const place = openPlace(pane);
  const bar = document.createElement("progress");
  const item = document.createElement("li");
  item.className = "on-its-way";
  bar.setAttribute("aria-label", file.name);
  item.append(bar);
  form.querySelector(".tray").append(item);
  const request = new XMLHttpRequest();
  request.open("POST", "/pictures");
  request.setRequestHeader("Entraide-Person", pane.dataset.person);
  request.setRequestHeader("Entraide-Language", pane.lang);
  request.upload.addEventListener("progress", (event) => {
    bar.max = event.total;
    bar.value = event.loaded;
  });
  request.addEventListener("load", () => {
    if (request.status === 200) item.outerHTML = request.responseText;
    else refuse(item, place, request.responseText);
    save(form);
    writer(form).focus();
  });
  request.addEventListener("error", () => {
    item.remove();
    document.body.classList.add("is-offline");
  });
  request.send(file);
}

function refuse(item, place, html) {
  item.remove();
  htmx.swap(place.querySelector(".posts"), html, { swapStyle: "beforeend" });
}

function onDrop(event) {
  const pane = event.target.closest?.(".pane");
  const form = pane?.querySelector(".composer:not(.no-pictures)");
  if (!form || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  pane.classList.toggle("dropping", event.type === "dragover");
  if (event.type === "drop") attach(form, event.dataTransfer.files);
}

export function minder() {
  for (const pane of document.querySelectorAll(".pane")) begin(pane);
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.matches?.(".pane")) begin(event.detail.elt);
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("answering", (event) => save(event.target), true);
  document.addEventListener("input", (event) => {
    const form = event.target.closest(".composer");
    if (!form || event.target.type === "file") return;
    grow(writer(form));
    offer(form);
    save(form);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest(".composer");
    if (!form || event.target.type !== "file") return;
    attach(form, [...event.target.files]);
    event.target.value = "";
  });
  document.addEventListener("paste", (event) => {
    const form = event.target.closest?.(".composer:not(.no-pictures)");
    const files = [...(event.clipboardData?.files ?? [])];
    if (!form || files.length === 0) return;
    event.preventDefault();
    attach(form, files);
  });
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, onDrop);
  document.addEventListener("click", (event) => {
    const option = event.target.closest(".composer [role=option]");
    if (option) take(option.closest(".composer"), option);
    const unpick = event.target.closest("[data-does=unpick]");
    if (!unpick) return;
    const form = unpick.closest(".composer");
    unpick.closest("li").remove();
    save(form);
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.detail.elt;
    if (!form.matches(".composer")) return;
    beforeSending(form);
    event.detail.parameters.origin = form.elements.origin.value;
    event.detail.parameters.subject = form.elements.subject.value;
  });
  // Nothing to say, nothing to send.
  document.addEventListener("htmx:confirm", (event) => {
    const form = event.detail.elt;
    if (!form.matches?.(".composer")) return;
    if (!writer(form).value.trim() && !form.querySelector(".tray .chosen")) event.preventDefault();
  });
  document.addEventListener("taken", (event) => {
    if (event.target.matches(".composer")) emptied(event.target);
  });
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.(".composer");
    if (form) setTimeout(() => form.matches(":focus-within") || (form.querySelector(".menu").hidden = true), 150);
  });
}

function begin(pane) {
  pane.addEventListener("opened", (event) => moveTo(pane, event.detail));
  moveTo(pane, openPlace(pane).dataset.place);
}
