import { openReader, type ReaderParts } from '../../../src/adapters/knowledge/turn-reader.ts'
import type { ModelConfig } from '../../../src/config.ts'
import type { ArrivalContent, StoredArrival } from '../../../src/inbox/arrival.ts'

let count = 0

/** Something that waits in a private chat. */
export function arrival(content: ArrivalContent): StoredArrival {
  count += 1
  const at = new Date('2026-03-02T09:00:00+08:00')
  return {
    id: `a-${count}`,
    seq: BigInt(count),
    idempotencyKey: `k-${count}`,
    conversation: 'c',
    state: 'waiting',
    chat: { platform: 'stdio', account: 'house', kind: 'private', chatId: 'u-1' },
    from: { id: 'u-1', stability: 'permanent' },
    messageId: `m-${count}`,
    at,
    readyAt: new Date(at.getTime() + 1500),
    content,
  }
}

export const lines = (...texts: readonly string[]): StoredArrival[] =>
  texts.map((text) => arrival({ kind: 'message', text, addressed: 'private' }))

export function configFor(baseUrl: string, more: Partial<ModelConfig> = {}): ModelConfig {
  return { baseUrl, apiKey: 'test-key', model: 'test-model', method: 'jsonMode', timeoutMs: 1_000, ...more }
}

/** A reader with what it warned of. */
export async function readerFor(config: ModelConfig, parts: Partial<ReaderParts> = {}) {
  const warned: { what: string; detail: unknown }[] = []
  const reader = await openReader(config, {
    recognisers: [],
    log: { warn: (what, detail) => void warned.push({ what, detail }) },
    ...parts,
  })
  return { read: reader.read, warned }
}
