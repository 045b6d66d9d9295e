import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import type { Lane } from '../../src/outbox/lane.ts'
import { createPace, type PaceLimits } from '../../src/outbox/pace.ts'

const chat = (id: string, kind: 'private' | 'group' = 'group', threadId?: string): Chat => ({
  platform: 't',
  account: 'a',
  kind,
  chatId: id,
  ...(threadId === undefined ? {} : { threadId }),
})

interface Sent {
  readonly chat: Chat
  readonly start: number
  readonly end: number
}

/**
 * Sends in order, each as soon as the pace allows, and waits for answers where it has to. `travel` gives how long
 * each letter is on its way, there and back. Time is a number.
 */
function send(
  limits: PaceLimits,
  letters: readonly { readonly to: Chat; readonly lane?: Lane }[],
  travel: (n: number) => number,
): readonly Sent[] {
  const pace = createPace(limits)
  const sent: Sent[] = []
  const answers: { at: number; run(): void }[] = []
  let now = 0
  const answerUntil = (time: number) => {
    answers.sort((a, b) => a.at - b.at)
    while (answers[0] !== undefined && answers[0].at <= time) answers.shift()?.run()
  }
  letters.forEach(({ to, lane = 'answers' }, n) => {
    for (;;) {
      answerUntil(now)
      const wait = Math.max(pace.accountWaitMs(lane, now), pace.chatWaitMs(to, lane, now))
      if (wait === 0) break
      now = Math.min(now + wait, answers[0]?.at ?? Number.POSITIVE_INFINITY)
    }
    const place = pace.take(to, lane, now)
    const end = now + travel(n)
    sent.push({ chat: to, start: now, end })
    answers.push({ at: end, run: () => place.answered(end) })
  })
  return sent
}

const most = (times: readonly number[], span: number) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + span).length))

const LIMITS = {
  perSecond: 5,
  perMinute: 40,
  perChatPerSecond: 2,
  perChatPerMinute: 30,
  perGroupPerMinute: 8,
} as const

describe('no span of time ever holds more letters than the platform allows', () => {
  const someChats = fc.constantFrom(
    chat('g1'),
    chat('g1', 'group', 'topic'),
    chat('g2'),
    chat('p1', 'private'),
  )
  const letters = fc.array(fc.record({ to: someChats, lane: fc.constantFrom<Lane>('answers', 'mailings') }), {
    maxLength: 120,
  })
  const travels = fc.array(
    fc.record({
      ms: fc.oneof(fc.nat(30), fc.nat(4_000)),
      arrives: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )

  test('wherever between its start and its answer each letter arrives', () => {
    fc.assert(
      fc.property(letters, travels, (some, travel) => {
        const at = (n: number) => travel[n % travel.length] as { ms: number; arrives: number }
        const arrived = send(LIMITS, some, (n) => at(n).ms).map(({ chat: to, start, end }, n) => ({
          to,
          time: start + (end - start) * at(n).arrives,
        }))
        const times = (id?: string) =>
          arrived.filter(({ to }) => id === undefined || to.chatId === id).map(({ time }) => time)
        expect(most(times(), 1_000)).toBeLessThanOrEqual(LIMITS.perSecond)
        expect(most(times(), 60_000)).toBeLessThanOrEqual(LIMITS.perMinute)
        for (const id of ['g1', 'g2', 'p1']) {
          expect(most(times(id), 1_000)).toBeLessThanOrEqual(LIMITS.perChatPerSecond)
          expect(most(times(id), 60_000)).toBeLessThanOrEqual(LIMITS.perChatPerMinute)
        }
        // A group and its topics are one place to the platform.
        for (const id of ['g1', 'g2'])
          expect(most(times(id), 60_000)).toBeLessThanOrEqual(LIMITS.perGroupPerMinute)
      }),
    )
  })

  test('nor when somebody else sent a moment ago', () => {
    const before = fc.array(fc.integer({ min: -2_000, max: 0 }), { maxLength: 12 })
    fc.assert(
      fc.property(before, (earlier) => {
        const pace = createPace({ perSecond: 5 })
        for (const at of earlier) pace.seed(chat('g1'), at)
        const times = [...earlier]
        for (let now = 0, n = 0; n < 12; n++) {
          for (
            let wait = pace.accountWaitMs('answers', now);
            wait > 0;
            wait = pace.accountWaitMs('answers', now)
          )
            now += wait
          pace.take(chat('g2'), 'answers', now).answered(now)
          times.push(now)
        }
        const after = times.filter((at) => at > 0)
        for (const from of after) {
          const within = times.filter((at) => at > from - 1_000 && at <= from)
          expect(within.length).toBeLessThanOrEqual(5)
        }
      }),
    )
  })
})

describe.each<Lane>(['answers', 'mailings'])('the pace of %s', (lane) => {
  test.each([
    ['the account’s second', { perSecond: 30 }, 30, 1_000],
    ['the account’s minute', { perMinute: 30 }, 30, 60_000],
    ['a chat’s second', { perChatPerSecond: 1 }, 1, 1_000],
    ['a group’s minute', { perGroupPerMinute: 20 }, 20, 60_000],
  ])(
    'reaches 95 %% of what %s allows while letters travel for two hundredths of the span',
    (_what, limits, n, span) => {
      const count = n * 50
      const sent = send(
        limits,
        Array.from({ length: count }, () => ({ to: chat('g'), lane })),
        (i) => ((i % 5) / 5) * span * 0.04,
      )
      const last = sent.at(-1)?.start ?? 0
      expect((count - n) / (last / span)).toBeGreaterThanOrEqual(n * 0.95)
    },
  )
})

test('a platform without limits is not waited for', () => {
  const letters = Array.from({ length: 50 }, () => ({ to: chat('g1') }))
  expect(send({}, letters, () => 10).at(-1)?.start).toBe(0)
})

test('broadcasts leave evenly, so that an answer finds a place within one letter’s time and what a late one catches up', () => {
  const pace = createPace({ perMinute: 30 })
  let now = 0
  for (let n = 0; n < 200; n++) {
    for (let wait = pace.accountWaitMs('mailings', now); wait > 0; wait = pace.accountWaitMs('mailings', now))
      now += wait
    expect(pace.accountWaitMs('answers', now)).toBe(0)
    pace.take(chat(`p${n}`, 'private'), 'mailings', now).answered(now + 20)
    expect(pace.accountWaitMs('answers', now)).toBeLessThanOrEqual(2_000 + 200 + 20)
    now += 20
  }
})

test('chats long quiet are forgotten, and what is on its way is not', () => {
  const pace = createPace({ perChatPerMinute: 1 })
  const slow = pace.take(chat('slow', 'private'), 'answers', 0)
  for (let n = 0; n < 2_000; n++) pace.take(chat(`p${n}`, 'private'), 'answers', n * 100).answered(n * 100)
  expect(pace.fullBeyond(0, 'answers', 10_000_000).chatIds).toEqual(['slow'])
  slow.answered(10_000_000)
  expect(pace.chatWaitMs(chat('slow', 'private'), 'answers', 10_000_001)).toBe(59_999)
})
