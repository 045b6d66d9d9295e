/** One event of a server-sent stream, as a browser would see it. */
export interface StreamEvent {
  readonly name: string
  readonly id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is judged by the test itself
  readonly data: any
}

/** Reads events one by one; ends when the stream does. Beats are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
      )
      const name = fields.get('event') ?? 'message'
      if (name !== 'beat')
        yield { name, id: fields.get('id'), data: JSON.parse(fields.get('data') || 'null') }
    }
  }
}

/** What a page would show: snapshots replace, entries are added. Counts what it was told twice. */
export function createViewer() {
  const chats = new Map<string, string[]>()
  let doubled = 0
  let place: string | undefined
  return {
    take({ name, id, data }: StreamEvent): void {
      if (name === 'snapshot')
        chats.set(
          data.chat,
          data.entries.map((entry: { id: string }) => entry.id),
        )
      if (name === 'entry') {
        const seen = chats.get(data.chat) ?? []
        if (seen.includes(data.entry.id)) doubled++
        else seen.push(data.entry.id)
        chats.set(data.chat, seen)
      }
      if (id !== undefined) place = id
    },
    seen: (chat: string) => chats.get(chat) ?? [],
    place: () => place,
    doubled: () => doubled,
  }
}
