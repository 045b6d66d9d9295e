import type { AuditDetail } from '../audit/audit-trail.ts'
import type { NewArrival } from '../inbox/inbox.store.ts'
import { accountKey, type Chat, chatKey, conversationKey } from '../kernel/chat.ts'
import { HouseError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import type { Fact, Request } from '../kernel/requests.ts'
import type { Work } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import { deepLinks } from './deep-link.ts'
import { closedAmong } from './door.ts'
import type { Drafted } from './drafted.ts'
import type { StoredErrand } from './errands.store.ts'
import type { Doing } from './feature.ts'
import { HOUSE } from './house-itself.ts'
import type { Speaker } from './said.ts'

/** What one turn leaves in the hands of the corridor. */
export interface Tray {
  readonly drafts: Drafted[]
  readonly invited: NewArrival[]
  readonly ordered: StoredErrand[]
}

export const emptyTray = (): Tray => ({ drafts: [], invited: [], ordered: [] })

/** A request may lead to one more; a third would be a feature calling back up the corridor. */
const MOST_HOPS = 2

export interface DoingParts {
  readonly corridor: Corridor
  readonly by: Speaker
  readonly work: Work
  readonly turnKey: string
  readonly tray: Tray
}

/** The hands a feature is given while it performs; see `Doing`. */
export function handsFor(parts: DoingParts, frame?: string, group?: Chat, hops = 0): Doing {
  const { corridor, by, work, turnKey, tray } = parts
  const next = () => handsFor(parts, frame, group, hops + 1)
  function inviteAt(home: Chat, dialogue: string, data: unknown, key: string): void {
    const arrival = invitation(home, dialogue, data, key, work.at)
    tray.invited.push(arrival)
    corridor.inbox.keepWithin(arrival, work)
  }
  return {
    by,
    work,
    turnKey,
    ...(frame === undefined ? {} : { frame }),
    ...(group === undefined ? {} : { group }),
    post: (key: string, draft: LetterDraft) => void tray.drafts.push({ key, draft }),
    directory: () => corridor.people.directory(work),
    reach: (code, how) => corridor.people.reach(code, work, how),
    async reachAll(codes) {
      const found = await corridor.people.reachAll(codes, work)
      const chats = [...found.values()].map(({ chat }) => chat)
      const closed = await closedAmong(corridor, chats, work)
      return new Map(
        [...found].map(([code, way]) => [code, { ...way, isShut: closed.has(chatKey(way.chat)) }]),
      )
    },
    links: async (payload) => (await deepLinks(corridor, payload, work)).map(({ link }) => link),
    inviteAt,
    continueWith: (dialogue, data, key) => inviteAt(by.home, dialogue, data, key),
    order({ kind, data, key }) {
      if (by.chat.platform === HOUSE)
        throw new HouseError('internal', `Nobody is there to bring ${kind} to: the house itself ordered it.`)
      const person = { id: by.personId, name: by.person.name, stability: 'permanent' } as const
      const errand = { id: key, kind, data, chat: by.chat, person, orderedAt: work.at }
      tray.ordered.push(errand)
      corridor.errands.keep(errand, work)
    },
    async invite(code, dialogue, data, key) {
      const chat = await corridor.people.reach(code, work)
      if (chat !== undefined) inviteAt(chat, dialogue, data, key)
      return chat !== undefined
    },
    async request(request: Request) {
      if (hops >= MOST_HOPS)
        throw new HouseError('internal', `The request ${request.kind} would be a third hop.`)
      for (const feature of corridor.features) {
        if (await feature.carryOut?.(request, next())) return
      }
      throw new HouseError('internal', `No feature carries out ${request.kind}.`)
    },
    async tell(fact: Fact) {
      // A fact may follow from the last request, and no further one from it.
      if (hops > MOST_HOPS)
        throw new HouseError('internal', `The fact ${fact.kind} would go round in a circle.`)
      for (const feature of corridor.features) await feature.hear?.(fact, next())
    },
    audit(
      action: string,
      subject: string,
      detail: AuditDetail = {},
      { anonymously } = { anonymously: false },
    ) {
      const known = by.person.code ?? `stranger:${accountKey(by.chat)}:${by.personId}`
      const actor = anonymously ? 'sealed' : known
      corridor.audit.add({ at: work.at, actor, action, subject, detail }, work)
    },
  }
}

/** The house asks somebody something: it arrives like any other message and takes the same road. */
export function invitation(chat: Chat, dialogue: string, data: unknown, key: string, at: Date): NewArrival {
  const id = newId('in', at)
  return {
    id,
    idempotencyKey: `house:invited:${key}`,
    chat,
    from: { id: chat.chatId, stability: 'permanent' },
    messageId: id,
    at,
    content: { kind: 'invited', dialogue, data },
    conversation: conversationKey(chat, chat.chatId),
    state: 'waiting',
    readyAt: at,
  }
}
