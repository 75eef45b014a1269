// One's own messages: changed in place, or taken back.

import { paneOf } from "./places.js";

export function edit(post) {
  if (post.querySelector("form.editing")) return;
  const copy = paneOf(post).querySelector("template.editing").content.cloneNode(true);
  const form = copy.querySelector("form");
  form.elements.key.value = post.dataset.key;
  form.elements.text.value = post.dataset.text;
  post.querySelector(".bubble").after(form);
  post.classList.add("being-edited");
  htmx.process(form);
  form.elements.text.focus();
}

function leave(form) {
  const post = form.closest(".post");
  form.remove();
  post.classList.remove("being-edited");
  post.querySelector("[data-does=edit]").focus();
}

export function minder() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does=edit]");
    if (button) edit(button.closest(".post"));
    const cancel = event.target.closest("form.editing [data-does=leave]");
    if (cancel) leave(cancel.closest("form"));
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form.editing");
    if (!form) return;
    if (event.key === "Escape") leave(form);
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  // 204: it went through; the new words come by the stream. Anything else keeps the form.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest?.("form.editing");
    if (form && event.detail.xhr.status === 204) leave(form);
  });
}
