// What somebody typed into a form survives a closed page; sent with success, it is forgotten.
//
// A draft is kept under person, act and subject: the subject makes sending it twice harmless,
// so a form that is opened again goes on with the same one.

import { personOf } from "./places.js";
import { forget, keep, kept, recall } from "./store.js";

const keyOf = (form) => `form:${personOf(form)}:${form.dataset.act}:${form.dataset.subject}`;
const fieldsOf = (form) => [...form.elements].filter((field) => field.name.startsWith("answer."));

function read(form) {
  const values = {};
  for (const field of fieldsOf(form)) {
    values[field.name] ??= [];
    const counts = !["checkbox", "radio"].includes(field.type) || field.checked;
    if (counts && field.value) values[field.name].push(field.value);
  }
  return values;
}

function write(form, values) {
  for (const field of fieldsOf(form)) {
    const chosen = values[field.name];
    if (!chosen) continue;
    if (["checkbox", "radio"].includes(field.type)) field.checked = chosen.includes(field.value);
    else field.value = chosen[0] ?? "";
  }
}

function save(form) {
  const { act, subject, opener } = form.dataset;
  keep(keyOf(form), { act, subject, opener, values: read(form) });
  form.querySelector(".kept").hidden = false;
}

// The subject of a form that was begun with this command, so that it is opened again.
export function begun(person, opener) {
  return kept(`form:${person}:`).map((key) => recall(key)).find((draft) => draft?.opener === opener);
}

function restore(form) {
  const draft = recall(keyOf(form));
  if (draft && !form.querySelector(".fault")) {
    write(form, draft.values);
    form.querySelector(".kept").hidden = false;
  }
  form.querySelectorAll("textarea").forEach(measure);
  form.dataset.from = keyOf(form);
}

function measure(area) {
  const most = Number(area.dataset.most);
  const count = area.parentElement.querySelector(".count");
  if (!most || !count) return;
  count.textContent = area.value.length > most * 0.6 ? `${area.value.length} / ${most}` : "";
  count.classList.toggle("too-many", area.value.length > most);
}

// --- what was sent ----------------------------------------------------------------------

// The form has given way to something else than itself: what it held has arrived. What the
// answer still asks about the same thing is not decided: a page closed now must not lose it.
function arrived(form) {
  if (form.isConnected) return;
  const { act, subject, from } = form.dataset;
  const same = document.querySelector(`.form[data-act="${act}"][data-subject="${CSS.escape(subject)}"]`);
  if (!same && !(subject && isAsked(subject))) forget(from);
}

const subjectOf = (button) => JSON.parse(button.getAttribute("hx-vals")).subject;

function isAsked(subject) {
  const main = [...document.querySelectorAll(".private .button.primary[data-act]")];
  return main.some((button) => subjectOf(button) === subject);
}

function decided(button, target) {
  const subject = subjectOf(button);
  const said = target.lastElementChild;
  if (!subject || !said?.querySelector(".tone-success")) return;
  for (const key of kept("form:")) if (recall(key)?.subject === subject) forget(key);
}

// --- forms that were left open when the page closed -------------------------------------

function offerResume(pane) {
  const drafts = kept(`form:${pane.dataset.person}:`).map((key) => [key, recall(key)]);
  for (const [key, draft] of drafts) {
    if (!draft?.opener) continue;
    const copy = pane.querySelector("template.resume").content.cloneNode(true);
    const panel = copy.querySelector(".resume");
    panel.dataset.key = key;
    pane.querySelector(".place:not([hidden]) .posts").append(panel);
  }
}

function resume(panel) {
  const { opener, subject } = recall(panel.dataset.key);
  const values = { act: opener, subject };
  htmx.ajax("POST", "/act", { source: panel, target: panel, swap: "outerHTML", values });
}

export function minder() {
  document.querySelectorAll(".pane").forEach(offerResume);
  document.addEventListener("htmx:load", (event) => {
    const loaded = event.detail.elt;
    if (loaded.matches?.(".private")) loaded.querySelectorAll(".form").forEach(restore);
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest(".form");
    if (!form) return;
    if (event.target.matches("textarea")) measure(event.target);
    save(form);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const used = event.detail.requestConfig?.elt;
    if (used?.matches?.(".form")) arrived(used);
    else if (used?.matches?.("[data-act]")) decided(used, event.detail.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does=resume], [data-does=forget]");
    if (!button) return;
    const panel = button.closest(".resume");
    if (button.dataset.does === "resume") {
      resume(panel);
    } else {
      forget(panel.dataset.key);
      panel.remove();
    }
  });
}
