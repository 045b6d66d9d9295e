import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { measuresStorage } from '../../../src/adapters/storage/measures.storage.ts'
import { ratesStorage } from '../../../src/adapters/storage/rates.storage.ts'
import {
  GROUPINGS,
  MEASURES,
  NOWHERE,
  type Period,
  type Where,
} from '../../../src/features/oversight/asking/question.ts'
import type { Measured, Sight } from '../../../src/features/oversight/measures/measures.store.ts'
import { appealStates, categories, isOpen } from '../../../src/kernel/appeal-terms.ts'
import type { Directory } from '../../../src/kernel/directory.ts'
import type { Person } from '../../../src/kernel/person.ts'
import type { Work } from '../../../src/kernel/work.ts'
import { openTestDatabase } from '../../support/database.ts'
import { DIRECTORY as SMALL } from './small-directory.ts'

const AT = new Date('2026-03-20T17:30:00+08:00')
const DAY = '2026-03-20'
const HOUR = 3_600_000

/** Besides: a leader with two firms of their own, and a chamber of one firm, which has no leader. */
const DIRECTORY: Directory = {
  ...SMALL,
  chambers: new Map([...SMALL.chambers, ['lone', { code: 'lone', name: '独木商会' }]]),
  companies: new Map([
    ...SMALL.companies,
    ['dumu', { code: 'dumu', name: '独木家具厂', aliases: [], chamber: 'lone', town: '石桥镇', tags: [] }],
  ]),
  responsibilities: [
    ...SMALL.responsibilities,
    { leader: 'idle', company: 'liuxi', from: '2026-03-01' },
    { leader: 'idle', company: 'yunwu', deputies: [{ person: 'tang' }] },
  ],
}
const leader = (code: string): Person => ({ code, name: code, roles: ['leader'] })
const staff: Person = { code: 'song', name: '宋敏', roles: ['staff'] }
const people = [staff, ...['jiang', 'tang', 'bai', 'idle'].map(leader)]

const march: Period = { from: '2026-03-01', to: '2026-03-31', label: '3月' }
const spring: Period = { from: '2026-01-15', to: '2026-03-10', label: '春天' }
const periods = [null, march, spring]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let client: ReturnType<typeof openDatabase>
const store = measuresStorage(async () => DIRECTORY)
const inOne = <T>(act: (work: Work) => Promise<T>) => openTransactions(client).inOne(AT, act)

/** A number from 0 to 1 that hangs on the row and on what is decided by it. */
function chance(row: number, what: number): number {
  const mixed = Math.imul(row * 31 + what * 977 + 7, 2654435761) >>> 0
  return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 0) / 2 ** 32
}
const pick = <T>(row: number, what: number, among: readonly T[]): T =>
  among[Math.floor(chance(row, what) * among.length)] as T

const ROWS = 240
function rowOf(n: number) {
  const filedAt = new Date(AT.getTime() - Math.floor(chance(n, 1) * 100 * 24) * HOUR)
  const status = pick(n, 2, appealStates)
  const isDone = status === 'resolved' || status === 'closed'
  const endedAt = isOpen(status)
    ? null
    : new Date(Math.min(AT.getTime(), filedAt.getTime() + chance(n, 3) * 900 * HOUR))
  const firm = pick(n, 4, [...DIRECTORY.companies.keys(), 'gone', null])
  const sealed = chance(n, 5) < 0.25
  const chamber = DIRECTORY.companies.get(firm ?? '')?.chamber ?? pick(n, 6, ['machinery', 'tea', null])
  return {
    number: `2026-${String(n).padStart(4, '0')}`,
    version: 1,
    status,
    category: pick(n, 7, categories.slice(0, 3)),
    urgency: pick(n, 8, ['critical', 'urgent', 'normal']),
    company: sealed ? null : firm,
    companyName: sealed ? null : firm,
    chamber,
    asker: null,
    askerName: null,
    askerDigest: 'digest',
    sealedAsker: null,
    sealed,
    summary: '事由',
    text: '事由',
    files: [],
    sources: [],
    filedAt,
    dueAt:
      isOpen(status) && chance(n, 9) < 0.9 ? new Date(filedAt.getTime() + chance(n, 10) * 1600 * HOUR) : null,
    contactDueAt: new Date(filedAt.getTime() + 24 * HOUR),
    contactedAt: chance(n, 11) < 0.8 ? new Date(filedAt.getTime() + chance(n, 12) * 30 * HOUR) : null,
    resolveDueAt: chance(n, 13) < 0.9 ? new Date(filedAt.getTime() + 400 * HOUR) : null,
    resolvedAt: isDone ? endedAt : null,
    endedAt,
    unit: chance(n, 14) < 0.7 ? pick(n, 15, ['finance', 'labour', 'power']) : null,
    leader: pick(n, 16, ['jiang', 'tang', 'bai', 'idle', null]),
    satisfaction: status === 'closed' ? pick(n, 17, ['satisfied', 'unsatisfied', null]) : null,
    outcome: status === 'closed' ? pick(n, 18, ['solved', 'partly', 'unsolved', null]) : null,
    closeKind: status === 'closed' ? pick(n, 19, ['fixed', 'explained']) : null,
    followers: 0,
    reminders: 0,
  }
}
const rows = Array.from({ length: ROWS }, (_, n) => rowOf(n + 1))

