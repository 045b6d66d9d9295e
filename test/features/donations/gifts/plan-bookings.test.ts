import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookedEntry } from '../../../../src/features/donations/gifts/booking/entry.ts'
import {
  type BookingPlan,
  type Books,
  planBookings,
} from '../../../../src/features/donations/gifts/booking/plan-bookings.ts'
import type { Consent, Donor, Gift, Given, Pledge } from '../../../../src/features/donations/gifts/gift.ts'
import { shownName } from '../../../../src/features/donations/gifts/gift.ts'
import { reconcile } from '../../../../src/features/donations/gifts/standing/reconcile.ts'

const AT = new Date('2026-03-02T10:00:00+08:00')
const money = (fen: number): Given => ({ kind: 'money', fen })
const person = (name: string): Donor => ({ kind: 'person', name })
const pledge = (number: number, donor: Donor, given: Given, more: Partial<Pledge> = {}): Pledge => ({
  id: `pledge:${number}`,
  version: 1,
  number,
  drive: 'drive:1',
  given,
  donor,
  consent: 'anonymous',
  state: 'pledged',
  by: 'x',
  at: AT,
  ...more,
})
const entry = (row: number, donor: Donor, given: Given, more: Partial<BookedEntry> = {}): BookedEntry => ({
  row,
  donor,
  given,
  bookedOn: '2026-03-01',
  ...more,
})
const empty: Books = { pledges: [], gifts: [], byReceipt: [] }
const plan = (entries: readonly BookedEntry[], books: Partial<Books> = {}) =>
  planBookings(entries, { ...empty, ...books }, 'drive:1', (text) => text)

/** The plan as it stands in the books once it was entered. */
const booked = ({ fresh }: BookingPlan, from = 1): readonly Gift[] =>
  fresh.map(({ row: _row, candidates: _c, consentOf: _of, pledge: fulfils, ...gift }, n) => ({
    ...gift,
    id: `gift:${from + n}`,
    version: 1,
    number: from + n,
    drive: 'drive:1',
    ...(fulfils === undefined ? {} : { pledge: fulfils.id }),
    state: 'booked',
    by: 'song',
    at: AT,
  }))

test('a gift finds the one pledge of its donor and amount; where several may be meant, staff are asked', () => {
  const he = person('何志平')
  const pledges = [
    pledge(1, he, money(500)),
    pledge(2, he, money(700)),
    pledge(3, person('陆青'), money(500)),
  ]
  expect(plan([entry(1, he, money(700))], { pledges }).fresh[0]?.pledge?.number).toBe(2)
  const open = plan([entry(1, he, money(900))], { pledges }).fresh[0]
  expect(open?.pledge).toBeUndefined()
  expect(open?.candidates.map(({ number }) => number)).toEqual([1, 2])
  expect(
    plan([entry(1, person('匿名'), money(500))], { pledges: [pledge(4, person('匿名'), money(500))] })
      .fresh[0]?.pledge,
  ).toBeUndefined()
  expect(plan([entry(1, he, money(500), { pledge: 3 })], { pledges }).wrong).toHaveLength(1)
})

test('what the donor told us and what the charity wrote: the more reserved holds', () => {
  const he = person('何志平')
  const told = (consent: Consent) => [pledge(1, he, money(500), { consent, consentAt: AT })]
  const consent = (said: Consent | undefined, pledges: readonly Pledge[]) =>
    plan([entry(1, he, money(500), said === undefined ? {} : { consent: said })], { pledges }).fresh[0]
      ?.consent
  expect(consent('named', told('anonymous'))).toBe('anonymous')
  expect(consent('anonymous', told('named'))).toBe('anonymous')
  expect(consent(undefined, told('named'))).toBe('named')
  expect(consent('named', [])).toBe('named')
  expect(consent(undefined, [])).toBe('anonymous')
})

test('a minor is named by nothing that anybody says', () => {
  const minor: Donor = { kind: 'minor', name: '王小明' }
  const [gift] = plan([entry(1, minor, money(500), { consent: 'named' })]).fresh
  expect(gift?.consent).toBe('anonymous')
  expect(shownName({ donor: minor, consent: 'named' })).toBeNull()
})

