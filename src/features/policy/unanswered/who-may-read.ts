/** Whose question it is, and so who may read its answer. */

import type { Speaker } from '../../../conversation/said.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { type DocumentAudience, eyesOfListeners, maySee } from '../library/document-audience.ts'

/**
 * Everybody, unless it was asked in a closed group: what members ask among themselves is answered to them.
 * Staff may change it before the answer is out.
 */
export function audienceOfAsker({ chat, audience, group }: Speaker, directory: Directory): DocumentAudience {
  if (chat.kind === 'private') return 'everybody'
  if (audience === 'internal') return 'internal'
  if (audience !== 'members') return 'everybody'
  const chamber = group === undefined ? undefined : directory.groups.get(group)?.chamber
  return chamber === undefined ? 'members' : `chamber:${chamber}`
}

/** The narrowest that both may read. */
export function widened(one: DocumentAudience, other: DocumentAudience): DocumentAudience {
  if (one === other) return one
  return one === 'everybody' || other === 'everybody' ? 'everybody' : 'members'
}

/** Whether this person may be told in private; a stranger only what everybody may read. */
export function mayBeTold(
  code: string | null,
  audience: DocumentAudience,
  directory: Directory,
  at: Date,
): boolean {
  if (audience === 'everybody') return true
  const person = code === null ? undefined : directory.people.get(code)
  if (person === undefined) return false
  const home = { platform: '', account: '', kind: 'private', chatId: '' } as const
  return maySee(eyesOfListeners({ person, personId: '', chat: home, home, at }, directory), audience)
}
