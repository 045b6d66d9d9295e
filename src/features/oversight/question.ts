/** 领导能问什么: the closed list of questions. Whatever is asked becomes one of these or is not answered. */
import { z } from 'zod'
import { categories } from '../../kernel/appeal-terms.ts'

/**
 * Which entries are counted. `open` 没办完; `overdue` open and past its due date; `due` open and its due date
 * lies in the period; `pressing` open and 特急 or 紧急; `unassigned` open and with no unit; `fresh` filed in
 * the period; `done` resolved in the period; `unsatisfied` rated so; `all` whatever state.
 */
export const COUNTED = [
  'open',
  'overdue',
  'due',
  'pressing',
  'unassigned',
  'sentBack',
  'paused',
  'fresh',
  'done',
  'unsatisfied',
  'all',
] as const
export type Counted = (typeof COUNTED)[number]

/** From the first moment of `from` to the last of `to`; days in Asia/Shanghai, `YYYY-MM-DD`. */
export const Period = z.object({ from: z.string(), to: z.string(), label: z.string() })
export type Period = z.infer<typeof Period>

/** Narrowing within what the asker may see; it never widens that. Codes of the roster. */
export const Where = z.object({
  company: z.string().nullable(),
  chamber: z.string().nullable(),
  /** Town as the roster writes it. */
  town: z.string().nullable(),
  unit: z.string().nullable(),
  category: z.enum(categories).nullable(),
  /** 某领导包的: what this leader answers for. */
  leader: z.string().nullable(),
  /** 我包的: only what the asker answers for, also where they may see all. */
  mine: z.boolean(),
})
export type Where = z.infer<typeof Where>

export const Question = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('count'),
    counted: z.enum(COUNTED),
    where: Where,
    period: Period.nullable(),
    /** Words that were taken for nothing: said back, so that nobody trusts a figure for the wrong firm. */
    unread: z.string().nullable(),
  }),
  /** One entry by number; a short number is this year's, then last year's. */
  z.object({ kind: z.literal('number'), numbers: z.array(z.string()) }),
  /** One entry by company and what it is about. */
  z.object({ kind: z.literal('matter'), where: Where, words: z.array(z.string()) }),
  z.object({ kind: z.literal('news'), where: Where, period: Period, unread: z.string().nullable() }),
  /** Whom the asker answers for. */
  z.object({ kind: z.literal('scope') }),
])
export type Question = z.infer<typeof Question>

export const NOWHERE: Where = {
  company: null,
  chamber: null,
  town: null,
  unit: null,
  category: null,
  leader: null,
  mine: false,
}
