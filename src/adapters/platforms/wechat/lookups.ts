import type { Clock } from '../../../kernel/clock.ts'
import type { Puppet } from './load-wechaty.ts'
import { within } from './time-limit.ts'

const LOOKUP_SECONDS = 8

/** What is asked of a puppet around a message. Each answer is an ornament, or is judged by whoever asked. */
export function openLookups(puppet: Puppet, clock: Clock) {
  /** Rejects when it cannot be had in time; never throws. */
  const ask = <T>(question: () => Promise<T>): Promise<T> => within(clock, LOOKUP_SECONDS, question)
  const orNothing = <T>(question: () => Promise<T>): Promise<T | undefined> =>
    ask(question).catch(() => undefined)

  return {
    ask,
    orNothing,
    contact: (id: string) => orNothing(() => puppet.contactPayload(id)),
    topic: async (room: string) => (await orNothing(() => puppet.roomPayload(room)))?.topic || undefined,
    /** By the room's own name for them, if it has one. */
    async memberNames(
      room: string,
      id: string,
    ): Promise<{ readonly alias?: string; readonly name?: string }> {
      const member = await orNothing(() => puppet.roomMemberPayload(room, id))
      return {
        ...(member?.roomAlias ? { alias: member.roomAlias } : {}),
        ...(member?.name ? { name: member.name } : {}),
      }
    },
  }
}

export type Lookups = ReturnType<typeof openLookups>
