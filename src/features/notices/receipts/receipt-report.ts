import type { Directory } from '../../../kernel/directory.ts'
import { listReceipts, type Receipt } from './receipt.ts'

export interface Answerer {
  readonly name: string
  readonly chamber?: string
  readonly words?: string
}

/** Who answered how, by name, for those who may see names. */
export interface ReceiptReport {
  readonly acknowledged: readonly Answerer[]
  readonly onLeave: readonly Answerer[]
  readonly seen: readonly Answerer[]
  readonly unclear: readonly Answerer[]
  readonly missing: readonly Answerer[]
}

/** `onlyChamber`: a secretary sees the receipts of their own chamber. */
export function reportReceipts(
  directory: Directory,
  people: readonly string[],
  receipts: readonly Receipt[],
  onlyChamber: string | undefined,
): ReceiptReport {
  const wordsOf = new Map(receipts.map(({ person, words }) => [person, words]))
  const chamberOf = (code: string) => {
    const person = directory.people.get(code)
    return person?.chamber ?? directory.companies.get(person?.company ?? '')?.chamber
  }
  const meant = onlyChamber === undefined ? people : people.filter((code) => chamberOf(code) === onlyChamber)
  const answerer = (code: string): Answerer => {
    const chamber = directory.chambers.get(chamberOf(code) ?? '')?.name
    const words = wordsOf.get(code)
    return {
      name: directory.people.get(code)?.name ?? code,
      ...(chamber === undefined ? {} : { chamber }),
      ...(words === undefined ? {} : { words }),
    }
  }
  const lists = listReceipts(meant, receipts)
  return {
    acknowledged: lists.acknowledged.map(answerer),
    onLeave: lists.onLeave.map(answerer),
    seen: lists.seen.map(answerer),
    unclear: lists.unclear.map(answerer),
    missing: lists.missing.map(answerer),
  }
}
