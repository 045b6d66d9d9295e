import type { Work } from '../../../kernel/work.ts'
import { driveId } from '../drive.ts'
import type { DisclosureStore, EditionHead } from './disclosure.store.ts'
import { readEdition } from './edition.ts'
import { type DisclosureList, listOf } from './list.ts'
import type { PublicChain } from './verify-chain.ts'

/** What the public may see of editions; the pages ask for nothing else. */
export interface PublicDisclosures {
  /** Drives that have an edition, the latest first. */
  index(work: Work): Promise<readonly (EditionHead & { readonly title: string })[]>
  /**
   * What an answer about this edition (the newest where none is named) is made of, in a few letters: the same letters, the
   * same answer. Cheap, for whoever only asks whether something changed. Undefined where there is no such edition.
   */
  mark(drive: number, edition: number | undefined, work: Work): Promise<string | undefined>
  find(drive: number, edition: number | undefined, work: Work): Promise<PublicEdition | undefined>
  chain(drive: number, work: Work): Promise<PublicChain | undefined>
}

export interface PublicEdition {
  readonly list: DisclosureList
  /** All editions of the drive, in order. */
  readonly editions: readonly EditionHead[]
}

/** More drives than anybody scrolls through. */
const MOST_DRIVES = 100

export function publicDisclosures(store: DisclosureStore): PublicDisclosures {
  const newestOf = (heads: readonly EditionHead[], edition: number | undefined) =>
    edition === undefined ? heads.at(-1) : heads.find((head) => head.edition === edition)
  return {
    index: (work) => store.listNewest(MOST_DRIVES, work),
    async mark(drive, edition, work) {
      const heads = await store.listHeads(driveId(drive), work)
      const head = newestOf(heads, edition)
      if (head === undefined) return undefined
      // Between two editions names can only go: how many there are tells the states apart.
      return `${head.digest.slice(0, 16)}.${heads.length}.${await store.countNames(driveId(drive), work)}`
    },
    async find(drive, edition, work) {
      const editions = await store.listHeads(driveId(drive), work)
      const head = newestOf(editions, edition)
      const kept = head && (await store.find(head.id, work))
      const read = kept && readEdition(kept.content)
      if (read === undefined || kept === undefined) return undefined
      return { list: listOf(read, kept.digest, await store.listNames(driveId(drive), work)), editions }
    },
    async chain(drive, work) {
      const issued = await store.listIssued(driveId(drive), work)
      if (issued.length === 0) return undefined
      return {
        format: 'niangjia-disclosure-chain-1',
        editions: issued.map(({ content }) => content),
        names: [...(await store.listNames(driveId(drive), work))],
      }
    },
  }
}
