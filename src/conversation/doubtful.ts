import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'

interface Doubtful {
  readonly letter: Letter
  /** Conversations of the round that wrote it and that were not seen since. */
  readonly unseen: Set<string>
}

/**
 * Letters of rounds whose end is not known: the connection broke while they were committed. If they are in the
 * outbox after all, nobody has sent them, and they are handed on; otherwise their round is simply done again.
 */
export function keepDoubtful(outbox: OutboxStore) {
  let doubtful: Doubtful[] = []
  return {
    add(letters: readonly Letter[], conversations: readonly string[]): void {
      for (const letter of letters) {
        if (letter.state === 'sending') doubtful.push({ letter, unseen: new Set(conversations) })
      }
    },
    /** Those that were written; asked for together, and not at all when nothing is doubtful. */
    async find(work: Work): Promise<readonly Letter[]> {
      const found = await Promise.all(doubtful.map(({ letter }) => outbox.find(letter.id, work)))
      return found.filter((letter) => letter?.state === 'sending') as Letter[]
    },
    /** Their conversations were free, so that whatever wrote them is over. */
    settle(found: readonly Letter[], seen: readonly string[]): void {
      for (const { unseen } of doubtful) for (const key of seen) unseen.delete(key)
      doubtful = doubtful.filter(
        ({ letter, unseen }) => unseen.size > 0 && !found.some(({ id }) => id === letter.id),
      )
    },
  }
}
