import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import type { Capabilities } from '../../src/conversation/platform.ts'
import { importRoster } from '../../src/features/membership/import-roster.ts'
import type { MailingOrder } from '../../src/mailings/mailing-order.ts'
import { openDesk } from '../support/desk.ts'
import { type RoadHooks, roadFeature } from '../support/road-feature.ts'
import { openScripted } from '../support/scripted-platform.ts'

const member = (code: string, platform: string, more: object = {}) => ({
  code,
  name: `会员${code}`,
  roles: ['member'],
  accounts: [{ platform, id: `u-${code}` }],
  ...more,
})

/** More than leave at once, on two platforms and in no group. */
const REED_CUTTERS = Array.from({ length: 260 }, (_, n) =>
  member(`m${n}`, n < 20 ? 'stdio' : 'telegram', { chamber: 'reed' }),
)
export const REED_CHATS: readonly string[] = REED_CUTTERS.map(({ code }) => `u-${code}`).sort()

/** Two chambers with a group each, one on every platform, and two chambers without a group. All invented. */
const TOWN = {
  federation: { name: '石桥县工商业联合会' },
  chambers: [
    { code: 'tea', name: '茶业商会' },
    { code: 'steel', name: '钢铁商会' },
    { code: 'fish', name: '渔业商会' },
    { code: 'reed', name: '苇编商会' },
  ],
  people: [
    { code: 'song', name: '宋敏', roles: ['staff'], accounts: [{ platform: 'stdio', id: 'u-song' }] },
    { code: 'fu', name: '傅立', roles: ['reviewer'], accounts: [{ platform: 'stdio', id: 'u-fu' }] },
    member('tea1', 'telegram', { chamber: 'tea' }),
    member('tea2', 'stdio', { chamber: 'tea' }),
    member('steel1', 'telegram', { chamber: 'steel' }),
    member('fish1', 'telegram', { chamber: 'fish' }),
    member('fish2', 'stdio', { chamber: 'fish' }),
    member('fish3', 'stdio', { chamber: 'fish', accounts: [] }),
    ...REED_CUTTERS,
  ],
  groups: [
    {
      code: 'tea-group',
      platform: 'telegram',
      account: 'stdio',
      id: '-100',
      title: '茶业群',
      chamber: 'tea',
      audience: 'members',
    },
    {
      code: 'steel-group',
      platform: 'stdio',
      id: 'g-steel',
      title: '钢铁群',
      chamber: 'steel',
      audience: 'members',
    },
  ],
}

/** Everybody may be written to first, unless a test says otherwise. */
const open = (platform: string): Capabilities | undefined => {
  const can = CAPABILITIES[platform]
  return can && { ...can, firstContact: 'always' }
}

export interface TownOptions {
  readonly hooks?: RoadHooks
  readonly capabilitiesOf?: (platform: string) => Capabilities | undefined
}

export async function openTown({ hooks = {}, capabilitiesOf = open }: TownOptions = {}) {
  const house = await openDesk({
    capabilitiesOf,
    features: (storage) => [roadFeature(storage, capabilitiesOf, hooks)],
    burst: { privateQuietMs: 0, groupQuietMs: 0 },
  })
  const { errors } = await importRoster(TOWN, {
    store: house.storage.membership,
    transactions: house.storage.transactions,
    at: house.clock.now(),
    dryRun: false,
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  const now = () => house.clock.now()
  const stdio = openScripted({ name: 'stdio', now })
  const telegram = openScripted({ name: 'telegram', account: 'stdio', now })
  await house.desk.open(stdio.platform)
  await house.desk.open(telegram.platform)
  /** Broadcasts and letters of earlier tests in the same town. */
  let before = { broadcasts: 0, stdio: 0, telegram: 0 }
  const number = (n = 1) => before.broadcasts + n
  const read = async (n?: number) => {
    const { mailings, transactions } = house.storage
    const id = `notice:${number(n)}`
    return transactions.inOne(now(), async (work) => ({
      mailing: await mailings.find(id, work),
      recipients: await mailings.listRecipients(id, work),
      tally: (await mailings.tallies([id], work)).get(id),
    }))
  }
  return {
    ...house,
    stdio,
    telegram,
    /** The number of the n-th broadcast of this test, and how it stands. */
    number,
    read,
    /** A test begins: every platform is well, and what was ordered before is over. */
    async anew(): Promise<void> {
      stdio.answers(() => undefined)
      telegram.answers(() => undefined)
      hooks.mayLeave = async () => true
      // Nobody speaks so much at once that they are taken for a program.
      await house.pass(300_000)
      const [all] = await house.read<{ n: number }>('SELECT count(*)::int AS n FROM "Mailing"')
      before = { broadcasts: all?.n ?? 0, stdio: stdio.sent.length, telegram: telegram.sent.length }
    },
    passTo: (time: string) => house.pass(new Date(time).getTime() - now().getTime()),
    async says(person: string, text: string): Promise<void> {
      await stdio.as(`u-${person}`).says(text)
      await house.settle()
    },
    async chooses(person: string, choice: string): Promise<void> {
      const prompt = stdio.sent.findLast(({ to, choices }) => to.chatId === `u-${person}` && choices)
      await stdio.as(`u-${person}`).chooses(choice, prompt?.id)
      await house.settle()
    },
    async orders(order: Partial<MailingOrder> & Pick<MailingOrder, 'audience'>): Promise<void> {
      await stdio.as('u-song').says(`发 ${JSON.stringify({ text: '明天停水', topic: 'meeting', ...order })}`)
      await house.settle()
    },
    /** What somebody heard since the test began. */
    told: (person: string) =>
      stdio.sent
        .slice(before.stdio)
        .filter(({ to }) => to.chatId === `u-${person}`)
        .map(({ text }) => text),
    /** Letters of broadcasts since the test began. */
    letters: () =>
      [...stdio.sent.slice(before.stdio), ...telegram.sent.slice(before.telegram)].filter(
        ({ mailing }) => mailing !== undefined,
      ),
    /** What chats other than these people read. */
    broadcast() {
      return this.letters().map(({ to, text, editsMessageIds }) => ({
        to: to.chatId,
        text,
        edits: editsMessageIds !== undefined,
      }))
    },
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>

export const chambers = (...codes: string[]) => ({
  everybody: false,
  chambers: codes,
  groups: [],
  exceptChambers: [],
  exceptGroups: [],
})
