import type { Chat } from '../../src/kernel/chat.ts'
import { seeded } from './run-torture.ts'

/** What befalls a letter the first time it is tried. */
export type Fault =
  | { readonly kind: 'later'; readonly seconds: number }
  | { readonly kind: 'busy' | 'failed' | 'hang-up' }

export interface PostScenario {
  readonly letters: readonly { readonly id: string; readonly to: Chat; readonly text: string }[]
  /** By the text of the letter. */
  readonly faults: Readonly<Record<string, Fault>>
  /** Private chats whose owner blocked us. */
  readonly blocked: readonly string[]
  /** Groups that have another number, which the platform tells whoever writes to the old one. */
  readonly migrated: Readonly<Record<string, string>>
  /** People who ask something now and then. */
  readonly askers: readonly string[]
}

export interface PostSizes {
  readonly letters: number
  readonly chats: number
  readonly seed: number
}

const MIGRATIONS = 5
/** Groups that get so many letters that their minute is what holds them up. */
const BUSY_GROUPS = 3
const BUSY_LETTERS = 45

/** Of every hundred letters two are told to wait, two meet a server in trouble, and one is taken and not answered. */
export function makePostScenario({ letters: count, chats: chatCount, seed }: PostSizes): PostScenario {
  const random = seeded(seed)
  const chats = Array.from({ length: chatCount }, (_, n): Chat => {
    const isGroup = n % 5 < 2
    const chatId = isGroup ? String(-1_001_000_000_000 - n) : String(1_000_000 + n)
    return { platform: 'telegram', account: 'telegram', kind: isGroup ? 'group' : 'private', chatId }
  })
  const groups = chats.filter(({ kind }) => kind === 'group')
  const homes = chats.filter(({ kind }) => kind === 'private').map(({ chatId }) => chatId)
  const blocked = homes.filter((_, n) => n % 60 === 7)
  const migrated = Object.fromEntries(
    groups.slice(10, 10 + MIGRATIONS).map(({ chatId }) => [chatId, String(Number(chatId) - 5_000_000)]),
  )
  const busy = groups.slice(0, BUSY_GROUPS).flatMap((group) => Array<Chat>(BUSY_LETTERS).fill(group))
  const isBusy = count >= 20 * busy.length
  const faults: Record<string, Fault> = {}
  const letters = Array.from({ length: count }, (_, n) => {
    const every = Math.floor(count / busy.length)
    const to = isBusy && n % every === 3 ? busy[Math.floor(n / every) % busy.length] : undefined
    const text = `第 ${n} 封`
    const luck = random()
    if (luck < 0.02) faults[text] = { kind: 'later', seconds: 1 + Math.floor(random() * 2) }
    else if (luck < 0.04) faults[text] = { kind: luck < 0.03 ? 'busy' : 'failed' }
    else if (luck < 0.05) faults[text] = { kind: 'hang-up' }
    return { id: `out-post-${String(n).padStart(6, '0')}`, to: to ?? (chats[n % chatCount] as Chat), text }
  })
  const askers = homes.filter((home) => !blocked.includes(home))
  return { letters, faults, blocked, migrated, askers }
}
