// The first steps can be hidden, and found again.

import { keep, recall } from "./store.js";

function apply() {
  const hidden = recall("guide-hidden", false);
  document.getElementById("guide").hidden = hidden;
  document.querySelector("[data-does=open-guide]").hidden = !hidden;
  const current = document.querySelector("#guide [aria-current]");
  const list = current?.parentElement;
  if (list) list.scrollLeft = current.offsetLeft - 8;
}

export function minder() {
  apply();
  document.addEventListener("guided", apply);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does=close-guide], [data-does=open-guide]");
    if (!button) return;
    keep("guide-hidden", button.dataset.does === "close-guide");
    apply();
  });
}
