/** One or more of each kind of question of the closed list; the round names another company, unit, leader or matter. */
import {
  type Measure,
  NOWHERE,
  type Period,
  type Question,
  type QuestionOf,
  type Where,
} from '../../src/features/oversight/asking/question.ts'

export interface Case {
  readonly name: string
  readonly question: (round: number) => Question
}

const year: Period = { from: '2026-01-01', to: '2026-11-20', label: '今年' }
const yearBefore: Period = { from: '2025-01-01', to: '2025-11-20', label: '去年同期' }
const month: Period = { from: '2026-11-01', to: '2026-11-20', label: '这个月' }
const monthBefore: Period = { from: '2026-10-01', to: '2026-10-31', label: '上个月' }
const yesterday: Period = { from: '2026-11-19', to: '2026-11-19', label: '昨天' }

const unread = null
const count = (
  of: QuestionOf<'count'>['of'],
  period: Period | null,
  where: Partial<Where> = {},
): QuestionOf<'count'> => ({
  kind: 'count',
  of,
  where: { ...NOWHERE, ...where },
  period,
  order: 'usual',
  top: null,
  unread,
})
const rate = (of: QuestionOf<'rate'>['of'], period: Period): Question => ({
  kind: 'rate',
  of,
  where: NOWHERE,
  period,
  unread,
})
const trend = (of: Measure, period: Period, by: 'day' | 'week' | 'month'): Question => ({
  kind: 'trend',
  of,
  where: NOWHERE,
  period,
  by,
  unread,
})
const between = (of: Measure, period: Period, before: Period) => ({
  of,
  where: NOWHERE,
  period,
  with: before,
  unread,
})
const ranking = (of: Measure, by: QuestionOf<'ranking'>['by'], period: Period | null): Question => ({
  kind: 'ranking',
  of,
  by,
  order: 'most',
  among: [],
  where: NOWHERE,
  period,
  unread,
})
const reasons = (of: QuestionOf<'reasons'>['of'], period: Period | null): Question => ({
  kind: 'reasons',
  of,
  where: NOWHERE,
  period,
  unread,
})
const always =
  (question: Question): Case['question'] =>
  () =>
    question

export const CASES: readonly Case[] = [
  { name: 'count: open', question: always(count('open', null)) },
  { name: 'count: overdue', question: always(count('overdue', null)) },
  { name: 'count: new this month', question: always(count('fresh', month)) },
  { name: 'count: done this year', question: always(count('done', year)) },
  { name: 'count: sent back this year', question: always(count('sentBack', year)) },
  { name: 'count: backlog of last month', question: always(count('backlog', monthBefore)) },
  { name: 'count: all there ever were', question: always(count('all', null)) },
  { name: 'count: of a company', question: (n) => count('all', null, { company: `co-${(n % 60) + 180}` }) },
  { name: 'count: of a unit this year', question: (n) => count('fresh', year, { unit: `un-${n % 60}` }) },
  { name: 'count: of a leader', question: (n) => count('open', null, { leader: `le-${(n * 13) % 500}` }) },
  { name: 'rate: all three, this month', question: always(rate(null, month)) },
  { name: 'rate: all three, this year', question: always(rate(null, year)) },
  { name: 'rate: on time, this year', question: always(rate('onTime', year)) },
  {
    name: 'share: of this year',
    question: always({
      kind: 'share',
      of: 'fresh',
      where: { ...NOWHERE, category: 'financing' },
      period: year,
      unread,
    }),
  },
  { name: 'trend: new, by month', question: always(trend('fresh', year, 'month')) },
  { name: 'trend: resolution, by month', question: always(trend('resolution', year, 'month')) },
  { name: 'trend: backlog, by month', question: always(trend('backlog', year, 'month')) },
  { name: 'trend: new, by day', question: always(trend('fresh', monthBefore, 'day')) },
  {
    name: 'comparison: new, two months',
    question: always({ kind: 'comparison', ...between('fresh', month, monthBefore) }),
  },
  {
    name: 'comparison: resolution, two years',
    question: always({ kind: 'comparison', ...between('resolution', year, yearBefore) }),
  },
  {
    name: 'why: resolution, two months',
    question: always({ kind: 'why', ...between('resolution', month, monthBefore) }),
  },
  { name: 'ranking: new by category', question: always(ranking('fresh', 'category', year)) },
  { name: 'ranking: days by unit', question: always(ranking('days', 'unit', year)) },
  { name: 'ranking: resolution by unit', question: always(ranking('resolution', 'unit', year)) },
  { name: 'ranking: open by company', question: always(ranking('open', 'company', null)) },
  { name: 'ranking: new by town', question: always(ranking('fresh', 'town', year)) },
  { name: 'ranking: new by leader', question: always(ranking('fresh', 'leader', year)) },
  { name: 'reasons: sent back this year', question: always(reasons('sentBack', year)) },
  { name: 'reasons: unsatisfied this year', question: always(reasons('unsatisfied', year)) },
  { name: 'reasons: paused', question: always(reasons('paused', null)) },
  { name: 'age', question: always({ kind: 'age', where: NOWHERE, unread }) },
  {
    name: 'number',
    question: (n) => ({ kind: 'number', numbers: [`2026-${String(n * 1001 + 1).padStart(4, '0')}`] }),
  },
  {
    name: 'matter: a company',
    question: (n) => ({
      kind: 'matter',
      where: { ...NOWHERE, company: `co-${(n % 60) + 180}` },
      words: ['续贷'],
    }),
  },
  {
    name: 'matter: words alone',
    question: always({ kind: 'matter', where: NOWHERE, words: ['厂门口的路'] }),
  },
  { name: 'news: yesterday', question: always({ kind: 'news', where: NOWHERE, period: yesterday, unread }) },
  { name: 'news: this month', question: always({ kind: 'news', where: NOWHERE, period: month, unread }) },
  { name: 'scope', question: always({ kind: 'scope' }) },
]