const anyEntry = fc.record({
  donor: fc.constantFrom('何志平', '陆青', '匿名', '五峰铸件有限公司').map(person),
  given: fc.oneof(
    fc.integer({ min: 1, max: 5 }).map(money),
    fc
      .integer({ min: 1, max: 3 })
      .map((n): Given => ({ kind: 'goods', item: '大米', unit: '袋', quantity: n * 1000 })),
  ),
  bookedOn: fc.constantFrom('2026-03-01', '2026-02-28'),
})
const sheet = fc
  .array(anyEntry, { maxLength: 25 })
  .map((rows) => rows.map((row, n) => ({ ...row, row: n + 2 })))

test('a sheet that is handed in twice books nothing twice, however often a row stands in it', () => {
  fc.assert(
    fc.property(sheet, sheet, (rows, more) => {
      const first = plan(rows)
      expect(first.fresh).toHaveLength(rows.length)
      const gifts = booked(first)
      const again = plan(rows, { gifts })
      expect(again.fresh).toEqual([])
      expect(again.known).toHaveLength(rows.length)
      // The same sheet, longer by some rows: these alone are new.
      const longer = [...rows, ...more.map((row, n) => ({ ...row, row: rows.length + n + 2 }))]
      expect(plan(longer, { gifts }).fresh).toHaveLength(more.length)
    }),
  )
})

test('what was reversed does not come in again by the same sheet', () => {
  fc.assert(
    fc.property(sheet, fc.nat(), (rows, nth) => {
      fc.pre(rows.length > 0)
      const gifts = booked(plan(rows)).map((gift, n) =>
        n === nth % rows.length ? { ...gift, state: 'reversed' as const } : gift,
      )
      const again = plan(rows, { gifts })
      expect(again.fresh).toEqual([])
      expect(again.wrong).toHaveLength(1)
    }),
  )
})

test('no pledge is fulfilled twice by one sheet, and sums are those of the rows', () => {
  fc.assert(
    fc.property(sheet, sheet, (rows, promised) => {
      const pledges = promised.map(({ donor, given }, n) => pledge(n + 1, donor, given))
      const planned = plan(rows, { pledges })
      const exact = planned.fresh.flatMap((gift) =>
        gift.pledge !== undefined && JSON.stringify(gift.pledge.given) === JSON.stringify(gift.given)
          ? [gift.pledge.id]
          : [],
      )
      expect(new Set(exact).size).toBe(exact.length)
      const gifts = booked(planned)
      const { booked: column, differences } = reconcile(pledges, gifts, [])
      expect(column.count).toBe(rows.length)
      expect(column.fen).toBe(
        rows.reduce((sum, { given }) => sum + (given.kind === 'money' ? given.fen : 0), 0),
      )
      // Every pledge is met to the fen or stands among the differences.
      for (const { id, number, given } of pledges) {
        const theirs = gifts.filter((gift) => gift.pledge === id)
        const amount = (one: Given) => (one.kind === 'money' ? one.fen : one.quantity)
        const isMet =
          theirs.length > 0 && theirs.reduce((sum, gift) => sum + amount(gift.given), 0) === amount(given)
        expect(differences.some((one) => 'pledge' in one && one.pledge === number)).toBe(!isMet)
      }
    }),
  )
})

test('who refused once is not named by a later line of the charity; who never said anything is', () => {
  const [lu, zhao] = [person('陆青'), person('赵四')]
  const said = { consentAt: AT, consentBy: 'lu' }
  const pledges = [pledge(1, lu, money(500), said), pledge(2, zhao, money(500))]
  const lines = [
    entry(1, lu, money(30), { consent: 'named' }),
    entry(2, zhao, money(30), { consent: 'named' }),
  ]
  expect(plan(lines, { pledges }).fresh.map(({ consent }) => consent)).toEqual(['anonymous', 'named'])
})
