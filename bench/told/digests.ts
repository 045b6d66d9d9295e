// The morning's digests of five hundred leaders over a million appeals: how long one pass of the clock takes with its few
// leaders, how long all of them take, and how much longer somebody waits who asks a question meanwhile.
//   npm run bench:told -- --keep DIRECTORY
// DIRECTORY is what `npm run bench:oversight -- --keep DIRECTORY` loaded. What the passes write is rolled back.
import { parseArgs } from 'node:util'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import type { Doing } from '../../src/conversation/feature.ts'
import { NOWHERE } from '../../src/features/oversight/asking/question.ts'
import { newRow, prepareDigests } from '../../src/features/oversight/told/prepare-digests.ts'
import type { ToldParts } from '../../src/features/oversight/told/told-parts.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { liveCalendar } from '../../src/kernel/live-calendar.ts'
import { DEFAULT_TERMS } from '../../src/kernel/terms.ts'
import type { Work } from '../../src/kernel/work.ts'
import { TODAY } from '../county/load-appeals.ts'
import { quantile } from '../county/timing.ts'

const { values } = parseArgs({
  options: { keep: { type: 'string' }, passes: { type: 'string', default: '30' } },
})
if (values.keep === undefined) throw new Error('Say with --keep where the county of bench:oversight is.')

const storage = await openStorage({
  dataDirectory: values.keep,
  databaseUrl: process.env.DATABASE_URL,
  personalKey: undefined,
  burst: DEFAULT_BURST,
  say: () => undefined,
})
const { transactions, membership } = storage
const EIGHT = new Date(`${TODAY.toISOString().slice(0, 10)}T08:00:00+08:00`)
const parts: ToldParts = {
  ...storage,
  workdays: liveCalendar(storage.calendarYears, DEFAULT_TERMS.officeHours),
  quietHours: DEFAULT_TERMS.quietHours,
}
const LEADERS = 500
const NOWHERE_CHAT = { platform: 'bench', account: 'bench', kind: 'private', chatId: 'bench' } as const
/** Hands that write no letters. */
const handsOf = (work: Work, told: string[]) =>
  ({
    work,
    directory: () => membership.directory(work),
    reach: async () => NOWHERE_CHAT,
    async invite(code: string) {
      told.push(code)
      return true
    },
    audit: () => undefined,
  }) as unknown as Doing

/** The whole of it, and nothing of it stays. */
async function undone(at: Date, act: (work: Work) => Promise<void>): Promise<void> {
  const back = new Error('rolled back')
  await transactions
    .inOne(at, async (work) => {
      await act(work)
      throw back
    })
    .catch((error: unknown) => {
      if (error !== back) throw error
    })
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const question = () =>
  transactions.inOne(EIGHT, async (work) => {
    const person = {
      code: `le-${Math.floor(Math.random() * LEADERS)}`,
      name: '领导',
      roles: ['leader'] as const,
    }
    const sight = { person, day: '2026-11-20', where: NOWHERE }
    const { numbers } = await storage.measures.behind(sight, { of: 'open', period: null }, 5_000, work)
    await storage.measures.entries(sight, numbers.slice(0, 5), work)
  })

try {
  const passes: number[] = []
  const asked: number[] = []
  const idle: number[] = []
  for (let n = 0; n < 60; n++) idle.push(await timed(question))
  let isOver = false
  const talking = (async () => {
    while (!isOver) asked.push(await timed(question))
  })()
  await undone(EIGHT, async (work) => {
    const told: string[] = []
    for (let n = 0; n < LEADERS; n++) storage.told.add(newRow(`le-${n}`, EIGHT), work)
    for (let n = 0; n < Number(values.passes); n++)
      passes.push(await timed(() => prepareDigests(parts, handsOf(work, told))))
    console.log(`${told.length} leaders were counted`)
  })
  isOver = true
  await talking
  const say = (name: string, list: readonly number[]) =>
    console.log(
      `${name.padEnd(40)} p50 ${quantile(list, 0.5).toFixed(1)} ms   p95 ${quantile(list, 0.95).toFixed(1)} ms   n ${list.length}`,
    )
  say('a pass of four leaders', passes)
  say('a question, nothing else going on', idle)
  say('a question while digests are counted', asked)
} finally {
  await storage.close()
}
process.exit()