beforeAll(async () => {
  database = await openTestDatabase()
  client = openDatabase(database.url)
  await client.appeal.createMany({ data: rows })
  const events = rows.flatMap(({ number, filedAt, satisfaction }, n) => {
    const event = (act: string, hours: number, by: string | null, note: string) => ({
      id: `${number}-${act}-${hours}`,
      number,
      at: new Date(filedAt.getTime() + hours * HOUR),
      act,
      to: 'inProgress',
      role: 'handler',
      by,
      note,
    })
    return [
      ...(n % 4 === 0
        ? [
            event('dispatch', 1, 'song', '供电公司，5 个工作日'),
            event('sendBack', 2, 'jin', `不归我们管${n}`),
            event('sendBack', 90, 'jin', `还是不归我们管${n}`),
          ]
        : []),
      ...(satisfaction === null ? [] : [event('rate', 100, null, `说了${n}`)]),
    ]
  })
  for (const event of events) await client.appealEvent.create({ data: event })
  await client.appealApplication.createMany({
    data: rows
      .filter((_, n) => n % 5 === 0)
      .map(({ number, filedAt }, n) => ({
        id: `ap-${number}`,
        version: 2,
        number,
        kind: 'exclusion',
        state: n % 6 === 0 ? 'refused' : 'granted',
        askedBy: 'song',
        askedAt: filedAt,
        reason: '企业已经注销',
        detail: {
          code: '05',
          response: n % 2 === 0,
          resolution: true,
          satisfaction: n % 3 === 0,
          rated: false,
        },
        decidedBy: 'xu',
        decidedAt: new Date(filedAt.getTime() + 48 * HOUR),
      })),
  })
})
afterAll(async () => {
  await client.$disconnect()
  await database.drop()
})

const sizeOf = (one: Measured) => (one.kind === 'count' ? one.n : one.kind === 'rate' ? one.raw.of : one.of)
const sightOf = (person: Person, where: Partial<Where> = {}, day = DAY): Sight => ({
  person,
  day,
  where: { ...NOWHERE, ...where },
})

const anyWhere = fc.record({
  company: fc.constantFrom(null, null, null, ...DIRECTORY.companies.keys()),
  chamber: fc.constantFrom(null, null, ...DIRECTORY.chambers.keys()),
  town: fc.constantFrom(null, null, '柳溪镇', '石桥镇'),
  trade: fc.constant(null),
  unit: fc.constantFrom(null, null, 'finance', 'power'),
  category: fc.constantFrom(null, null, ...categories.slice(0, 3)),
  leader: fc.constantFrom(null, null, 'jiang', 'tang', 'idle'),
  mine: fc.boolean(),
})
const anySight = fc.record({
  person: fc.constantFrom(...people),
  day: fc.constantFrom(DAY, DAY, '2026-02-01', '2026-07-01'),
  where: anyWhere,
})

