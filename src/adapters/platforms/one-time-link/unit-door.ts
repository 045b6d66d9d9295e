import type { People } from '../../../conversation/people.ts'
import type { OutgoingLetter, Platform } from '../../../conversation/platform.ts'
import {
  isOver,
  type UnitDoor,
  type UnitLink,
  type UnitLinkStore,
} from '../../../features/appeals/links/unit-links.store.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { digestOf, newToken } from '../../../kernel/link-token.ts'
import type { Person } from '../../../kernel/person.ts'
import { UNIT_PAGE } from './unit-page.capabilities.ts'

export const UNIT_PAGE_PLATFORM = 'unit-page'
const ACCOUNT = 'unit'

/** The private chat behind a link. The digest names it: knowing it opens nothing. */
export const chatOf = (digest: string): Chat => ({
  platform: UNIT_PAGE_PLATFORM,
  account: ACCOUNT,
  kind: 'private',
  chatId: digest,
})

/** @param publicUrl where people reach this server, from outside. */
export function openUnitDoor(publicUrl: string): UnitDoor {
  return {
    mint() {
      const token = newToken()
      return { url: new URL(`/unit/${token}`, publicUrl).href, digest: digestOf(token) }
    },
    chatOf,
  }
}

/** What somebody may begin at a unit's page; no other feature is open to them. */
const DIALOGUES: readonly string[] = [
  'appeals.order',
  'appeals.progress',
  'appeals.extension',
  'appeals.resolve',
  'appeals.pause',
  'appeals.resume',
  'appeals.show',
]

/** Who speaks at a page is a handler of that unit, for that one appeal, and nobody by name. */
function personOf(link: UnitLink | undefined, unit: string | undefined, at: Date): Person {
  if (link === undefined || unit === undefined || isOver(link, at))
    return { code: undefined, name: '访客', roles: [], confined: { appeal: '', dialogues: [] } }
  return {
    code: undefined,
    name: unit,
    roles: ['handler'],
    unit: link.unit,
    confined: { appeal: link.number, dialogues: DIALOGUES },
  }
}

/** The house's people, and those at the pages. */
export function withUnitPages(people: People, links: Pick<UnitLinkStore, 'find'>): People {
  return {
    ...people,
    async identify(chat, from, work) {
      if (chat.platform !== UNIT_PAGE_PLATFORM) return people.identify(chat, from, work)
      const link = await links.find(chat.chatId, work)
      const unit = link === undefined ? undefined : (await people.directory(work)).units.get(link.unit)
      return personOf(link, unit?.name, work.at)
    },
  }
}

/** The letters of the pages: stored already, so that there is nothing to carry; whoever looks reads them. */
export function unitPagePlatform(): Platform {
  return {
    name: UNIT_PAGE_PLATFORM,
    account: ACCOUNT,
    can: UNIT_PAGE,
    async open() {},
    send: async (letter: OutgoingLetter) => ({ kind: 'ok', messageIds: [letter.id] }),
    async close() {},
  }
}
