import type { RosterPerson } from '../../../kernel/directory.ts'
import type { Entry } from '../chain.ts'

/** Who posted a list or said a line. */
export interface Poster {
  /** Their code, or the name that the group shows. */
  readonly key: string
  readonly name: string
  readonly person?: Pick<RosterPerson, 'code' | 'name' | 'company'>
  /** Staff and the chamber's secretary put lists right. */
  readonly isKeeper: boolean
}

export const isOwn = (entry: Entry, { key, person }: Poster): boolean =>
  entry.person === undefined ? entry.by === key : entry.person === person?.code

/** Whose word changes an entry: its person's, whoever wrote it, a colleague's, a keeper's. */
export const mayChange = (entry: Entry, by: Poster): boolean =>
  by.isKeeper ||
  isOwn(entry, by) ||
  entry.by === by.key ||
  (entry.company !== undefined && entry.company === by.person?.company)
