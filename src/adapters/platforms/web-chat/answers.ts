/** Answers to the page's requests. */

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

/** `text` is shown to the person as it is. */
export function refuse(status: number, text: string): Response {
  return json({ error: text }, status)
}
