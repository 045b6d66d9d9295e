/** Unsent words, kept for this tab over a reload. Where a browser stores nothing, they are simply not kept. */

export function keepDraft(key, words) {
  try {
    sessionStorage.setItem(key, words)
  } catch {
    // Storage is switched off or full; what is in the box is still in the box.
  }
}

export function findDraft(key) {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
