import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import { readChain } from '../../src/adapters/storage/audit.storage.ts'
import { openStorage, type Storage } from '../../src/adapters/storage/open-storage.ts'
import type { Feature } from '../../src/conversation/feature.ts'
import { openFrontDesk } from '../../src/conversation/front-desk.ts'
import type { Capabilities } from '../../src/conversation/platform.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import { createPeople } from '../../src/features/membership/people.ts'
import { type BurstSettings, DEFAULT_BURST } from '../../src/inbox/burst.ts'
import type { KeepFile } from '../../src/inbox/receive.ts'
import { type ManualClock, manualClock, type Timer } from '../../src/kernel/clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { type PadHooks, padFeature } from './pad-feature.ts'
import { removeFolder } from './remove-folder.ts'

export interface DeskOptions {
  /** The same for two processes on one database; the one that is given it does not drop it. */
  readonly database?: TestDatabase
  /** Reached by another way, a proxy say. */
  readonly url?: string
  readonly clock?: ManualClock
  readonly timer?: Timer
  readonly burst?: Partial<BurstSettings>
  readonly hooks?: PadHooks
  /** What the house believes of platforms; as known otherwise. */
  readonly capabilitiesOf?: (platform: string) => Capabilities | undefined
  /** In the place of the small one. */
  readonly features?: (storage: Storage) => readonly Feature[]
  /** Left out: enclosures are refused. */
  readonly keepFile?: KeepFile
}

const ROSTER = {
  federation: { name: '云溪县工商业联合会' },
  people: [{ code: 'wu', name: '吴桂兰', accounts: [{ platform: 'stdio', id: 'u-wu' }] }],
  groups: ['g-machinery', 'g-tea'].map((id) => ({
    platform: 'stdio',
    id,
    title: `${id} 群`,
    audience: 'public',
  })),
}
export const MORNING = new Date('2026-03-02T09:00:00+08:00')

/** A process's half of the house: a front desk on real storage with one small feature, its clock standing still. */
export async function openDesk(options: DeskOptions = {}) {
  const database = options.database ?? (await openTestDatabase())
  const directory = await mkdtemp(join(tmpdir(), 'niangjia-desk-'))
  const burst = { ...DEFAULT_BURST, ...options.burst }
  const storage = await openStorage({
    dataDirectory: directory,
    databaseUrl: options.url ?? database.url,
    personalKey: '11'.repeat(32),
    burst,
    say: () => undefined,
  })
  const clock = options.clock ?? manualClock(MORNING)
  const hooks: PadHooks = options.hooks ?? {}
  const warnings: { what: string; detail: unknown }[] = []
  if (options.database === undefined) {
    await importRoster(ROSTER, {
      store: storage.membership,
      transactions: storage.transactions,
      at: clock.now(),
      dryRun: false,
    })
  }
  const desk = openFrontDesk({
    ...storage,
    people: createPeople({ store: storage.membership, platformsByCode: [], defaultAccount: () => 'stdio' }),
    features: options.features?.(storage) ?? [padFeature(storage.counters, hooks)],
    capabilitiesOf: options.capabilitiesOf ?? ((platform) => CAPABILITIES[platform]),
    clock,
    ...(options.timer === undefined ? {} : { timer: options.timer }),
    burst,
    keepFile: options.keepFile ?? (async () => ({ refused: '不收' })),
    warn: (what, detail) => void warnings.push({ what, detail }),
  })

  async function read<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    const client = new pg.Client(database.url)
    await client.connect()
    try {
      return (await client.query(sql, values)).rows as T[]
    } finally {
      await client.end()
    }
  }

  return {
    database,
    storage,
    clock,
    desk,
    hooks,
    warnings,
    settle: desk.settle,
    /** Time passes; what falls due on the way happens at its own time. */
    async pass(milliseconds: number): Promise<void> {
      const goal = new Date(clock.now().getTime() + milliseconds)
      await desk.settle()
      for (let next = clock.nextAlarmAt(); next !== undefined && next <= goal; next = clock.nextAlarmAt()) {
        clock.advanceTo(next)
        await desk.settle()
      }
      clock.advanceTo(goal)
      await desk.settle()
    },
    read,
    letters: () =>
      read<LetterLine>(
        `SELECT "id", "chat"->>'chatId' AS chat, "text", "state", "tries", "failure" FROM "Letter" ORDER BY "seq"`,
      ),
    arrivals: () =>
      read<ArrivalLine>(
        `SELECT "content"->>'text' AS text, "state", "personId" AS person FROM "Arrival" ORDER BY "seq"`,
      ),
    /** Effects that stand, by the audit trail, which is written with them. */
    async effects(action = 'pad.file'): Promise<readonly string[]> {
      const found: string[] = []
      for await (const entry of readChain(storage.database))
        if (entry.action === action) found.push(entry.subject)
      return found
    },
    async close(): Promise<void> {
      await desk.close()
      await storage.close()
      if (options.database === undefined) await database.drop()
      await removeFolder(directory)
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

interface LetterLine {
  readonly id: string
  readonly chat: string
  readonly text: string
  readonly state: string
  readonly tries: number
  readonly failure: string | null
}
interface ArrivalLine {
  readonly text: string | null
  readonly state: string
  readonly person: string
}

/** Waits until it is so, as long as the test may last; fails with what was there last. */
export function until(isSo: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(isSo, { timeout: 60_000, interval: 20 })
}
