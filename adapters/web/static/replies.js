// Answering one message among others: what is answered stands above the words until they go.

import { paneOf } from "./places.js";

const FIRST_WORDS = 100;

export function answer(form, message, words) {
  form.elements.reply_to.value = message;
  const shown = form.querySelector(".replying");
  shown.hidden = !message;
  shown.querySelector("q").textContent = words;
}

export const answering = (form) => ({
  message: form.elements.reply_to.value,
  words: form.querySelector(".replying q").textContent,
});

function wordsOf(post) {
  const text = post.querySelector(".bubble .text") ?? post.querySelector(".bubble .author");
  return text.textContent.trim().slice(0, FIRST_WORDS);
}

function tell(form) {
  form.querySelector("textarea").focus();
  form.dispatchEvent(new CustomEvent("answering"));
}

function leave(form) {
  answer(form, "", "");
  tell(form);
}

export function minder() {
  document.addEventListener("click", (event) => {
    const reply = event.target.closest("[data-does=reply]");
    if (reply) {
      const form = paneOf(reply).querySelector(".composer");
      answer(form, reply.dataset.message, wordsOf(reply.closest(".post")));
      tell(form);
    }
    const not = event.target.closest("[data-does=not-reply]");
    if (not) leave(not.closest("form"));
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.(".composer");
    if (event.key === "Escape" && form?.elements.reply_to.value) leave(form);
  });
}
