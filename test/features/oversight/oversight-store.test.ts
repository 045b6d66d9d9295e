import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { measuresStorage } from '../../../src/adapters/storage/measures.storage.ts'
import { oversightStorage } from '../../../src/adapters/storage/oversight.storage.ts'
import {
  COUNTED,
  type Counted,
  NOWHERE,
  type Where,
} from '../../../src/features/oversight/asking/question.ts'
import { appealStates, categories } from '../../../src/kernel/appeal-terms.ts'
import { type Directory, responsibleLeader } from '../../../src/kernel/directory.ts'
import type { Person } from '../../../src/kernel/person.ts'
import type { Work } from '../../../src/kernel/work.ts'
import { openTestDatabase } from '../../support/database.ts'
import { DIRECTORY } from './small-directory.ts'

const AT = new Date('2026-03-05T17:30:00+08:00')
const DAY = '2026-03-05'
const leader = (code: string): Person => ({ code, name: code, roles: ['leader'] })
const jiang = leader('jiang')
const tang = leader('tang')
const bai = leader('bai')
const everywhere = { person: jiang, day: DAY, where: NOWHERE }
const staff: Person = { code: 'song', name: '宋敏', roles: ['staff'] }

interface Seed {
  readonly number: string
  readonly company?: string | null
  readonly chamber?: string | null
  readonly status?: string
  readonly category?: string
  readonly sealed?: boolean
  readonly summary?: string
  readonly filedAt?: string
  readonly dueAt?: string | null
  readonly resolvedAt?: string | null
  readonly leader?: string | null
  readonly companyName?: string
  readonly satisfaction?: string
}

/** Every state, both chambers, a firm with a leader of its own, a sealed one and a firm the roster does not have. */
const SEEDS: readonly Seed[] = [
  ...appealStates.map((status, i) => ({
    number: `2026-01${String(i).padStart(2, '0')}`,
    company: 'tianhe',
    status,
  })),
  { number: '2026-0200', company: 'tianhe', summary: '流动资金贷款到期', dueAt: '2026-03-04T17:30:00+08:00' },
  { number: '2026-0201', company: 'wufenggang', summary: '钢构车间用电增容' },
  { number: '2026-0202', company: 'qingya', summary: '茶园贷款贴息没到账' },
  { number: '2026-0203', company: null, chamber: 'machinery', companyName: '星河重工', summary: '招工难' },
  { number: '2026-0204', sealed: true, chamber: 'machinery', leader: 'jiang', summary: '某企业反映检查太多' },
  { number: '2026-0205', sealed: true, chamber: 'machinery', leader: 'tang', summary: '某企业反映罚款' },
  { number: '2026-0206', company: null, chamber: null, summary: '没说企业' },
  {
    number: '2026-0207',
    company: 'liuxi',
    status: 'closed',
    resolvedAt: '2026-03-04T10:00:00+08:00',
    satisfaction: 'unsatisfied',
  },
]

let database: Awaited<ReturnType<typeof openTestDatabase>>
let client: ReturnType<typeof openDatabase>
const store = oversightStorage(async () => DIRECTORY)
const measures = measuresStorage(async () => DIRECTORY)
const inOne = <T>(act: (work: Work) => Promise<T>) => openTransactions(client).inOne(AT, act)

