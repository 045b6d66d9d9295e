import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import { type House, openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { type ManualClock, manualClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import { openTestDatabase } from './database.ts'
import { removeFolder } from './remove-folder.ts'
import { openScripted } from './scripted-platform.ts'
import { SMALL_COUNTY } from './small-county.ts'

/** The small county as its people are on another platform. */
function countyOn(platform: string): unknown {
  return JSON.parse(JSON.stringify(SMALL_COUNTY).replaceAll('"stdio"', JSON.stringify(platform)))
}

/** The whole house with one platform under a real one's name and rules; the test decides what becomes of letters. */
export async function openHouseOn(
  name: string,
  environment: Record<string, string> = {},
  /** Another process on the same data, which serves the account. */
  beside?: { readonly url: string; readonly clock: ManualClock },
) {
  const database =
    beside === undefined ? await openTestDatabase() : { url: beside.url, drop: async () => undefined }
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-scripted-'))
  const config = readConfig({
    environment: { NIANGJIA_DATA: directory, DATABASE_URL: database.url, BOT_NAME: '娘家', ...environment },
  })
  const clock = beside?.clock ?? manualClock(new Date('2026-03-02T09:00:00+08:00'))
  const house: House = await openHouse({ config, clock, log: openLog('silent') })
  const { errors } = await importRoster(countyOn(name), {
    store: house.storage.membership,
    transactions: house.storage.transactions,
    at: clock.now(),
    dryRun: false,
  })
  if (errors.length > 0) throw new Error(`The test roster has wrong rows: ${JSON.stringify(errors)}`)
  // Without its pace, which is kept in real time.
  const can = { ...CAPABILITIES[name], pace: { atOnce: 64 } }
  const chat = openScripted({ name, now: () => clock.now(), can })
  if (beside === undefined) await house.desk.open(chat.platform)

  async function settle(): Promise<void> {
    house.desk.closeBursts()
    await house.desk.settle()
  }

  return {
    house,
    chat,
    clock,
    url: database.url,
    /** Closes bursts and lets everything due happen. */
    settle,
    /** Time passes; what falls due on the way happens at its own time. */
    async pass(milliseconds: number): Promise<void> {
      const goal = new Date(clock.now().getTime() + milliseconds)
      await settle()
      for (let next = clock.nextAlarmAt(); next !== undefined && next <= goal; next = clock.nextAlarmAt()) {
        clock.advanceTo(next)
        await house.desk.settle()
      }
      clock.advanceTo(goal)
      await house.desk.settle()
    },
    async read<T>(sql: string, ...values: unknown[]): Promise<T[]> {
      const client = new pg.Client(database.url)
      await client.connect()
      try {
        return (await client.query(sql, values)).rows as T[]
      } finally {
        await client.end()
      }
    },
    async close(): Promise<void> {
      await house.close()
      await database.drop()
      await removeFolder(directory)
    },
  }
}

export type HouseOn = Awaited<ReturnType<typeof openHouseOn>>
