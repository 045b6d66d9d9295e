/** Answers that go on (server-sent events), so that closing the server can end them politely. */
export function openStreams() {
  const endings = new Set<() => void>()

  /** The same bytes; ends when its source does, when the browser goes away, or at `endAll`. */
  function track(source: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = source.getReader()
    let end = () => {}
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          end = () => {
            endings.delete(end)
            // The source is told in any case; whether it minds changes nothing here.
            reader.cancel().catch(() => {})
            controller.close()
          }
          endings.add(end)
        },
        async pull(controller) {
          const { done, value } = await reader.read().catch((error: unknown) => {
            endings.delete(end)
            throw error
          })
          if (!endings.has(end)) return
          if (!done) controller.enqueue(value)
          else {
            endings.delete(end)
            controller.close()
          }
        },
        async cancel(reason) {
          endings.delete(end)
          await reader.cancel(reason)
        },
      },
      // Nothing is read ahead: how far a slow reader is behind is seen by whoever writes.
      { highWaterMark: 0 },
    )
  }

  return {
    track,
    count: () => endings.size,
    endAll(): void {
      for (const end of [...endings]) end()
    },
  }
}
