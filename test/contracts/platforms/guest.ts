import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { fitLetter } from '../../../src/conversation/fit.ts'
import type { AccountHealth, OutgoingLetter, SendResult } from '../../../src/conversation/platform.ts'
import type { ArrivalContent, Incoming } from '../../../src/inbox/arrival.ts'
import type { Chat } from '../../../src/kernel/chat.ts'
import { until } from '../../support/desk.ts'
import { NOON } from '../../support/stores.ts'
import {
  doorstepOf,
  type KeptFile,
  keptFiles,
  letterTo,
  type OpenWire,
  type Shown,
} from '../../support/wires.ts'

export type MessageArrival = Incoming & { readonly content: Extract<ArrivalContent, { kind: 'message' }> }

/** A platform that was opened before a house that only remembers, and somebody to play its people. */
export async function openGuest(open: OpenWire) {
  const logged: string[] = []
  const log =
    (level: string) =>
    (what: string, detail: object = {}) =>
      void logged.push(`${level} ${what} ${JSON.stringify(detail)}`)
  const files = new Map<string, KeptFile>(keptFiles)
  const wire = await open({
    botNames: ['娘家'],
    now: () => NOON,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    readFile: async (sha256) => files.get(sha256),
    async keepFile({ name, kind, open: read }) {
      const bytes = await read(1_000_000)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      files.set(sha256, { bytes, mediaType: 'application/octet-stream', name })
      return { sha256, name, kind }
    },
  })
  const { platform } = wire
  const arrivals: Incoming[] = []
  const reports: AccountHealth[] = []
  const answers: SendResult[] = []
  const doorstep = doorstepOf(arrivals, reports)

  /** Does this, and waits for so many arrivals more. */
  async function hear(act: () => Promise<unknown>, howMany = 1): Promise<readonly [Incoming, ...Incoming[]]> {
    const before = arrivals.length
    await act()
    await until(() => expect(arrivals.length).toBeGreaterThanOrEqual(before + howMany))
    return arrivals.slice(before) as [Incoming, ...Incoming[]]
  }

  /** Does this, and waits for one message. */
  async function hearMessage(act: () => Promise<unknown>): Promise<MessageArrival> {
    const [arrival] = await hear(act)
    expect(arrival.content.kind).toBe('message')
    return arrival as MessageArrival
  }

  /** One letter, as it is. */
  async function send(to: Chat, given: Partial<OutgoingLetter> = {}) {
    const letter = letterTo(to, given)
    const result = await platform.send(letter)
    answers.push(result)
    return { letter, result, messageIds: result.kind === 'ok' ? result.messageIds : [] }
  }

  return {
    wire,
    platform,
    arrivals: arrivals as readonly Incoming[],
    reports: reports as readonly AccountHealth[],
    files,
    doorstep,
    async enter(by = doorstep): Promise<void> {
      await platform.open(by)
      await wire.ready()
    },
    hear,
    hearMessage,
    send,
    /** As the house does it: cut to what the platform declares, each piece sent. */
    async post(to: Chat, given: Partial<OutgoingLetter> = {}): Promise<readonly SendResult[]> {
      const results: SendResult[] = []
      for (const piece of fitLetter(letterTo(to, given), platform.can))
        results.push((await send(to, piece)).result)
      return results
    },
    /** Waits until people in this chat see these words of ours; gives all they see, newest first. */
    async see(chat: Chat, words: string): Promise<readonly [Shown, ...Shown[]]> {
      let shown: readonly Shown[] = []
      await until(async () => {
        shown = await wire.shown(chat)
        expect(shown.map(({ text }) => text).join('\n')).toContain(words)
      })
      return shown.toReversed() as unknown as readonly [Shown, ...Shown[]]
    },
    /** What must hold in every case, whatever it was about. */
    check(): void {
      for (const arrival of arrivals) expectStorable(arrival)
      const told = JSON.stringify([logged, arrivals, reports, answers])
      for (const secret of wire.secrets) expect(told.includes(secret), 'a secret was told').toBe(false)
    },
    async leave(): Promise<void> {
      await platform.close()
      await wire.close()
    },
  }
}

export type Guest = Awaited<ReturnType<typeof openGuest>>

/** PostgreSQL takes neither NUL nor half a character, and a number must come back as it was. */
function expectStorable({ idempotencyKey, messageId, chat, from }: Incoming): void {
  const numbers = [
    idempotencyKey,
    messageId,
    chat.platform,
    chat.account,
    chat.chatId,
    chat.threadId,
    from.id,
  ]
  for (const number of numbers.filter((one) => one !== undefined)) {
    expect(typeof number).toBe('string')
    expect(number).not.toBe('')
    expect(number.isWellFormed() && !/\p{Cc}/u.test(number), `a plain number: ${number}`).toBe(true)
  }
}
