import { seeded } from './run-torture.ts'

/** What a platform does with the one letter of a broadcast to a chat, the first time; afterwards it takes it. */
export type Fate = 'accept' | 'hang-up' | 'refuse' | 'later' | 'trouble'

export const CARRIERS = ['telegram', 'wecom', 'wechat'] as const
export type Carrier = (typeof CARRIERS)[number]

export interface MailingScenario {
  readonly roster: { readonly people: readonly object[]; readonly [section: string]: unknown }
  /** Every chat that is to get it, by `platform:number`. */
  readonly chats: readonly string[]
  readonly fates: Readonly<Record<string, Fate>>
}

export interface MailingSizes {
  readonly recipients: number
  /** How many of them on WeChat, which is by far the slowest. */
  readonly onWechat: number
  readonly seed: number
}

export const STAFF = 'u-song'
export const REVIEWER = 'u-fu'
const GROUPS = 30
const IN_EACH_GROUP = 5

/**
 * Thirty chambers with a group each, ten on every platform, and one large chamber without: its people get it alone. Of a
 * hundred chats one answers nothing, one refuses, one wants patience, one is in trouble at first.
 */
export function makeMailingScenario({ recipients, onWechat, seed }: MailingSizes): MailingScenario {
  const random = seeded(seed)
  const carrierOf = (n: number): Carrier => {
    if (n < onWechat) return 'wechat'
    return n % 3 === 0 ? 'wecom' : 'telegram'
  }
  const number = (carrier: Carrier, n: number) =>
    carrier === 'telegram' ? String(1_000_000 + n) : `${carrier}-${n}`
  const alone = Array.from({ length: recipients - GROUPS }, (_, n) => {
    const platform = carrierOf(n)
    const id = number(platform, n)
    const accounts = [{ platform, id }]
    return { code: `p${n}`, name: `会员${n}号`, roles: ['member'], chamber: 'large', accounts }
  })
  const groups = Array.from({ length: GROUPS }, (_, n) => {
    const platform = CARRIERS[n % 3] as Carrier
    const id = platform === 'telegram' ? String(-1_001_000_000_000 - n) : `room-${n}`
    return { code: `g${n}`, platform, id, title: `第${n}群`, chamber: `c${n}`, audience: 'members' }
  })
  const inGroups = groups.flatMap(({ chamber }, n) =>
    Array.from({ length: IN_EACH_GROUP }, (_, k) => ({
      code: `m${n}-${k}`,
      name: `群友${n}之${k}`,
      roles: ['member'],
      chamber,
      accounts: [],
    })),
  )
  const staff = (code: string, name: string, role: string) => ({
    code,
    name,
    roles: [role],
    accounts: [{ platform: 'wecom', id: `u-${code}` }],
  })
  const chats = [...alone.map(({ accounts }) => accounts[0]), ...groups].map(
    (one) => `${one?.platform}:${one?.id}`,
  )
  const fates: Record<string, Fate> = {}
  for (const chat of chats) {
    const luck = random()
    if (luck < 0.04)
      fates[chat] = (['hang-up', 'refuse', 'later', 'trouble'] as const)[Math.floor(luck * 100)] ?? 'trouble'
  }
  return {
    roster: {
      federation: { name: '平川县工商业联合会' },
      chambers: [
        { code: 'large', name: '综合商会' },
        ...groups.map(({ chamber }, n) => ({ code: chamber, name: `第${n}商会` })),
      ],
      people: [staff('song', '宋敏', 'staff'), staff('fu', '傅立', 'reviewer'), ...alone, ...inGroups],
      groups,
    },
    chats,
    fates,
  }
}
