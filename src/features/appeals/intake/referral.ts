import type { ReadDraft } from './read-draft.ts'

/** Where the law has given the matter to somebody else; clues of corruption always go there. */
export function isReferred(read: ReadDraft): boolean {
  return (
    read.route !== undefined && (read.route.standing === 'alreadyThere' || read.route.route === 'discipline')
  )
}
