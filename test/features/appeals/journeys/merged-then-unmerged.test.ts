import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealsStorage } from '../../../../src/adapters/storage/appeals.storage.ts'
import { type Appeal, untouched } from '../../../../src/features/appeals/appeal.ts'
import { type Chat, openChat } from '../../../support/chat.ts'

/** Property: whatever was merged into whatever, once all of it is undone every column is what it was, but the version. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const COUNT = 5
const states = ['filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack'] as const
let serial = 0

const Row = fc.record({
  status: fc.constantFrom(...states),
  urgency: fc.constantFrom('critical', 'urgent', 'normal' as const),
  sealed: fc.boolean(),
  reminders: fc.nat(3),
  handOffs: fc.nat(2),
  days: fc.nat(20),
})
type Row = typeof Row extends fc.Arbitrary<infer T> ? T : never

function appealOf({ status, urgency, sealed, reminders, handOffs, days }: Row): Appeal {
  const at = chat.house.clock.now()
  const filedAt = new Date(at.getTime() - days * 86_400_000)
  const isWithUnit = status === 'dispatched' || status === 'inProgress' || status === 'paused'
  return {
    ...untouched,
    number: `2026-${String(++serial).padStart(4, '0')}`,
    version: 1,
    status,
    urgency,
    sealed,
    category: 'utilities',
    company: sealed ? null : { code: 'tianhe', name: '天禾农机有限公司' },
    chamber: 'machinery',
    asker: sealed ? null : { code: 'he', name: '何志平' },
    anonymous: false,
    summary: '停电',
    text: '东区停电',
    files: [],
    sources: ['m-1'],
    filedAt,
    dueAt: new Date(at.getTime() + days * 3_600_000),
    contactDueAt: at,
    resolveDueAt: new Date(at.getTime() + days * 3_600_000),
    unit: isWithUnit ? 'power' : null,
    supporting: isWithUnit ? ['finance'] : [],
    reminders,
    handOffs,
    pauseReason: status === 'paused' ? '等材料' : null,
    pausedAt: status === 'paused' ? at : null,
    wakeAt: status === 'paused' ? new Date(at.getTime() + 30 * 86_400_000) : null,
    leader: 'jiang',
    place: '东区',
    wish: null,
    route: null,
  }
}

async function add(rows: readonly Row[]): Promise<readonly string[]> {
  const { storage, clock } = chat.house
  const appeals = rows.map(appealOf)
  await storage.transactions.inOne(clock.now(), async (work) => {
    const store = appealsStorage(storage.codec)
    for (const appeal of appeals) {
      const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' } as const
      const company = { code: 'tianhe', name: '天禾农机有限公司' }
      store.add(
        appeal,
        { code: 'he', name: '何志平', account: 'stdio:u-he', home, company, wholeText: null },
        work,
      )
    }
  })
  return appeals.map(({ number }) => number)
}

async function columns(numbers: readonly string[]): Promise<readonly object[]> {
  const rows = await chat.house.storage.database.appeal.findMany({
    where: { number: { in: [...numbers] } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ version: _version, ...rest }) => rest)
}

async function orders(text: string): Promise<void> {
  chat.as('u-song').says(text)
  await chat.settle()
  if (chat.last('u-song')?.choices?.[0]?.id !== 'yes') return
  chat.as('u-song').chooses('yes')
  await chat.settle()
}

test('merged, chained and unmerged in any order, every appeal is as it was before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(Row, { minLength: COUNT, maxLength: COUNT }),
      fc.array(fc.tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1)), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(99), { minLength: COUNT, maxLength: COUNT }),
      async (rows, merges, order) => {
        const numbers = await add(rows)
        const before = await columns(numbers)
        for (const [a, b] of merges) await orders(`并单 ${numbers[a]} -> ${numbers[b]}`)
        const merged = (await columns(numbers)) as { number: string; status: string; followers: number }[]
        const gone = merged.filter(({ status }) => status === 'merged')
        // Every voice is counted once by whoever it ended up under.
        expect(
          merged
            .filter(({ status }) => status !== 'merged')
            .reduce((sum, { followers }) => sum + followers, 0),
        ).toBe(gone.length)
        const inOrder = gone
          .map((one, at) => ({ number: one.number, rank: order[at] ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
        for (const { number } of inOrder) await orders(`撤销并单 ${number} 不是一回事`)
        expect(await columns(numbers)).toEqual(before)
      },
    ),
    { numRuns: 6 },
  )
})
