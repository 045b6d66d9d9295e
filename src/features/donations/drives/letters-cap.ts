/** 每群最多几次: over all broadcasts of a drive, whoever orders them. Nagging is pressure too (Charity Law art. 32). */
import type { Work } from '../../../kernel/work.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import type { DonationsStore } from '../donations.store.ts'
import type { Drive } from '../drive.ts'
import { mostLetters } from './most-letters.ts'

interface Parts {
  readonly donations: Pick<DonationsStore, 'lettersByChat'>
}

/** Keys of the chats that had as many messages of this drive as it allows, or have them on the way. */
export async function fullChats(
  { donations }: Parts,
  { number, fields }: Pick<Drive, 'number' | 'fields'>,
  work: Work,
): Promise<ReadonlySet<string>> {
  return full(await donations.lettersByChat(number, undefined, work), mostLetters(fields))
}

/** The same without this broadcast: where it may not arrive. */
export async function fullBefore(
  { donations }: Parts,
  { id, number }: Pick<Mailing, 'id' | 'number'>,
  { fields }: Pick<Drive, 'fields'>,
  work: Work,
): Promise<ReadonlySet<string>> {
  return full(await donations.lettersByChat(number, id, work), mostLetters(fields))
}

const full = (counts: ReadonlyMap<string, number>, most: number): ReadonlySet<string> =>
  new Set([...counts].flatMap(([chat, count]) => (count >= most ? [chat] : [])))
