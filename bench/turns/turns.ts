// 50 people at once fill in appeals, and in the same run bare inserts on the same database.
//   npm run bench:turns -- [--people 50] [--seconds 10] [--json]
// Burst windows are 0. Ratios in one run are what counts; seconds differ from machine to machine.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import { bareInserts } from './bare-inserts.ts'
import { openPeople } from './people.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const people = Number(values.people)
const seconds = Number(values.seconds)

let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  statements++
  return (query as (...all: unknown[]) => unknown).apply(this, given)
} as typeof query

const directory = await mkdtemp(join(tmpdir(), 'niangjia-bench-'))
await chmod(directory, 0o755)
const config = readConfig({
  environment: {
    NIANGJIA_DATA: directory,
    NIANGJIA_QUIET_PRIVATE_SECONDS: '0',
    NIANGJIA_QUIET_GROUP_SECONDS: '0',
    ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}),
  },
})
const house = await openHouse({ config, clock: systemClock(), log: openLog('error') })
try {
  const codes = Array.from({ length: people }, (_, i) => i)
  await importRoster(
    {
      federation: { name: '试验县工商业联合会' },
      companies: codes.map((i) => ({ code: `c-${i}`, name: `试验${i}号机械有限公司` })),
      people: codes.map((i) => ({
        code: `p-${i}`,
        name: `会员${i}`,
        company: `c-${i}`,
        accounts: [{ platform: 'bench', id: `u-${i}` }],
      })),
    },
    {
      store: house.storage.membership,
      transactions: house.storage.transactions,
      at: new Date(),
      dryRun: false,
    },
  )
  const troubles = [
    '我们厂招不到普工，缺三十个人，能不能帮忙组织招聘会',
    '银行续贷材料交齐了一直不放款，能不能帮忙协调一下',
    '厂门口那条路坑太大，大车进不来，请帮忙解决',
  ]
  const crowd = openPeople(
    (person, round) => `${troubles[(person + round) % troubles.length]}（${person}号第${round + 1}次）`,
  )
  await house.desk.open(crowd.platform)
  await crowd.run(people, 3)
  await house.desk.settle()

  const bareBefore = await bareInserts(house.storage.database, 16, Math.min(4, seconds))
  const alone = await crowd.run(1, Math.min(3, seconds))
  const before = statements
  const began = performance.now()
  const busy = await crowd.run(people, seconds)
  const elapsed = (performance.now() - began) / 1000
  const perTurn = (statements - before) / busy.turns
  await house.desk.settle()
  const bareAfter = await bareInserts(house.storage.database, 16, Math.min(4, seconds))

  const bare = (bareBefore + bareAfter) / 2
  const rate = busy.turns / elapsed
  const figures = {
    people,
    turnsPerSecond: Math.round(rate),
    bareInsertsPerSecond: Math.round(bare),
    ratio: round2(rate / bare),
    turnP50Ms: round2(quantile(busy.latencies, 0.5)),
    turnP95Ms: round2(quantile(busy.latencies, 0.95)),
    cycleP50Ms: round2(quantile(busy.cycles, 0.5)),
    cycleP95Ms: round2(quantile(busy.cycles, 0.95)),
    aloneP50Ms: round2(quantile(alone.latencies, 0.5)),
    aloneP95Ms: round2(quantile(alone.latencies, 0.95)),
    statementsPerTurn: round2(perTurn),
    residentMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
  }
  if (values.json) console.log(JSON.stringify(figures))
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(22)} ${value}`)
} finally {
  await house.close()
  await rm(directory, { recursive: true, force: true })
}
process.exit()

function quantile(list: readonly number[], q: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
