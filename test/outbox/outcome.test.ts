import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LETTER_STATES, type Letter, MOST_TRIES } from '../../src/outbox/letter.ts'
import { type Answer, outcomeOf } from '../../src/outbox/outcome.ts'

const at = new Date('2026-03-02T09:00:00+08:00')
const letter = (tries: number): Letter => ({
  id: 'out-1',
  key: 'k',
  to: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u' },
  text: '您好',
  origin: 'automatic',
  state: 'sending',
  tries,
  dueAt: at,
  writtenAt: at,
  messageIds: [],
})
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ kind: 'ok', messageIds: ['1'] }),
  fc.record({ kind: fc.constant('retry-after' as const), seconds: fc.integer({ min: 1, max: 600 }) }),
  fc.record({
    kind: fc.constantFrom('transient' as const, 'uncertain' as const, 'gone' as const, 'permanent' as const),
    why: fc.string(),
  }),
  fc.record({ kind: fc.constant('migrated' as const), to: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constantFrom(
      'window-closed' as const,
      'account-offline' as const,
      'not-open' as const,
      'unconfirmed' as const,
    ),
  }),
)

describe('what becomes of a letter after a try', () => {
  test('a letter that may have arrived is never tried again, however often it was', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.string(), (tries, why) => {
        expect(outcomeOf(letter(tries), { kind: 'uncertain', why }, at).state).toBe('uncertain')
      }),
    )
  })

  test('every answer leads to one of the known states, and only what waits has a time', () => {
    fc.assert(
      fc.property(fc.nat(20), answers, (tries, answer) => {
        const outcome = outcomeOf(letter(tries), answer, at)
        expect(LETTER_STATES).toContain(outcome.state)
        expect(outcome.dueAt !== undefined).toBe(outcome.state === 'waiting')
      }),
    )
  })

  test('what surely did not arrive is tried again later each time, and then failed with its reason', () => {
    const first = outcomeOf(letter(0), { kind: 'transient', why: '502' }, at)
    const third = outcomeOf(letter(2), { kind: 'transient', why: '502' }, at)
    expect(first.state).toBe('waiting')
    expect(third.dueAt?.getTime()).toBeGreaterThan(first.dueAt?.getTime() ?? 0)
    const last = outcomeOf(letter(MOST_TRIES - 1), { kind: 'transient', why: '502' }, at)
    expect(last).toMatchObject({ state: 'failed', failure: '502' })
  })

  test('the platform says how long to wait, and is obeyed', () => {
    const outcome = outcomeOf(letter(0), { kind: 'retry-after', seconds: 37 }, at)
    expect(outcome.dueAt?.getTime()).toBe(at.getTime() + 37_000)
  })

  test('whatever time the platform names, there is a moment at which the letter is due', () => {
    const seconds = fc.oneof(fc.double(), fc.constantFrom(-1, 0, 1e15, Number.NaN, Number.POSITIVE_INFINITY))
    fc.assert(
      fc.property(seconds, fc.nat(40), (said, asked) => {
        const { dueAt } = outcomeOf(letter(0), { kind: 'retry-after', seconds: said }, at, asked)
        expect(dueAt?.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(dueAt?.getTime()).toBeLessThanOrEqual(at.getTime() + 8 * 86_400_000)
      }),
    )
  })

  test('being told to wait is no try for three days, however often; after that it is one like any other', () => {
    const told = (days: number, tries: number) =>
      outcomeOf(
        letter(tries),
        { kind: 'retry-after', seconds: 9 },
        new Date(at.getTime() + days * 86_400_000),
        50,
      )
    expect(told(2.9, MOST_TRIES - 1)).toMatchObject({ state: 'waiting', tries: MOST_TRIES - 1 })
    expect(told(3.1, 0)).toMatchObject({ state: 'waiting', tries: 1 })
    expect(told(3.1, MOST_TRIES - 1)).toMatchObject({ state: 'failed', failure: '平台要求稍后再发' })
  })

  test('a letter asked to wait again waits a little longer, so that the others come first', () => {
    const due = (asked: number) =>
      outcomeOf(letter(0), { kind: 'retry-after', seconds: 20 }, at, asked).dueAt?.getTime() ?? 0
    expect(due(1)).toBe(at.getTime() + 20_000)
    expect(due(2)).toBeGreaterThan(due(1))
    expect(due(3)).toBeGreaterThan(due(2))
  })

  test.each(['not-open', 'unconfirmed'] as const)(
    'what is %s waits a day and then fails with its reason',
    (kind) => {
      const late = new Date(at.getTime() + 2 * 86_400_000)
      const first = outcomeOf(letter(0), { kind }, late)
      expect(first, 'written long ago for today, it has not waited yet').toMatchObject({
        state: 'waiting',
        tries: 0,
        dueAt: new Date(late.getTime() + 86_400_000),
      })
      const again = { ...letter(0), failure: first.failure as string }
      expect(outcomeOf(again, { kind }, late)).toMatchObject({ state: 'failed', failure: first.failure })
    },
  )

  test('numbers that point at each other are not followed for ever', () => {
    expect(outcomeOf(letter(0), { kind: 'migrated', to: 'x' }, at)).toMatchObject({ movedTo: 'x' })
    expect(outcomeOf(letter(MOST_TRIES - 1), { kind: 'migrated', to: 'x' }, at).state).toBe('failed')
  })

  test('waiting for a login is not a try: the letter goes whenever the account is back', () => {
    expect(outcomeOf(letter(MOST_TRIES + 5), { kind: 'account-offline' }, at)).toMatchObject({
      state: 'waiting',
      tries: MOST_TRIES + 5,
    })
  })
})
