/** 领导能问什么: the closed list of questions. Whatever is asked becomes one of these or is not answered. */
import { z } from 'zod'
import { categories } from '../../../kernel/appeal-terms.ts'

/**
 * Which matters are counted, and which of their times a period is about.
 * As they stand now, a period meaning when they were filed: `open` 没办完; `overdue` open, not paused and past its time;
 * `pressing` open and 特急 or 紧急; `unassigned` open and with no unit; `paused`; `all` whatever became of it.
 * `due`: open, its time lies in the period. `backlog`: was open at the end of the period.
 * `fresh`: filed in the period. `done`: resolved in it; of these `satisfied`, `unsatisfied` as rated, `unsolved` where
 * the asker said it is not or only partly. `sentBack`: sent back by a unit in the period; without one, waiting now
 * after it was. `excluded`: granted out of a rate in the period. `referred`, `withdrawn`, `merged`: ended so in it.
 */
export const COUNTED = [
  'open',
  'backlog',
  'overdue',
  'due',
  'pressing',
  'unassigned',
  'sentBack',
  'paused',
  'fresh',
  'done',
  'satisfied',
  'unsatisfied',
  'unsolved',
  'excluded',
  'referred',
  'withdrawn',
  'merged',
  'all',
] as const
export type Counted = (typeof COUNTED)[number]

/**
 * 响应率、解决率、满意率 as the office defines them; `onTime` 按时办结率: of what was resolved in the period, resolved by its
 * time; `days` 平均用时: from filing to resolution in calendar days, of what was resolved in the period.
 */
export const RATES = ['response', 'resolution', 'satisfaction', 'onTime', 'days'] as const
export type Rate = (typeof RATES)[number]

export const MEASURES = [...COUNTED, ...RATES] as const
export type Measure = (typeof MEASURES)[number]

/** By what figures are told apart. */
export const GROUPINGS = ['unit', 'category', 'chamber', 'town', 'company', 'leader'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** From the first moment of `from` to the last of `to`; days in Asia/Shanghai, `YYYY-MM-DD`. */
export const Period = z.object({ from: z.string(), to: z.string(), label: z.string() })
export type Period = z.infer<typeof Period>

/** Narrowing within what the asker may see; it never widens that. Codes of the roster. */
export const Where = z.object({
  company: z.string().nullable(),
  chamber: z.string().nullable(),
  /** Town as the roster writes it. */
  town: z.string().nullable(),
  /** Trade as the roster writes it. */
  trade: z.string().nullable(),
  unit: z.string().nullable(),
  category: z.enum(categories).nullable(),
  /** 某领导包的: what this leader answers for. */
  leader: z.string().nullable(),
  /** 我包的: only what the asker answers for, also where they may see all. */
  mine: z.boolean(),
})
export type Where = z.infer<typeof Where>

export const NOWHERE: Where = {
  company: null,
  chamber: null,
  town: null,
  trade: null,
  unit: null,
  category: null,
  leader: null,
  mine: false,
}

/** Words that were taken for nothing: said back, so that nobody trusts a figure for the wrong firm. */
const unread = z.string().nullable()
const measure = z.enum(MEASURES)
const grouping = z.enum(GROUPINGS)

export const Question = z.discriminatedUnion('kind', [
  /** 还有几件, 哪几件: the number and the first lines of its list. `top` 拖得最久的三件: only so many. */
  z.object({
    kind: z.literal('count'),
    of: z.enum(COUNTED),
    where: Where,
    period: Period.nullable(),
    order: z.enum(['usual', 'oldest', 'newest', 'latest']),
    top: z.number().int().positive().nullable(),
    unread,
  }),
  /** 解决率多少; `of` null: 三率. Without a period this year. */
  z.object({ kind: z.literal('rate'), of: z.enum(RATES).nullable(), where: Where, period: Period, unread }),
  /** 融资类占多少: of everything that `of` counts in the period, how much is where `where` narrows it to. */
  z.object({ kind: z.literal('share'), of: z.enum(COUNTED), where: Where, period: Period, unread }),
  /** 走势, 按月: one point a step. */
  z.object({
    kind: z.literal('trend'),
    of: measure,
    where: Where,
    period: Period,
    by: z.enum(['day', 'week', 'month']),
    unread,
  }),
  /** 比上月, 同比. */
  z.object({
    kind: z.literal('comparison'),
    of: measure,
    where: Where,
    period: Period,
    with: Period,
    unread,
  }),
  /** 为啥跌了: what moved it between two periods, by category and unit. */
  z.object({ kind: z.literal('why'), of: measure, where: Where, period: Period, with: Period, unread }),
  /** 哪个部门最慢, 反映最多的是啥. `among`: only between these codes, A 和 B 哪个多; empty: between all. */
  z.object({
    kind: z.literal('ranking'),
    of: measure,
    by: grouping,
    order: z.enum(['most', 'least']),
    among: z.array(z.string()),
    where: Where,
    period: Period.nullable(),
    unread,
  }),
  /** 为什么退单: in the units' own words. `unsatisfied`: what askers said; `paused`: what is waited for. */
  z.object({
    kind: z.literal('reasons'),
    of: z.enum(['sentBack', 'paused', 'unsatisfied', 'excluded']),
    where: Where,
    period: Period.nullable(),
    unread,
  }),
  /** 积压的都多久了: the open ones by how long they are open. */
  z.object({ kind: z.literal('age'), where: Where, unread }),
  /** One matter by number; a short number is this year's, then last year's. */
  z.object({ kind: z.literal('number'), numbers: z.array(z.string()) }),
  /** One matter by company and what it is about. */
  z.object({ kind: z.literal('matter'), where: Where, words: z.array(z.string()) }),
  /** What happened. */
  z.object({ kind: z.literal('news'), where: Where, period: Period, unread }),
  /** Whom the asker answers for. */
  z.object({ kind: z.literal('scope') }),
  /** 防汛那次捐了多少: how a drive stands; `drive` null: all of them. */
  z.object({
    kind: z.literal('drive'),
    drive: z.number().int().nullable(),
    of: z.enum(['standing', 'pledged', 'booked', 'used', 'differences']),
  }),
  /** 通知57谁没回; `notice` null: the latest that awaits answers. */
  z.object({
    kind: z.literal('receipts'),
    notice: z.number().int().nullable(),
    of: z.enum(['standing', 'missing', 'acknowledged']),
  }),
  /** 我还欠几次走访: what is owed or was done of a leader's duties. `visit` null: all kinds. */
  z.object({
    kind: z.literal('visits'),
    of: z.enum(['owed', 'done']),
    visit: z.enum(['visit', 'meeting', 'condolence', 'critique']).nullable(),
    where: Where,
    period: Period,
    unread,
  }),
  /** 匿名反映的那个是哪家: refused, with how unsealing works. */
  z.object({ kind: z.literal('sealed') }),
])
export type Question = z.infer<typeof Question>
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>
