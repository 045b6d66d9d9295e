import type { Directory } from '../../../kernel/directory.ts'
import type { Doubt } from './doubt.ts'
import { listReceipts, type Receipt } from './receipt.ts'

export interface Answerer {
  readonly name: string
  readonly chamber?: string
  readonly words?: string
}

/** A line that staff have to say something about. */
export interface DoubtShown {
  readonly number: number
  readonly shown: string
  readonly words: string
}

/** Who answered how, by name, for those who may see names. */
export interface ReceiptReport {
  readonly acknowledged: readonly Answerer[]
  readonly onLeave: readonly Answerer[]
  readonly seen: readonly Answerer[]
  readonly unclear: readonly Answerer[]
  readonly missing: readonly Answerer[]
  /** For staff alone: a secretary settles what they can by name. */
  readonly doubts: readonly DoubtShown[]
}

export function chamberOf(directory: Directory, code: string): string | undefined {
  const person = directory.people.get(code)
  return person?.chamber ?? directory.companies.get(person?.company ?? '')?.chamber
}

/** Whom somebody may see and settle: everybody, or those of one chamber. */
export interface Sight {
  readonly onlyChamber?: string
}

export const within = (directory: Directory, { onlyChamber }: Sight, people: readonly string[]) =>
  onlyChamber === undefined ? people : people.filter((code) => chamberOf(directory, code) === onlyChamber)

export function reportReceipts(
  directory: Directory,
  people: readonly string[],
  receipts: readonly Receipt[],
  sight: Sight,
  doubts: readonly Doubt[] = [],
): ReceiptReport {
  const wordsOf = new Map(receipts.map(({ person, words }) => [person, words]))
  const answerer = (code: string): Answerer => {
    const chamber = directory.chambers.get(chamberOf(directory, code) ?? '')?.name
    const words = wordsOf.get(code)
    return {
      name: directory.people.get(code)?.name ?? code,
      ...(chamber === undefined ? {} : { chamber }),
      ...(words === undefined ? {} : { words }),
    }
  }
  const lists = listReceipts(within(directory, sight, people), receipts)
  return {
    acknowledged: lists.acknowledged.map(answerer),
    onLeave: lists.onLeave.map(answerer),
    seen: lists.seen.map(answerer),
    unclear: lists.unclear.map(answerer),
    missing: lists.missing.map(answerer),
    doubts:
      sight.onlyChamber === undefined
        ? doubts.map(({ number, shown, words }) => ({ number, shown, words }))
        : [],
  }
}
