import type { CalendarYear } from '../../../kernel/calendar-year.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { missingYearSentence } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'

export const calendarChoices: readonly Choice[] = [
  { id: 'yes', label: '确认加载' },
  { id: 'no', label: '不加载' },
]

export const changeTermChoices: readonly Choice[] = [
  { id: 'yes', label: '确认改时限' },
  { id: 'no', label: '不改' },
]

const MOST_LINES = 10

interface Term {
  readonly dueAt: Date | null
  readonly resolveDueAt: Date | null
}
interface ChangedTerm {
  readonly appeal: Pick<Appeal, 'number' | 'dueAt' | 'resolveDueAt'>
  readonly deadlines: Term
}

const said = (date: Date | null, now: Date) => (date === null ? '未定' : dayAndHour(date, now))

/** 10月1日至7日, 2026年12月31日至2027年1月2日 */
function span(from: string, to: string, year: number): string {
  const words = (day: string, beside: string) => {
    const [y = '', month = '', date = ''] = day.split('-')
    const ofYear = Number(y) === year && beside.startsWith(y) ? '' : `${y}年`
    return `${ofYear}${Number(month)}月${Number(date)}日`
  }
  if (from === to) return words(from, `${year}`)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${words(from, to)}至${Number(to.slice(8))}日`
    : `${words(from, to)}至${words(to, from)}`
}

const source = ({ notice }: CalendarYear) => (notice === undefined ? '' : `（${notice}）`)

export const termsTexts = {
  /** What staff read where a deadline could not be computed. */
  missingYear: missingYearSentence,

  /** 时限由周四 17:30 改为 11月30日（周一）17:30 */
  change: (before: Term, after: Term, now: Date) =>
    before.dueAt?.getTime() === after.dueAt?.getTime()
      ? `办结时限由 ${said(before.resolveDueAt, now)} 改为 ${said(after.resolveDueAt, now)}`
      : `时限由 ${said(before.dueAt, now)} 改为 ${said(after.dueAt, now)}`,
  becauseOf: (year: number) => `${year} 年工作日历已加载`,
  becauseKnown: () => '工作日历已齐',

  askerNowKnown: ({ number, contactedAt }: Pick<Appeal, 'number' | 'contactedAt'>, due: string) =>
    contactedAt === null
      ? `您的诉求 ${number} 的时限定下来了：${due} 前，工作人员答复您由谁办、怎么办。`
      : `您的诉求 ${number} 的时限定下来了：${due} 前办结。办完我会来问您结果。`,
  unitNowKnown: (number: string, due: string) => `${number} 的时限定下来了，请在 ${due} 前办结。`,

  holidays: (year: CalendarYear) =>
    year.holidays.map(({ name, from, to, makeUp }) => {
      const works =
        makeUp.length === 0 ? '' : `；${makeUp.map((day) => span(day, day, year.year)).join('、')}上班`
      return `${name}：${span(from, to, year.year)}放假${works}`
    }),
  calendarPreview: (year: CalendarYear, changed: readonly ChangedTerm[], replaces: boolean, now: Date) =>
    [
      `请核对 ${year.year} 年工作日历${source(year)}：`,
      ...termsTexts.holidays(year),
      ...(replaces ? [`${year.year} 年已经有一份，加载后以这份为准。`] : []),
      ...effect(changed, now, '会重新计算'),
      '确认加载吗？',
    ].join('\n'),
  loaded: (year: CalendarYear, changed: readonly ChangedTerm[], now: Date) =>
    [`${year.year} 年工作日历已加载${source(year)}。`, ...effect(changed, now, '已重新计算')].join('\n'),
  notLoaded: (year: number) => `好的，${year} 年的工作日历没有加载。`,
  calendarTimedOut: (year: number) => `${year} 年的工作日历放了一天没有确认，没有加载。`,
  pasteNotice: (year: number) =>
    `请把国务院办公厅《关于${year}年部分节假日安排的通知》的正文贴给我，我核对后再加载。不加载了，说“算了”。`,
  whichYear: () => '是哪一年的通知？请说“工作日历 2027”，再贴通知正文。',
  mistakes: (mistakes: readonly string[]) =>
    [
      '这份通知没有加载，下面几处没看懂或者对不上：',
      ...mistakes.slice(0, MOST_LINES),
      '请核对原文后重新发一遍。',
    ].join('\n'),
  years: (years: readonly number[], loaded: readonly number[]) =>
    [
      `工作日历有 ${ranges(years)} 年${loaded.length === 0 ? '' : `，其中 ${loaded.join('、')} 年是后来加载的`}。`,
      `要加下一年的，说“工作日历 ${Math.max(...years) + 1}”，再贴国务院办公厅放假通知的正文。`,
    ].join('\n'),
  calendarNotForYou: () => '工作日历由工商联工作人员维护。',

  changePreview: (
    about: { readonly number: string; readonly summary: string; readonly reason: string },
    before: Term,
    dueAt: Date,
    days: number,
    now: Date,
  ) =>
    [
      `请核对：${about.number}（${about.summary}）`,
      `办结时限由 ${said(before.resolveDueAt ?? before.dueAt, now)} 改为 ${dayAndHour(dueAt, now)}（今天起 ${days} 个工作日）`,
      `理由：${about.reason}`,
      '新时限和理由会告诉诉求人和承办单位。确认吗？',
    ].join('\n'),
  changed: (number: string, before: string, after: string) =>
    `${number} 的时限已由 ${before} 改为 ${after}，已告诉诉求人和承办单位。`,
  askerChanged: (number: string, after: string, reason: string) =>
    `您的诉求 ${number} 的办结时限改为 ${after}。原因：${reason}`,
  unitChanged: (number: string, after: string, reason: string) =>
    `${number} 的时限改为 ${after}。理由：${reason}`,
  staffChanged: (number: string, before: string, after: string, reason: string) =>
    `${number} 的时限由 ${before} 改为 ${after}。理由：${reason}`,
  notChanged: (number: string) => `好的，${number} 的时限没有改。`,
  changeTimedOut: (number: string) => `${number} 改时限放了一天没有确认，没有生效。`,
  changeNotForYou: () => '改时限由工商联工作人员操作。承办单位一时办不完，可以说“申请延期 0012 5天 理由”。',
  whichToChange: () => '改哪一件的时限，请带上编号、天数和理由，例如“改时限 0312 5天 企业补材料”。',
  howManyDays: (number: string) => `${number} 从今天起给几个工作日？`,
  whyChange: (number: string) => `${number} 为什么改时限？请说一句理由，会告诉诉求人。`,
  daysOutOfRange: (most: number) => `时限请在 1 到 ${most} 个工作日之间。要几个工作日？`,
  tooLate: (number: string, most: number, last: string) =>
    `${number} 从登记起最多 ${most} 个工作日，到 ${last} 为止，不能再往后改。要几个工作日？`,
  notChangeable: (number: string) => `${number} 不在办理中，不用改时限。`,
}

function effect(changed: readonly ChangedTerm[], now: Date, verb: string): string[] {
  if (changed.length === 0) return ['没有诉求的时限因此改变。']
  const known = changed.filter(({ appeal }) => appeal.dueAt === null).length
  const counts = [
    ...(known > 0 ? [`${known} 件原来时限未定`] : []),
    ...(changed.length > known ? [`${changed.length - known} 件时限有变`] : []),
  ]
  return [
    `${verb} ${changed.length} 件：${counts.join('，')}。`,
    ...changed
      .slice(0, MOST_LINES)
      .map(({ appeal, deadlines }) => `${appeal.number} ${termsTexts.change(appeal, deadlines, now)}`),
    ...(changed.length > MOST_LINES ? [`另有 ${changed.length - MOST_LINES} 件没有列出。`] : []),
  ]
}

/** 2014–2026、2028 */
function ranges(years: readonly number[]): string {
  const parts: number[][] = []
  for (const year of years.toSorted((a, b) => a - b)) {
    const last = parts.at(-1)
    if (last !== undefined && last.at(-1) === year - 1) last.push(year)
    else parts.push([year])
  }
  return parts.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join('、'))).join('、')
}
