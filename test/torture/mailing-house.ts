// The house's half: a front desk on real storage with the road of broadcasts, three accounts, in hurried time. It is
// killed at any moment.
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import { openTelegram } from '../../src/adapters/platforms/telegram/telegram.platform.ts'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { openFrontDesk } from '../../src/conversation/front-desk.ts'
import type { Doorstep, Platform, SendResult } from '../../src/conversation/platform.ts'
import { createPeople } from '../../src/features/membership/people.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import { roadFeature } from '../support/road-feature.ts'
import type { Fate } from './mailing-scenario.ts'
import { type HurriedTime, hurriedClock } from './post-time.ts'

export interface HouseOrder {
  readonly time: HurriedTime
  readonly databaseUrl: string
  readonly dataDirectory: string
  readonly port: number
}

/** What the runner has somebody say on the second platform; the same id is the same message. */
export interface Spoken {
  readonly id: string
  readonly person: string
  readonly text?: string
  readonly choice?: string
}

export type HouseSays =
  | { readonly kind: 'open' | 'closed' }
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'complaint'; readonly text: string }

const say = (said: HouseSays) => void process.send?.(said)

process.once('message', (order: HouseOrder) => {
  run(order).catch((error: unknown) => {
    say({ kind: 'complaint', text: String(error) })
    process.exitCode = 1
  })
})

async function run({ time, databaseUrl, dataDirectory, port }: HouseOrder): Promise<void> {
  const { clock, timer } = hurriedClock(time)
  const burst = { ...DEFAULT_BURST, privateQuietMs: 0, groupQuietMs: 0 }
  const storage = await openStorage({
    dataDirectory,
    databaseUrl,
    personalKey: '11'.repeat(32),
    burst,
    say: () => undefined,
  })
  const capabilitiesOf = (platform: string) => CAPABILITIES[platform]
  const desk = openFrontDesk({
    ...storage,
    people: createPeople({
      store: storage.membership,
      platformsByCode: [],
      defaultAccount: (platform) => platform,
    }),
    features: [roadFeature(storage, capabilitiesOf)],
    capabilitiesOf,
    clock,
    timer,
    burst,
    keepFile: async () => ({ refused: '不收' }),
    warn: (what, detail) => say({ kind: 'complaint', text: `${what} ${JSON.stringify(detail)}` }),
  })
  const wecom = loopback('wecom', port)
  await desk.open(wecom.platform)
  await desk.open(loopback('wechat', port).platform)
  await desk.open(
    openTelegram({
      account: 'telegram',
      token: '7:torture',
      apiRoot: `http://127.0.0.1:${port}`,
      updates: { kind: 'polling' },
      botNames: ['娘家'],
      now: clock.now,
      log: { warn: () => undefined },
      readFile: async () => undefined,
    }),
  )
  say({ kind: 'open' })
  process.on('message', (said: Spoken | 'end') => {
    if (said !== 'end') {
      void wecom.hears(said, clock.now()).then(() => say({ kind: 'stored', id: said.id }))
      return
    }
    desk
      .close()
      .then(() => storage.close())
      .then(
        () => process.disconnect(),
        () => process.exit(1),
      )
  })
}

/** An account whose other side is the loopback server: what it can do and its pace are the real platform's. */
function loopback(name: 'wecom' | 'wechat', port: number) {
  let doorstep: Doorstep | undefined
  const platform: Platform = {
    name,
    account: name,
    can: CAPABILITIES[name] as Platform['can'],
    async open(opened) {
      doorstep = opened
    },
    async send({ to, text }) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/loop/${name}`, {
          method: 'POST',
          body: JSON.stringify({ chat: to.chatId, text }),
        })
        return resultOf(((await response.json()) as { fate: Fate }).fate)
      } catch {
        return { kind: 'uncertain', why: '没有回音' }
      }
    },
    async close() {
      doorstep = undefined
    },
  }
  return {
    platform,
    async hears({ id, person, text, choice }: Spoken, at: Date): Promise<void> {
      await doorstep?.receive({
        idempotencyKey: id,
        messageId: id,
        chat: { platform: name, account: name, kind: 'private', chatId: person },
        from: { id: person, stability: 'permanent' },
        at,
        content:
          choice === undefined
            ? { kind: 'message', text: text ?? '', addressed: 'private' }
            : { kind: 'choice', choice },
        attachments: [],
      })
    },
  }
}

function resultOf(fate: Fate): SendResult {
  switch (fate) {
    case 'refuse':
      return { kind: 'gone', why: '已不是好友' }
    case 'later':
      return { kind: 'retry-after', seconds: 1 }
    case 'trouble':
      return { kind: 'transient', why: '平台忙' }
    default:
      return { kind: 'ok', messageIds: [] }
  }
}
