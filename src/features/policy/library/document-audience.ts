/** Whom a document is for, and who therefore may be shown its words. */

import type { Speaker } from '../../../conversation/said.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'

export type DocumentAudience = 'everybody' | 'members' | 'internal' | `chamber:${string}`

/** What a reader may see: every document, or those of these audiences. */
export type Eyes = 'all' | ReadonlySet<DocumentAudience>

/** As written on the command line; undefined for anything else. */
export function readAudience(text: string): DocumentAudience | undefined {
  if (text === 'everybody' || text === 'members' || text === 'internal') return text
  return /^chamber:\S+$/u.test(text) ? (text as DocumentAudience) : undefined
}

export function maySee(eyes: Eyes, audience: DocumentAudience): boolean {
  return eyes === 'all' || eyes.has(audience)
}

/** Whoever may read both; where nobody outside the house may, it stays in the house. */
export function narrower(one: DocumentAudience, other: DocumentAudience): DocumentAudience {
  if (one === other || other === 'everybody') return one
  if (one === 'everybody') return other
  if (one === 'members') return other
  return other === 'members' ? one : 'internal'
}

/** The eyes of somebody for whom such documents are meant: a member also reads what everybody may. */
export function eyesOf(audience: DocumentAudience): Eyes {
  if (audience === 'everybody') return new Set(['everybody'])
  if (audience === 'internal') return new Set(['everybody', 'members', 'internal'])
  return new Set(['everybody', 'members', audience])
}

/**
 * In a group, what the whole group may read and the asker too: whoever sits in it reads along. A chamber's
 * own papers are for groups of that chamber which strangers cannot join; in private, the asker's own counts.
 */
export function eyesOfListeners(by: Speaker, directory: Directory): Eyes {
  const own = eyesOfPerson(by, directory)
  if (by.chat.kind === 'private') return own
  const group = by.group === undefined ? undefined : directory.groups.get(by.group)
  const heard = new Set<DocumentAudience>(['everybody'])
  if (by.audience === 'members' || by.audience === 'internal') {
    heard.add('members')
    if (group?.chamber !== undefined) heard.add(`chamber:${group.chamber}`)
  }
  if (by.audience === 'internal') heard.add('internal')
  return own === 'all' ? heard : new Set([...heard].filter((audience) => own.has(audience)))
}

function eyesOfPerson({ person }: Speaker, directory: Directory): Eyes {
  if (may(person, 'policy.manage')) return 'all'
  const seen = new Set<DocumentAudience>(['everybody'])
  const company = person.company === undefined ? undefined : directory.companies.get(person.company)
  const chamber = person.chamber ?? company?.chamber
  if (chamber !== undefined) seen.add(`chamber:${chamber}`)
  if (chamber !== undefined || person.company !== undefined) seen.add('members')
  if (may(person, 'policy.read-internal')) seen.add('members').add('internal')
  return seen
}