describe('a number and what stands behind it', () => {
  it('of every measure, period and sight the list is as long as the number says', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySight,
        fc.constantFrom(...MEASURES),
        fc.constantFrom(...periods),
        async (sight, of, period) => {
          const [measured, behind] = await inOne((work) =>
            Promise.all([
              store.measure(sight, { of, period }, work),
              store.behind(sight, { of, period }, 1000, work),
            ]),
          )
          expect(behind.total).toBe(sizeOf(measured))
          expect(new Set(behind.numbers).size).toBe(behind.total)
          if (measured.kind === 'rate') expect(behind.counted).toHaveLength(measured.raw.n)
          const first = await inOne((work) => store.numbers(sight, { of, period }, 7, work))
          expect(first.numbers).toEqual(behind.numbers.slice(0, 7))
          expect(first.counted).toEqual(behind.counted?.filter((one) => first.numbers.includes(one)) ?? null)
          const entries = await inOne((work) => store.entries(sight, behind.numbers, work))
          expect(entries.map(({ number }) => number)).toEqual(behind.numbers)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('many at once are the same as one by one', async () => {
    const asked = MEASURES.flatMap((of) => periods.map((period) => ({ of, period })))
    for (const person of people.slice(0, 2)) {
      const sight = sightOf(person)
      const [together, single] = await inOne(async (work) => {
        const all = await store.measureAll(sight, asked, work)
        const each: Measured[] = []
        for (const one of asked) each.push(await store.measure(sight, one, work))
        return [all, each]
      })
      expect(together).toEqual(single)
    }
  })

  it('every group has exactly its own list, and nothing is in two of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySight,
        fc.constantFrom(...MEASURES),
        fc.constantFrom(...GROUPINGS),
        fc.constantFrom(...periods),
        async (sight, of, by, period) => {
          await inOne(async (work) => {
            const groups = await store.grouped(sight, { of, period, by, among: [] }, work)
            const seen = new Set<string>()
            for (const { code, value } of groups) {
              const behind = await store.behind(sight, { of, period, by: { grouping: by, code } }, 1000, work)
              expect(behind.total).toBe(sizeOf(value))
              for (const number of behind.numbers) {
                expect(seen).not.toContain(number)
                seen.add(number)
              }
            }
            const all = await store.behind(sight, { of, period }, 1000, work)
            expect(all.numbers).toEqual(expect.arrayContaining([...seen]))
            const unsealed = all.numbers.filter(
              (one) => rows.find(({ number }) => number === one)?.sealed === false,
            )
            expect([...seen]).toEqual(expect.arrayContaining(unsealed))
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('over time', () => {
  it('the steps of a trend add up to the whole, and the last backlog is that of the period', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySight,
        fc.constantFrom(...MEASURES),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        async (sight, of, by) => {
          const [points, whole] = await inOne((work) =>
            Promise.all([
              store.series(sight, { of, period: spring, by }, work),
              store.measure(sight, { of, period: spring }, work),
            ]),
          )
          const sum = points.reduce((all, { value }) => all + sizeOf(value), 0)
          if (of === 'backlog') expect(points.at(-1)?.value).toEqual(whole)
          // Sent back twice, it is in two steps and still one matter.
          else if (of === 'sentBack') expect(sum).toBeGreaterThanOrEqual(sizeOf(whole))
          else expect(sum).toBe(sizeOf(whole))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('weeks begin on Monday and months on their first day, cut off where the period ends', async () => {
    const days = (by: 'week' | 'month') =>
      inOne((work) => store.series(sightOf(staff), { of: 'fresh', period: spring, by }, work))
    expect((await days('month')).map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-15', '2026-01-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-10'],
    ])
    expect((await days('week')).slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-15', '2026-01-18'],
      ['2026-01-19', '2026-01-25'],
    ])
  })

  it('every open matter has one age', async () => {
    for (const person of people) {
      const sight = sightOf(person)
      const [ages, open, overdue] = await inOne((work) =>
        Promise.all([
          store.ages(sight, work),
          store.measure(sight, { of: 'open', period: null }, work),
          store.measure(sight, { of: 'overdue', period: null }, work),
        ]),
      )
      expect(ages.counts).toHaveLength(6)
      expect(ages.counts.reduce((a, b) => a + b)).toBe(sizeOf(open))
      expect(ages.overdue.reduce((a, b) => a + b)).toBe(sizeOf(overdue))
    }
  })
})

describe('the three rates', () => {
  it('are those that staff see, raw and after what was taken out', async () => {
    const span = {
      from: new Date('2026-01-15T00:00:00+08:00'),
      before: new Date('2026-03-11T00:00:00+08:00'),
    }
    const { figures, mine } = await inOne(async (work) => ({
      figures: await ratesStorage().figures({ span }, work),
      mine: await store.measureAll(
        sightOf(staff),
        (['response', 'resolution', 'satisfaction'] as const).map((of) => ({ of, period: spring })),
        work,
      ),
    }))
    const { response, resolution, satisfaction } = figures
    expect(mine).toEqual([response, resolution, satisfaction].map((one) => ({ kind: 'rate', ...one })))
    expect(figures.resolution.after.of).toBeLessThan(figures.resolution.raw.of)
  })
})

describe('reasons', () => {
  it('are told in their own words, newest first, with the unit that had it, and of a sealed one without words', async () => {
    const asked = { of: 'sentBack', period: { from: '2025-01-01', to: '2026-12-31', label: '' } } as const
    const { total, items } = await inOne((work) =>
      store.reasons(sightOf(staff), asked, { offset: 0, limit: 500 }, work),
    )
    expect(items).toHaveLength(total)
    expect(total).toBe(rows.filter((_, n) => n % 4 === 0).length * 2)
    expect(items.map(({ at }) => at.getTime())).toEqual(
      items.map(({ at }) => at.getTime()).sort((a, b) => b - a),
    )
    for (const { number, words, unit } of items) {
      expect(unit).toBe('power')
      const { sealed } = rows.find((row) => row.number === number) as (typeof rows)[number]
      if (sealed) expect(words).toBeNull()
      else expect(words).toMatch(/不归我们管/)
    }
  })

  it('of every kind are as many as the matters, where each has one', async () => {
    for (const person of people)
      for (const of of ['unsatisfied', 'excluded'] as const) {
        const sight = sightOf(person)
        const [reasons, measured] = await inOne((work) =>
          Promise.all([
            store.reasons(sight, { of, period: spring }, { offset: 0, limit: 3 }, work),
            store.measure(sight, { of, period: spring }, work),
          ]),
        )
        expect(reasons.total).toBe(sizeOf(measured))
        expect(reasons.items.length).toBe(Math.min(3, reasons.total))
      }
    const paused = await inOne((work) =>
      store.reasons(sightOf(staff), { of: 'paused', period: null }, { offset: 0, limit: 3 }, work),
    )
    const said = await inOne((work) =>
      store.reasons(sightOf(staff), { of: 'unsatisfied', period: null }, { offset: 0, limit: 500 }, work),
    )
    for (const { number, words } of said.items) {
      const n = rows.findIndex((row) => row.number === number)
      expect(words).toBe(rows[n]?.sealed ? null : `说了${n}`)
    }
    // Nobody wrote down why: they are counted all the same.
    expect(paused.total).toBe(rows.filter(({ status }) => status === 'paused').length)
    expect(paused.items.map(({ words }) => words)).toEqual([null, null, null])
  })
})

describe('who sees what', () => {
  it('a day to come is judged by today, and a day gone by by its own responsibilities', async () => {
    const of = (person: Person, day: string) => inOne((work) => store.reach(sightOf(person, {}, day), work))
    expect(await of(leader('bai'), '2026-07-01')).toEqual(await of(leader('bai'), DAY))
    expect(await of(leader('jiang'), '2025-12-31')).toMatchObject({
      companies: new Set(),
      chambers: new Set(),
    })
    expect(await of(leader('jiang'), DAY)).toMatchObject({ chambers: new Set(['machinery']) })
    expect(await of({ ...leader('jiang'), roles: [] }, DAY)).toEqual({ kind: 'nothing' })
  })

  it('a firm of the roster is its own leader’s alone, whatever chamber the matter was filed under', async () => {
    await client.appeal.create({
      data: { ...rowOf(1), number: '2026-9001', sealed: false, company: 'qingya', chamber: 'machinery' },
    })
    const seen = (person: Person) =>
      inOne(async (work) => (await store.entries(sightOf(person), ['2026-9001'], work)).length)
    expect([await seen(leader('jiang')), await seen(leader('bai'))]).toEqual([0, 1])
    await client.appeal.delete({ where: { number: '2026-9001' } })
  })
})
