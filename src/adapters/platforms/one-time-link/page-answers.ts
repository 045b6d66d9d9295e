/** How the pages answer: nothing is kept by browsers or proxies, nothing tells another site of the address. */
export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
  })
}

export const refuse = (status: number, error: string) => json({ error }, {}, status)

/** Always as something to be saved: whatever somebody uploaded never runs in our name. */
export function sendFile(bytes: Uint8Array, fileName: string): Response {
  const name = encodeURIComponent(fileName.toWellFormed()).replaceAll("'", '%27')
  // A view on memory that nobody else changes: Response does not take views on shared memory.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })
}
