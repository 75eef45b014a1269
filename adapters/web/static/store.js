// What this browser remembers; without storage (private windows) it just forgets sooner.

const memory = new Map();

export function recall(key, otherwise = null) {
  try {
    const text = localStorage.getItem(`entraide:${key}`);
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return memory.get(key) ?? otherwise;
  }
}

export function keep(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(`entraide:${key}`, JSON.stringify(value));
  } catch {
    // full or forbidden: the page still works
  }
}

export function forget(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(`entraide:${key}`);
  } catch {
    // see above
  }
}

export function kept(prefix) {
  const names = new Set(memory.keys());
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("entraide:")) names.add(name.slice("entraide:".length));
    }
  } catch {
    // see above
  }
  return [...names].filter((name) => name.startsWith(prefix)).sort();
}
