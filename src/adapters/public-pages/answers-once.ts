import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export interface Answer {
  readonly bytes: Uint8Array
  readonly packed?: Uint8Array
}

/** The pages that many ask for at once are the newest few; each is some 700 KB at most for 5,000 rows. */
const MOST_KEPT = 12
const pack = promisify(gzip)

/** Makes each answer once, also where a hundred ask while it is made; the ones asked for last are kept. */
export function answersOnce() {
  const kept = new Map<string, Promise<Answer | undefined>>()
  return (key: string, make: () => Promise<Uint8Array | undefined>): Promise<Answer | undefined> => {
    const there = kept.get(key)
    kept.delete(key)
    const made =
      there ?? make().then(async (bytes) => bytes && { bytes, packed: await pack(bytes, { level: 6 }) })
    kept.set(key, made)
    made.then(
      (answer) => answer ?? kept.delete(key),
      () => kept.delete(key),
    )
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
    return made
  }
}
