/** A reading or an answer is a few kilobytes; what is far beyond is neither, and is not gathered in memory first. */
const LARGEST_ANSWER_BYTES = 256 * 1024

/** `fetch` whose body breaks off with an error once it has grown beyond the limit. */
export function limitedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  return fetchAtMost(LARGEST_ANSWER_BYTES, input, init)
}

/** The same with a limit of its own, in bytes. */
export async function fetchAtMost(
  largest: number,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init)
  if (response.body === null) return response
  let bytes = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes > largest) controller.error(new Error('The answer is larger than any that was asked for.'))
        else controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  })
}
