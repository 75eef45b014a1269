// Nothing moves under a finger: a press whose button is drawn again before it ends is lost.
//
// What would change the page waits until the press is over and its click has been heard.

const CLICK_MS = 400; // a touch is told as a click a little after it ends

const waiting = [];
let isPressed = false;
let timer;

// Runs a change now, or once nothing is pressed; always in the order in which they came.
export function unlessPressed(change) {
  waiting.push(change);
  if (!isPressed) flush();
}

function flush() {
  for (const change of waiting.splice(0)) change();
}

function press() {
  clearTimeout(timer);
  isPressed = true;
}

function release(after = 0) {
  if (!isPressed) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    isPressed = false;
    flush();
  }, after);
}

export function minder() {
  const hear = (name, listener) => window.addEventListener(name, listener, { capture: true, passive: true });
  const isSpace = (event) => event.key === " " && event.target.closest?.("button, summary, input");
  hear("pointerdown", (event) => event.button === 0 && press());
  hear("pointerup", () => release(CLICK_MS));
  hear("pointercancel", () => release());
  hear("click", () => release());
  hear("keydown", (event) => isSpace(event) && press());
  hear("keyup", (event) => event.key === " " && release());
  window.addEventListener("blur", () => release());
}
