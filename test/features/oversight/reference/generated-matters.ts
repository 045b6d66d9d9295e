/** Appeals as they may stand in the table, made by chance: every state, sealed ones, times on the very edge of a day. */
import type { Database } from '../../../../src/adapters/storage/client.ts'
import {
  type AppealState,
  appealStates,
  type Category,
  categories,
  isOpen,
} from '../../../../src/kernel/appeal-terms.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import type { Dice } from './dice.ts'
import { GONE, LEADERS } from './generated-roster.ts'

/** A Friday; a period may run on after it. */
export const NOW = new Date('2026-11-20T10:00:00+08:00')
export const TODAY = '2026-11-20'
const DAY = 86_400_000
/** Two years back. */
const FIRST = new Date('2024-12-01T00:00:00+08:00').getTime()

/** Midnights at which periods that are asked about begin and end. */
const EDGES = ['2026-01-01', '2026-07-01', '2026-11-01', '2026-11-16', '2026-11-19', '2026-11-20'] as const

export interface Matter {
  readonly number: string
  readonly status: AppealState
  readonly category: Category
  readonly urgency: 'critical' | 'urgent' | 'normal'
  readonly company: string | null
  readonly chamber: string | null
  readonly leader: string | null
  readonly sealed: boolean
  readonly unit: string | null
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  readonly endedAt: Date | null
  readonly contactDueAt: Date | null
  readonly contactedAt: Date | null
  readonly resolveDueAt: Date | null
  readonly satisfaction: 'satisfied' | 'unsatisfied' | null
  readonly outcome: 'solved' | 'partly' | 'unsolved' | null
  readonly closeKind: 'fixed' | 'explained' | 'notPossible' | null
  readonly events: readonly { readonly at: Date; readonly act: string; readonly words: string | null }[]
  readonly granted: readonly {
    readonly at: Date
    readonly isGranted: boolean
    readonly words: string
    readonly out: Readonly<Record<'response' | 'resolution' | 'satisfaction', boolean>>
  }[]
}

/** In every word of a sealed one; it must come out nowhere. */
export const SECRET = '绝密字样'

export function generateMatters(dice: Dice, directory: Directory, count: number): readonly Matter[] {
  return Array.from({ length: count }, (_, n) => generateMatter(dice, directory, n + 1))
}

function generateMatter(dice: Dice, directory: Directory, n: number): Matter {
  /** Some on the very edge of a period: exactly at midnight, or a thousandth of a second before it. */
  const moment = (from: number, before: number) => {
    const edge = new Date(`${dice.pick(EDGES)}T00:00:00+08:00`).getTime() - dice.below(2)
    if (dice.isWithin(0.2) && from <= edge && edge < before) return new Date(edge)
    return new Date(Math.floor(from + dice.next() * Math.max(before - from, 1)))
  }
  const maybe = <T>(share: number, make: () => T): T | null => (dice.isWithin(share) ? make() : null)
  const status = dice.isWithin(0.35) ? 'closed' : dice.pick(appealStates)
  const age = dice.isWithin(0.5) ? 60 * DAY : NOW.getTime() - FIRST
  const filedAt = moment(NOW.getTime() - age, NOW.getTime())
  const since = (share = 1) => moment(filedAt.getTime(), NOW.getTime() - (1 - share) * DAY)
  const ahead = () => new Date(filedAt.getTime() + Math.floor(dice.next() * 20 * DAY))
  const isDone = status === 'resolved' || status === 'closed'
  const ended = isOpen(status) ? null : since()
  const sealed = dice.isWithin(0.12)
  const firm = dice.isWithin(0.9) ? `co-${dice.below(directory.companies.size)}` : GONE
  const chamber = directory.companies.get(firm)?.chamber ?? maybe(0.7, () => `ch-${dice.below(8)}`)
  return {
    number: `${filedAt.getUTCFullYear()}-${String(n).padStart(4, '0')}`,
    status,
    category: dice.pick(categories),
    urgency: dice.pick(['critical', 'urgent', 'normal', 'normal']),
    company: sealed || dice.isWithin(0.05) ? null : firm,
    chamber,
    leader: maybe(0.8, () => dice.pick(LEADERS)),
    sealed,
    unit: maybe(0.8, () => `un-${dice.below(6)}`),
    filedAt,
    dueAt: maybe(0.8, ahead),
    resolvedAt: isDone || (!isOpen(status) && dice.isWithin(0.2)) ? ended : null,
    endedAt: ended,
    contactDueAt: maybe(0.9, ahead),
    contactedAt: maybe(0.8, () => since()),
    resolveDueAt: maybe(0.8, ahead),
    satisfaction: isDone
      ? maybe(0.6, () => dice.pick(['satisfied', 'satisfied', 'unsatisfied'] as const))
      : null,
    outcome: isDone ? maybe(0.7, () => dice.pick(['solved', 'solved', 'partly', 'unsolved'] as const)) : null,
    closeKind: status === 'closed' ? dice.pick(['fixed', 'explained', 'notPossible']) : null,
    events: Array.from({ length: dice.below(4) }, () => ({
      at: since(),
      act: dice.pick(['sendBack', 'pause', 'rate', 'dispatch', 'file', 'resolve', 'sourceChanged']),
      words: maybe(0.8, () => (sealed ? SECRET : `第${n}件的话`)),
    })).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    granted: dice.isWithin(0.15)
      ? Array.from({ length: 1 + dice.below(2) }, () => ({
          at: since(),
          isGranted: dice.isWithin(0.7),
          words: sealed ? SECRET : `第${n}件的话`,
          out: {
            response: dice.isWithin(0.4),
            resolution: dice.isWithin(0.5),
            satisfaction: dice.isWithin(0.5),
          },
        }))
      : [],
  }
}

export async function keepMatters(
  client: Database,
  matters: readonly Matter[],
  { companies }: Directory,
): Promise<void> {
  await client.appeal.createMany({
    data: matters.map(({ events: _, granted: __, ...matter }) => ({
      ...matter,
      version: 1,
      companyName: matter.sealed ? null : (companies.get(matter.company ?? '')?.name ?? '没记的公司'),
      asker: matter.sealed ? null : 'he',
      askerName: matter.sealed ? null : '何志平',
      askerDigest: 'digest',
      sealedAsker: matter.sealed ? SECRET : null,
      summary: matter.sealed ? SECRET : '事由',
      text: matter.sealed ? SECRET : '事由',
      resolution: matter.sealed ? SECRET : null,
      files: [],
      sources: [],
      followers: 0,
      reminders: 0,
    })),
  })
  await client.appealEvent.createMany({
    data: matters.flatMap(({ number, status, events }) =>
      events.map(({ at, act, words }, n) => ({
        id: `${number}:${n}`,
        number,
        at,
        act,
        to: status,
        role: 'handler',
        note: words,
      })),
    ),
  })
  await client.appealApplication.createMany({
    data: matters.flatMap(({ number, granted }) =>
      granted.map(({ at, isGranted, words, out }, n) => ({
        id: `${number}:x${n}`,
        version: 1,
        number,
        kind: 'exclusion',
        state: isGranted ? 'granted' : 'refused',
        askedBy: 'staff',
        askedAt: at,
        reason: words,
        detail: { code: '05', rated: false, ...out },
        decidedBy: 'le-1',
        decidedAt: at,
      })),
    ),
  })
}
