import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Appeal } from '../../../../src/features/appeals/appeal.ts'
import { findReason } from '../../../../src/features/appeals/rates/exclusion-reasons.ts'
import {
  type Rate,
  rates,
  type Span,
  standingIn,
} from '../../../../src/features/appeals/rates/rate-definitions.ts'
import { appealStates } from '../../../../src/kernel/appeal-terms.ts'
import { NOON, openStores, privateOf, type Stores } from '../../../support/stores.ts'
import { APPEAL } from '../county.ts'

let stores: Stores
beforeAll(async () => {
  stores = await openStores()
})
afterAll(() => stores.close())

const DAY = 86_400_000
const moment = fc.integer({ min: -40, max: 10 }).map((days) => new Date(NOON.getTime() + days * DAY))
const maybe = fc.option(moment)

/** Any mixture of times and states, also such as the house never makes: the two ways of counting must agree on all. */
const anything = fc.record({
  status: fc.constantFrom(...appealStates),
  contactDueAt: maybe,
  contactedAt: maybe,
  resolvedAt: maybe,
  filedAt: moment,
  outcome: fc.option(fc.constantFrom('solved' as const, 'partly' as const, 'unsolved' as const)),
  satisfaction: fc.option(fc.constantFrom('satisfied' as const, 'unsatisfied' as const)),
  closeKind: fc.option(fc.constantFrom('fixed' as const, 'explained' as const, 'notPossible' as const)),
  unit: fc.option(fc.constantFrom('finance', 'power')),
  category: fc.constantFrom('financing' as const, 'labour' as const),
  chamber: fc.option(fc.constantFrom('machinery', 'tea')),
  sealed: fc.boolean(),
})

test('the database counts and lists exactly what the definitions say, raw and after exclusions', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anything, fc.option(fc.constantFrom('01', '05', '08'))), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.record({
        unit: fc.option(fc.constantFrom('finance', 'power'), { nil: undefined }),
        category: fc.option(fc.constantFrom('financing' as const), { nil: undefined }),
        chamber: fc.option(fc.constantFrom('machinery'), { nil: undefined }),
      }),
      async (made, narrowed) => {
        const batch = ++count
        const appeals = made.map(
          ([more], n): Appeal => ({ ...APPEAL, ...more, number: `2026-${batch * 100 + n}`, version: 1 }),
        )
        const excluded = new Map(
          made.flatMap(([, code], n) => (code === null ? [] : [[appeals[n]?.number ?? '', code]])),
        )
        const span: Span = {
          from: new Date(NOON.getTime() - 20 * DAY),
          before: new Date(NOON.getTime() + 2 * DAY),
        }
        await expect(
          stores.inOne(async (work) => {
            const { appeals: store, applications, rates: counted } = stores.first
            for (const appeal of appeals) {
              const asker = {
                code: 'he',
                name: '何志平',
                account: 'stdio:u-he',
                home: privateOf('u-he'),
                company: null,
                wholeText: null,
              }
              store.add(appeal, asker, work)
              const code = excluded.get(appeal.number)
              if (code === undefined) continue
              const on = (rate: Rate) => findReason(code)?.rates.includes(rate) === true
              applications.add(
                {
                  id: `ap-${appeal.number}`,
                  version: 1,
                  number: appeal.number,
                  kind: 'exclusion',
                  state: 'granted',
                  askedBy: 'song',
                  askedAt: NOON,
                  reason: '说明',
                  detail: {
                    code,
                    response: on('response'),
                    resolution: on('resolution'),
                    satisfaction: on('satisfaction'),
                    rated: false,
                  },
                  decidedBy: 'ren',
                  decidedAt: NOON,
                  note: null,
                },
                work,
              )
            }
            const filter = Object.fromEntries(
              Object.entries(narrowed).filter(([, value]) => value !== undefined),
            )
            const figures = await counted.figures({ span, ...filter }, work)
            const within = appeals.filter(
              ({ unit, category, chamber, sealed }) =>
                (narrowed.unit === undefined || unit === narrowed.unit) &&
                (narrowed.category === undefined || category === narrowed.category) &&
                (narrowed.chamber === undefined || (chamber === narrowed.chamber && !sealed)),
            )
            for (const rate of rates) {
              const of = within.filter((appeal) => standingIn(rate, appeal, span, NOON) !== 'none')
              const n = of.filter((appeal) => standingIn(rate, appeal, span, NOON) === 'for')
              const isOut = ({ number }: Appeal) =>
                findReason(excluded.get(number) ?? '')?.rates.includes(rate) === true
              const stays = (some: readonly Appeal[]) => some.filter((appeal) => !isOut(appeal)).length
              expect(figures[rate]).toEqual({
                raw: { n: n.length, of: of.length },
                after: { n: stays(n), of: stays(of) },
              })
              const slice = { offset: 0, limit: 100 }
              const against = await counted.list(rate, 'against', { span, ...filter }, slice, work)
              const missing = of.filter((appeal) => !n.includes(appeal))
              expect(against.listed.map(({ appeal }) => appeal.number).sort()).toEqual(
                missing.map(({ number }) => number).sort(),
              )
              for (const { appeal, excluded: out } of against.listed) expect(out !== null).toBe(isOut(appeal))
              const taken = await counted.list(rate, 'excluded', { span, ...filter }, slice, work)
              expect(taken.total).toBe(of.filter(isOut).length)
              const groups = await counted.figuresBy('unit', { span, ...filter }, work)
              expect(groups.reduce((sum, group) => sum + group[rate].after.of, 0)).toBe(
                figures[rate].after.of,
              )
            }
            throw new Error('undone')
          }),
        ).rejects.toThrow('undone')
      },
    ),
    { numRuns: 60 },
  )
})

test('what is withdrawn, sent elsewhere or merged is in no rate, and counted apart', () => {
  const span = { from: new Date(0), before: NOON }
  for (const status of ['withdrawn', 'referred', 'merged'] as const)
    for (const rate of rates)
      expect(
        standingIn(
          rate,
          { ...APPEAL, status, resolvedAt: new Date(1), satisfaction: 'satisfied' },
          span,
          NOON,
        ),
      ).toBe('none')
})