beforeAll(async () => {
  database = await openTestDatabase()
  client = openDatabase(database.url)
  await client.appeal.createMany({ data: SEEDS.map(rowOf) })
  await client.appealEvent.createMany({
    data: [
      {
        id: 'e1',
        number: '2026-0200',
        at: at('2026-03-04T09:00:00+08:00'),
        act: 'file',
        to: 'filed',
        role: 'asker',
        by: 'he',
        note: '电话13800001111',
      },
      {
        id: 'e2',
        number: '2026-0200',
        at: at('2026-03-04T10:00:00+08:00'),
        act: 'dispatch',
        to: 'dispatched',
        role: 'staff',
        by: 'song',
        note: '请金融办联系',
      },
      {
        id: 'e3',
        number: '2026-0204',
        at: at('2026-03-04T11:00:00+08:00'),
        act: 'dispatch',
        to: 'dispatched',
        role: 'staff',
        by: 'song',
        note: '涉及五峰铸件',
      },
      {
        id: 'e4',
        number: '2026-0201',
        at: at('2026-03-04T12:00:00+08:00'),
        act: 'file',
        to: 'filed',
        role: 'asker',
        by: null,
        note: null,
      },
      {
        id: 'e5',
        number: '2026-0200',
        at: at('2026-03-04T12:30:00+08:00'),
        act: 'sourceChanged',
        to: 'dispatched',
        role: 'asker',
        by: null,
        note: null,
      },
      {
        id: 'e6',
        number: '2026-0200',
        at: at('2026-03-05T00:00:00+08:00'),
        act: 'acknowledge',
        to: 'inProgress',
        role: 'handler',
        by: 'jin',
        note: null,
      },
    ],
  })
})
afterAll(async () => {
  await client.$disconnect()
  await database.drop()
})

const at = (iso: string) => new Date(iso)
function rowOf(seed: Seed) {
  const company = seed.company ?? null
  const known = company === null ? undefined : DIRECTORY.companies.get(company)
  return {
    number: seed.number,
    version: 1,
    status: seed.status ?? 'inProgress',
    category: seed.category ?? 'other',
    urgency: 'normal',
    company,
    companyName: seed.companyName ?? known?.name ?? null,
    chamber: seed.chamber ?? known?.chamber ?? null,
    asker: seed.sealed ? null : 'he',
    askerName: seed.sealed ? null : '何志平',
    askerDigest: 'digest',
    sealedAsker: seed.sealed ? '何志平' : null,
    sealed: seed.sealed ?? false,
    summary: seed.summary ?? '事由',
    text: seed.summary ?? '事由',
    files: [],
    sources: [],
    filedAt: at(seed.filedAt ?? '2026-03-02T09:00:00+08:00'),
    dueAt: seed.dueAt === undefined || seed.dueAt === null ? null : at(seed.dueAt),
    resolvedAt: seed.resolvedAt === undefined || seed.resolvedAt === null ? null : at(seed.resolvedAt),
    leader: seed.leader ?? (company === null ? null : (responsibleLeader(DIRECTORY, company, DAY) ?? null)),
    satisfaction: seed.satisfaction ?? null,
    followers: 0,
    reminders: 0,
  }
}

const numbers = (person: Person, counted: Counted = 'all', where: Where = NOWHERE) =>
  inOne(async (work) => {
    const { numbers: found } = await measures.behind(
      { person, day: DAY, where },
      { of: counted, period: null },
      100,
      work,
    )
    return [...found].sort()
  })

