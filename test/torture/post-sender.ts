// The house's half that sends: a front desk on real storage, the Telegram of the house, in hurried time.
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import { openTelegram } from '../../src/adapters/platforms/telegram/telegram.platform.ts'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { openFrontDesk } from '../../src/conversation/front-desk.ts'
import type { Platform } from '../../src/conversation/platform.ts'
import { createPeople } from '../../src/features/membership/people.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { padFeature } from '../support/pad-feature.ts'
import { type HurriedTime, hurriedClock } from './post-time.ts'

export interface SenderOrder {
  readonly time: HurriedTime
  readonly databaseUrl: string
  readonly dataDirectory: string
  readonly apiRoot: string
}

process.once('message', (order: SenderOrder) => {
  run(order).catch((error: unknown) => {
    process.send?.({ complaint: String(error) })
    process.exitCode = 1
  })
})

async function run({ time, databaseUrl, dataDirectory, apiRoot }: SenderOrder): Promise<void> {
  const { now, clock, timer } = hurriedClock(time)
  const burst = { ...DEFAULT_BURST, privateQuietMs: 0, groupQuietMs: 0 }
  const storage = await openStorage({
    dataDirectory,
    databaseUrl,
    personalKey: '11'.repeat(32),
    burst,
    say: () => undefined,
  })
  const warn = (what: string, detail: unknown) =>
    process.send?.({ complaint: `${what} ${JSON.stringify(detail)}` })
  const desk = openFrontDesk({
    ...storage,
    people: createPeople({
      store: storage.membership,
      platformsByCode: [],
      defaultAccount: () => 'telegram',
    }),
    features: [{ ...padFeature(storage.counters, {}), hear: async () => undefined }],
    capabilitiesOf: (platform) => CAPABILITIES[platform],
    clock,
    timer,
    burst,
    keepFile: async () => ({ refused: '不收' }),
    warn,
  })
  const telegram = openTelegram({
    account: 'telegram',
    token: '7:torture',
    apiRoot,
    updates: { kind: 'polling' },
    botNames: ['娘家'],
    now: clock.now,
    log: { warn: () => undefined },
    readFile: async () => undefined,
  })
  await desk.open({ ...telegram, send: watched(telegram.send, now) })
  process.send?.({ open: true })
  process.once('message', () => {
    desk
      .close()
      .then(() => storage.close())
      .then(
        () => process.disconnect(),
        () => process.exit(1),
      )
  })
}

/** What the process itself did, told as it happens because it may be killed at any moment. */
export interface SenderSays {
  readonly open?: true
  readonly complaint?: string
  /** A letter left although the platform had asked for patience, and was heard to. */
  readonly impatient?: true
  /** How long letters were on their way, there and back. */
  readonly took?: readonly number[]
}

const TELL_EVERY = 50

function watched(send: Platform['send'], now: () => number): Platform['send'] {
  let heldUntil = 0
  let took: number[] = []
  const say = (says: SenderSays) => process.send?.(says)
  return async (letter) => {
    const began = now()
    if (began < heldUntil) say({ impatient: true })
    const result = await send(letter)
    if (result.kind === 'retry-after')
      heldUntil = Math.max(heldUntil, now() + result.seconds * 1_000 - ROUNDED_MS)
    took.push(now() - began)
    if (took.length >= TELL_EVERY) {
      say({ took })
      took = []
    }
    return result
  }
}

/** The house's times are whole milliseconds. */
const ROUNDED_MS = 2
