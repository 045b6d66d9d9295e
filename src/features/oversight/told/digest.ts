/** 早报: what a morning's digest holds, and whether it is worth a message. */
import { z } from 'zod'
import type { Standing } from '../../../kernel/standing.ts'

const numbers = z.array(z.string()).readonly()

/** Counted by the clock, waiting to be told in the leader's own chat. */
const Prepared = z.object({
  /** The day it is for. */
  day: z.string(),
  /** What it is about: whole days, both included. */
  from: z.string(),
  to: z.string(),
  /** When the one before was counted, ISO 8601; null of the first. */
  since: z.string().nullable(),
  companies: z.number().int(),
  chambers: z.number().int(),
  fresh: numbers,
  overdue: numbers,
  /** Of the overdue, those that were not when the last one was counted. */
  newlyOverdue: z.number().int(),
  done: numbers,
  /** Rated so, or back because it is not solved. */
  unsatisfied: numbers,
  /** False where one of the lists is longer than is kept. */
  isWhole: z.boolean(),
})
export type Prepared = z.infer<typeof Prepared>

/** What a leader's row keeps: the last morning's state, so that the next one knows what changed. */
const Memory = z.object({
  pending: Prepared.nullable(),
  /** The last day that was counted; null before the first. */
  to: z.string().nullable(),
  countedAt: z.string().nullable(),
  overdue: numbers,
  unsatisfied: numbers,
  /** The receipts as they were told last. */
  receipts: z.string().nullable(),
  /** The last one that was told, and its day. */
  text: z.string().nullable(),
  toldOn: z.string().nullable(),
})
export type DigestMemory = z.infer<typeof Memory>

export const NOTHING_YET: DigestMemory = {
  pending: null,
  to: null,
  countedAt: null,
  overdue: [],
  unsatisfied: [],
  receipts: null,
  text: null,
  toldOn: null,
}

/** What no longer reads as today's shape begins anew. */
export function memoryOf(content: unknown): DigestMemory {
  const read = Memory.safeParse(content)
  return read.success ? read.data : NOTHING_YET
}

export const digestId = (person: string): string => `digest:${person}`

/** What other features have to say on a morning, asked in the leader's own name. */
export interface Besides {
  /** How receipts of people in their scope stand. */
  readonly receipts: string | null
  /** Numbers of instructions that came back since the last digest. */
  readonly returned: readonly string[]
  /** What is owed of visits, only near the end of a period. */
  readonly owed: string | null
}

/** Silent when nothing changed: what is owed of visits is said along, and is no reason by itself. */
export const isNews = (
  prepared: Prepared,
  before: Pick<DigestMemory, 'receipts'>,
  besides: Besides,
): boolean =>
  prepared.fresh.length > 0 ||
  prepared.newlyOverdue > 0 ||
  prepared.done.length > 0 ||
  prepared.unsatisfied.length > 0 ||
  besides.returned.length > 0 ||
  (besides.receipts !== null && besides.receipts !== before.receipts)

/** A task as its giver's list shows it, as far as a digest looks at it. */
interface ListedTask {
  readonly task: { readonly number: string; readonly state: string; readonly reportedAt: Date | null }
}

export function besidesOf(
  told: {
    readonly receipts: Standing | undefined
    readonly tasks: { readonly tasks: readonly ListedTask[] } | undefined
    readonly visits: Standing | undefined
  },
  since: Date | null,
): Besides {
  const returned = (told.tasks?.tasks ?? []).filter(
    ({ task }) =>
      (task.state === 'reported' || task.state === 'declined') &&
      task.reportedAt !== null &&
      (since === null || task.reportedAt >= since),
  )
  return {
    receipts: openIn(told.receipts),
    returned: returned.map(({ task }) => task.number),
    owed: openIn(told.visits),
  }
}

/** Only where something is still open: its lines say what. */
const openIn = (standing: Standing | undefined): string | null =>
  standing === undefined || standing.lines.length === 0 ? null : standing.head
