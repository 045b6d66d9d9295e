import type { OneTimeLinkStore } from '../../../conversation/one-time-links.ts'
import type { SideDoor } from '../../../conversation/side-door.ts'
import { type Chat, chatKey } from '../../../kernel/chat.ts'
import { digestOf, newToken } from '../../../kernel/link-token.ts'
import { newCode } from './secrets.ts'

/** A link waits so long to be opened, a page for the next word. */
export const FRESH_MS = 60 * 60_000

export const freshUntil = (at: Date) => new Date(at.getTime() + FRESH_MS)

/** Whichever topic of the group they speak in. */
function groupKeyOf({ threadId: _, ...group }: Chat): string {
  return chatKey(group)
}

export interface SideDoorParts {
  readonly links: OneTimeLinkStore
  /** Where people reach this server, from outside. */
  readonly publicUrl: string
}

/** Links to the page and their proof; the page itself is in one-time-page.ts. */
export function openSideDoor({ links, publicUrl }: SideDoorParts): SideDoor {
  return {
    async linkFor(home, group, personId, work) {
      const token = newToken()
      await links.add(
        {
          digest: digestOf(token),
          chat: home,
          groupKey: groupKeyOf(group),
          personId,
          issuedAt: work.at,
          expiresAt: freshUntil(work.at),
        },
        work,
      )
      return new URL(`/once/${token}`, publicUrl).href
    },
    isIn: async (home, work) => (await links.findProved(home, work)) !== undefined,
    async prove({ chat, personId }, number, work) {
      const link = await links.findOpened(groupKeyOf(chat), personId, work)
      if (link === undefined) return 'none'
      if (link.code === number) {
        await links.prove(link.digest, freshUntil(work.at), work)
        return 'proved'
      }
      // Another number from now on: trying one after the other never comes nearer.
      await links.changeCode(link.digest, newCode(), work)
      return 'wrong'
    },
  }
}
