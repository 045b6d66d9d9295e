import { mannersTexts } from '../../src/conversation/manners.texts.ts'
import type { Doorstep, OutgoingLetter, Platform, SendResult } from '../../src/conversation/platform.ts'
import type { ArrivalContent } from '../../src/inbox/arrival.ts'

const ACCOUNT = 'bench'

/** Milliseconds from an arrival handed in to the first letter that answers it. */
export interface Measured {
  readonly turns: number
  readonly latencies: number[]
  /** Told → read back → confirmed → receipt. */
  readonly cycles: number[]
}

/**
 * A platform without a wire: people who fill in appeals in a closed loop, each waiting for the answer before
 * the next word. What is measured is the house and its database, nothing else.
 */
export function openPeople(text: (person: number, round: number) => string) {
  const waiting = new Map<string, (letter: OutgoingLetter) => void>()
  let doorstep: Doorstep | undefined
  let count = 0

  const platform: Platform = {
    name: 'bench',
    account: ACCOUNT,
    can: {
      buttons: 'everywhere',
      edit: true,
      mention: true,
      threads: false,
      deepLink: false,
      firstContact: 'always',
      longestText: Number.POSITIVE_INFINITY,
      largestFileBytes: 0,
      givesMessageIds: true,
      pace: { atOnce: 1_000 },
    },
    async open(opened) {
      doorstep = opened
    },
    async send(letter): Promise<SendResult> {
      // These people are faster than any: being asked to wait is no answer to what they said.
      if (letter.text === mannersTexts.pleaseWait()) return { kind: 'ok', messageIds: [letter.id] }
      const give = waiting.get(letter.to.chatId)
      waiting.delete(letter.to.chatId)
      give?.(letter)
      return { kind: 'ok', messageIds: [letter.id] }
    },
    async close() {},
  }

  async function say(person: string, content: ArrivalContent, latencies: number[]): Promise<void> {
    const id = `b-${++count}`
    const began = performance.now()
    const answered = new Promise<OutgoingLetter>((give) => void waiting.set(person, give))
    await (doorstep as Doorstep).receive({
      idempotencyKey: id,
      messageId: id,
      chat: { platform: 'bench', account: ACCOUNT, kind: 'private', chatId: person },
      from: { id: person, name: person, stability: 'permanent' },
      at: new Date(),
      content,
    })
    await answered
    latencies.push(performance.now() - began)
  }

  /** So many people for so long; gives what was measured after the warm-up. */
  async function run(people: number, seconds: number): Promise<Measured> {
    const latencies: number[] = []
    const cycles: number[] = []
    const end = performance.now() + seconds * 1000
    await Promise.all(
      Array.from({ length: people }, async (_, person) => {
        for (let round = 0; performance.now() < end; round++) {
          const began = performance.now()
          await say(
            `u-${person}`,
            { kind: 'message', text: text(person, round), addressed: 'private' },
            latencies,
          )
          await say(`u-${person}`, { kind: 'choice', choice: 'yes' }, latencies)
          cycles.push(performance.now() - began)
        }
      }),
    )
    return { turns: latencies.length, latencies, cycles }
  }

  return { platform, run }
}
