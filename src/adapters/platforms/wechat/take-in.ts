import type { Doorstep } from '../../../conversation/platform.ts'
import type { Incoming } from '../../../inbox/arrival.ts'
import type { Bot, PuppetEvent } from './bot.ts'
import { decode } from './decode.ts'
import { friendArrival, readFriendship } from './friendship.ts'
import { inOrder } from './in-order.ts'
import { openLookups } from './lookups.ts'
import { decodeMembership } from './membership.ts'
import { isWarning, isWechatsOwn } from './notices.ts'
import { openEnclosure } from './open-enclosure.ts'
import { type MessagePayload, readMembershipPayload, readMessagePayload } from './payload.ts'
import { sharedWords } from './shared-words.ts'
import { pause } from './time-limit.ts'
import type { AccountWatch, LoggedIn } from './watch-account.ts'
import type { WechatParts } from './wechat-parts.ts'

/** WeChat's clock and ours may differ, and a message is often older than the login that brings it by a moment. */
const HISTORY_TOLERANCE_MS = 120_000
const MOST_STORING = 6
const MOST_READING = 3
const FIRST_PAUSE_MS = 100

/**
 * From a puppet's event to the doorstep, in order for each chat. What was said before this login began is history
 * and left out. Within one login nothing is left out for its age: what the puppet hands in again has the same
 * number, and what was said while we were away must not be lost.
 */
export function openIntake(parts: WechatParts, bot: Bot, watch: AccountWatch, doorstep: Doorstep) {
  const { puppet } = bot
  const look = openLookups(puppet, parts.clock)
  const line = inOrder()
  let isOpen = true
  let ownName: { readonly self: string; readonly name: string } | undefined

  const isHistory = (at: Date | undefined, { beganAt }: LoggedIn): boolean =>
    at !== undefined && at.getTime() < beganAt.getTime() - HISTORY_TOLERANCE_MS

  /** Nobody hands a message in a second time, so what fails is tried again. Rejects with the last failure. */
  async function persist<T>(most: number, work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (tries >= most || !isOpen) throw error
        await pause(parts.clock, FIRST_PAUSE_MS * 2 ** (tries - 1))
      }
    }
  }

  async function handIn(incoming: Incoming): Promise<void> {
    if (!isOpen) return
    await persist(MOST_STORING, async () => doorstep.receive(incoming)).catch(() =>
      parts.log.warn('something from WeChat could not be stored', { tries: MOST_STORING }),
    )
  }

  async function nameOfAccount(self: string): Promise<string | undefined> {
    if (ownName?.self === self) return ownName.name
    const name = (await look.contact(self))?.name
    if (name) ownName = { self, name }
    return name
  }

  async function takeMessage(payload: MessagePayload, me: LoggedIn): Promise<void> {
    const { roomId, talkerId } = payload
    const kind = bot.kindOf(payload.type)
    const [contact, member, alias, topic] = await Promise.all([
      roomId === undefined ? look.contact(talkerId) : undefined,
      roomId === undefined ? undefined : look.memberNames(roomId, talkerId),
      roomId === undefined ? undefined : look.memberNames(roomId, me.self),
      roomId === undefined ? undefined : look.topic(roomId),
    ])
    if (roomId === undefined && isWechatsOwn(talkerId, contact?.type)) {
      if (isWarning(talkerId, contact?.name, payload.text ?? '')) watch.trouble('restricted')
      return
    }
    if (roomId === undefined) me.wrote.add(talkerId)
    const names = [alias?.alias, alias?.name, await nameOfAccount(me.self), ...parts.botNames]
    const incoming = decode(payload, kind, {
      account: parts.account,
      ids: me.ids,
      self: me.self,
      names: [...new Set(names.filter((name): name is string => !!name?.trim()).map((name) => name.trim()))],
      talkerName: member?.alias ?? member?.name ?? contact?.name,
      topic,
      shared: await look.orNothing(() => sharedWords(puppet, payload, kind)),
      now: parts.clock.now(),
      open: (id, limitBytes) => openEnclosure(puppet, parts.clock, id, limitBytes),
    })
    if (incoming !== undefined) await handIn(incoming)
  }

  /** Numbers are turned into messages in the order they came; what takes long after that delays its own chat only. */
  let reading: Promise<unknown> = Promise.resolve()
  function message(id: string, me: LoggedIn): void {
    const asked = persist(MOST_READING, () => look.ask(() => puppet.messagePayload(id)))
    reading = reading
      .then(() => asked)
      .then((given) => {
        const payload = readMessagePayload(given)
        if (payload === undefined) parts.log.warn('a WeChat message had no readable shape')
        else if (payload.talkerId !== me.self && !isHistory(payload.at, me))
          void line(payload.roomId ?? payload.talkerId, () => guarded(takeMessage(payload, me)))
      })
      .catch(() => parts.log.warn('a WeChat message could not be read', { tries: MOST_READING }))
  }

  function membership(change: 'joined' | 'left', given: unknown, me: LoggedIn): void {
    const payload = readMembershipPayload(given)
    if (payload === undefined || isHistory(payload.at, me)) return
    const take = async () => {
      const about = { account: parts.account, ids: me.ids, self: me.self, now: parts.clock.now() }
      const incoming = await decodeMembership(change, payload, look, about)
      for (const one of incoming) await handIn(one)
    }
    void line(payload.roomId, () => guarded(take()))
  }

  async function friendship(id: string, me: LoggedIn): Promise<void> {
    const request = await readFriendship(puppet, look, id, parts.friends)
    if (request === undefined) return
    await handIn(friendArrival(request, { account: parts.account, ids: me.ids, now: parts.clock.now() }))
  }

  async function guarded(work: Promise<void>): Promise<void> {
    await work.catch(() => parts.log.warn('something from WeChat could not be taken in'))
  }

  return {
    take(event: PuppetEvent): void {
      const me = watch.loggedIn()
      if (!isOpen || me === undefined) return
      switch (event.kind) {
        case 'message':
          message(event.id, me)
          return
        case 'room-join':
          membership('joined', event.payload, me)
          return
        case 'room-leave':
          membership('left', event.payload, me)
          return
        case 'friendship':
          void line(`friendship ${event.id}`, () => guarded(friendship(event.id, me)))
          return
        case 'room-invite':
          // Only friends can invite, and whoever may be our friend may take us into their group.
          if (parts.friends === 'accept') void guarded(look.ask(() => puppet.roomInvitationAccept(event.id)))
          return
        default:
          return
      }
    },
    close(): void {
      isOpen = false
    },
  }
}

export type Intake = ReturnType<typeof openIntake>
