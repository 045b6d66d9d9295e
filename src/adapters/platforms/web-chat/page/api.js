/** The house did not take it and says why; asking again the same way would not help. */
export class Refused extends Error {}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}))
  if (response.ok) return body
  // 5xx, and a house that is starting and has no chat yet, pass like a broken line: whoever asked tries again.
  if (response.status >= 500 || response.status === 404)
    throw new TypeError(body.error ?? String(response.status))
  throw new Refused(body.error ?? '')
}

export async function fetchHouse(as) {
  return answerOf(await fetch(`api/house?${new URLSearchParams({ as })}`))
}

export async function fetchEarlier(as, chat, until) {
  return answerOf(await fetch(`api/earlier?${new URLSearchParams({ as, chat, until: String(until) })}`))
}

/** `posted.id` stays the same over all tries, so that one of them takes effect. */
export async function post(posted, files = []) {
  const message = JSON.stringify(posted)
  let body = message
  if (files.length > 0) {
    body = new FormData()
    body.set('message', message)
    for (const file of files) body.append('file', file, file.name)
  }
  const headers = files.length > 0 ? {} : { 'content-type': 'application/json' }
  return answerOf(await fetch('api/messages', { method: 'POST', body, headers }))
}

export function fileAddress({ sha256, name }) {
  return `api/files/${sha256}?${new URLSearchParams({ name })}`
}

/** Works on plain http too, where crypto.randomUUID is not offered. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