describe('who sees what', () => {
  it('a leader of a chamber sees its firms, less the one with a leader of its own', async () => {
    const seen = await numbers(jiang)
    expect(seen).toContain('2026-0200')
    expect(seen).toContain('2026-0203')
    expect(seen).toContain('2026-0204')
    expect(seen).not.toContain('2026-0201')
    expect(seen).not.toContain('2026-0202')
    expect(seen).not.toContain('2026-0206')
  })

  it('a leader of one firm sees that firm, and no sealed matter that could only be its', async () => {
    expect(await numbers(tang)).toEqual(['2026-0201'])
  })

  it('a sealed matter of a firm with a leader of its own is not the chamber leader’s either', async () => {
    expect(await numbers(jiang)).not.toContain('2026-0205')
  })

  it('staff see all of it, a member and a stranger nothing, also by number', async () => {
    expect(await numbers(staff)).toHaveLength(SEEDS.length)
    for (const roles of [['member'], []] as const) {
      const person: Person = { code: roles.length > 0 ? 'he' : undefined, name: '何志平', roles }
      expect(await numbers(person)).toEqual([])
      expect(await inOne((work) => store.find({ person, day: DAY }, '2026-0200', work))).toBeUndefined()
    }
  })

  it('staff may ask for what one leader answers for', async () => {
    expect(await numbers(staff, 'all', { ...NOWHERE, leader: 'tang' })).toEqual(['2026-0201'])
    expect(await numbers(staff, 'all', { ...NOWHERE, leader: 'jiang' })).toEqual(await numbers(jiang))
  })

  it('responsibility is that of the day: before it began, nothing', async () => {
    const before = openTransactions(client)
    const found = await before.inOne(at('2025-12-31T12:00:00+08:00'), (work) =>
      store.find({ person: jiang, day: '2025-12-31' }, '2026-0200', work),
    )
    expect(found).toBeUndefined()
  })

  it('whatever is asked, no leader is given what another answers for', async () => {
    const where = fc.record({
      company: fc.constantFrom(null, ...DIRECTORY.companies.keys()),
      chamber: fc.constantFrom(null, 'machinery', 'tea'),
      town: fc.constantFrom(null, '柳溪镇'),
      trade: fc.constantFrom(null, '铸造'),
      unit: fc.constant(null),
      leader: fc.constantFrom(null, 'jiang', 'tang'),
      category: fc.constantFrom(null, ...categories.slice(0, 2)),
      mine: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(jiang, tang, bai),
        fc.constantFrom(...COUNTED),
        where,
        async (person, counted, narrowed) => {
          for (const number of await numbers(person, counted, narrowed)) {
            const seed = SEEDS.find((one) => one.number === number)
            const code = seed?.company ?? null
            if (code !== null) expect(responsibleLeader(DIRECTORY, code, DAY)).toBe(person.code)
            if (seed?.sealed) expect(narrowed.company ?? narrowed.town).toBeNull()
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('what is counted', () => {
  it('open is every state but the five that owe nothing', async () => {
    const open = await numbers(jiang, 'open', { ...NOWHERE, company: 'tianhe' })
    expect(open).toEqual([
      '2026-0100',
      '2026-0101',
      '2026-0102',
      '2026-0103',
      '2026-0104',
      '2026-0105',
      '2026-0200',
    ])
  })

  it('overdue, done and unsatisfied are told apart', async () => {
    expect(await numbers(jiang, 'overdue')).toEqual(['2026-0200'])
    expect(await numbers(jiang, 'unsatisfied')).toEqual(['2026-0207'])
    expect(await numbers(jiang, 'done', { ...NOWHERE, company: 'liuxi' })).toEqual(['2026-0207'])
  })

  it('what waits longest comes first', async () => {
    const behind = await inOne((work) => measures.behind(everywhere, { of: 'open', period: null }, 5, work))
    expect(behind.numbers[0]).toBe('2026-0200')
    expect(behind.numbers).toHaveLength(5)
    expect(behind.total).toBeGreaterThan(5)
  })
})

describe('what stays sealed', () => {
  it('neither company nor words leave the store, in a list, by number, or in the history', async () => {
    const [entry, history, listed] = await inOne(async (work) => [
      await store.find(everywhere, '2026-0204', work),
      await store.history(everywhere, '2026-0204', work),
      await measures.entries(everywhere, ['2026-0204', '2026-0200'], work),
    ])
    expect(entry).toMatchObject({ sealed: true, company: null, summary: null })
    expect(JSON.stringify([entry, history, listed])).not.toMatch(/何志平|检查太多|涉及五峰铸件/)
  })

  it('it is not found by words or by a firm', async () => {
    const byWords = await inOne((work) => store.search(everywhere, ['检查'], 20, work))
    const byFirm = await inOne((work) =>
      store.search({ ...everywhere, where: { ...NOWHERE, company: 'wufeng' } }, [], 20, work),
    )
    expect([...byWords, ...byFirm]).toEqual([])
  })
})

describe('a sealed matter that could be of one firm alone', () => {
  /** 唐越 has a firm in each chamber; of 农机 nobody has 五峰铸件 for their own, so a sealed one of the rest is its. */
  const narrow: Directory = {
    ...DIRECTORY,
    responsibilities: [
      { leader: 'jiang', chamber: 'machinery' },
      { leader: 'tang', company: 'wufenggang' },
      { leader: 'tang', company: 'qingya' },
      { leader: 'bai', company: 'tianhe' },
      { leader: 'bai', company: 'liuxi' },
    ],
  }
  const narrowly = measuresStorage(async () => narrow)
  const listed = (person: Person, where: Partial<Where> = {}) =>
    inOne(async (work) => {
      const sight = { person, day: DAY, where: { ...NOWHERE, ...where } }
      const { numbers: all } = await narrowly.behind(sight, { of: 'all', period: null }, 100, work)
      return all.filter((number) => number === '2026-0204' || number === '2026-0205')
    })

  it('is not shown to the chamber’s leader, where all the other firms have leaders of their own', async () => {
    expect(await listed(jiang)).toEqual([])
  })

  it('nor to a leader who has this one firm in its chamber, however many elsewhere', async () => {
    expect(await listed(tang)).toEqual([])
    expect(await listed(tang, { chamber: 'machinery' })).toEqual([])
  })

  it('and whoever sees all finds it neither by chamber nor by leader', async () => {
    expect(await listed(staff)).toHaveLength(2)
    expect(await listed(staff, { chamber: 'machinery' })).toEqual([])
    for (const leader of ['jiang', 'tang']) expect(await listed(staff, { leader })).toEqual([])
    const sight = { person: staff, day: DAY, where: NOWHERE }
    for (const by of ['chamber', 'leader'] as const) {
      const groups = await inOne((work) =>
        narrowly.grouped(sight, { of: 'all', period: null, by, among: [] }, work),
      )
      const counted = groups.reduce((sum, { value }) => sum + (value.kind === 'count' ? value.n : 0), 0)
      expect(counted).toBe(SEEDS.length - 2)
    }
  })
})

it('which other one it was merged into is told only where that one may be seen', async () => {
  const merged = (into: string, seq: string) => ({
    id: `m${seq}`,
    number: '2026-0207',
    at: at('2026-03-05T01:00:00+08:00'),
    act: 'merge',
    to: 'merged',
    role: 'staff',
    by: 'song',
    note: into,
  })
  await client.appealEvent.createMany({
    data: [merged('2026-0200', '1'), merged('2026-0204', '2'), merged('2026-0202', '3')],
  })
  const history = await inOne((work) => store.history(everywhere, '2026-0207', work))
  expect(history.map(({ note }) => note).sort()).toEqual(['2026-0200', null, null])
})

describe('what happened', () => {
  const yesterday = { from: '2026-03-04', to: '2026-03-04', label: '昨天' }

  it('counts each act once an entry and gives the latest of each, within the day in China', async () => {
    const news = await inOne((work) => store.news(everywhere, yesterday, { offset: 0, limit: 5 }, work))
    expect(news.touched).toEqual({ file: 1, dispatch: 2 })
    expect(news.fellOverdue).toBe(1)
    expect(news.total).toBe(2)
    expect(news.items.map(({ entry, event }) => [entry.number, event.act])).toEqual([
      ['2026-0204', 'dispatch'],
      ['2026-0200', 'dispatch'],
    ])
  })

  it('notes of askers stay where they are, those of staff are told', async () => {
    const history = await inOne((work) => store.history(everywhere, '2026-0200', work))
    expect(history.map(({ act, note }) => [act, note])).toEqual([
      ['file', null],
      ['dispatch', '请金融办联系'],
      ['acknowledge', null],
    ])
  })
})
