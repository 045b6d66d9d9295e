/** What the house says of its own accord to a leader. */
import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour, shanghaiTime } from '../../../kernel/clock.ts'
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import type { FigureLine } from '../figures/figure.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Besides, Prepared } from './digest.ts'
import { hourOf } from './digest-times.ts'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** More task numbers than these are a list of their own. */
const MOST_NAMED = 5

const monthDay = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

const days = ({ from, to }: Pick<Prepared, 'from' | 'to'>): string =>
  from === to
    ? monthDay(from)
    : `${monthDay(from)}至${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : monthDay(to)}`

function scope({ companies, chambers }: Prepared): string {
  const parts = [
    ...(chambers > 0 ? [`${chambers} 家商会`] : []),
    ...(companies > 0 ? [`${companies} 家企业`] : []),
  ]
  return `您包联的 ${parts.join('、')}`
}

export const toldTexts = {
  days,
  digestHead: (prepared: Prepared) => {
    const { weekday } = shanghaiTime(new Date(`${prepared.day}T12:00:00+08:00`))
    return `早报 ${monthDay(prepared.day)}（${WEEKDAYS[weekday]}）：${days(prepared)}的情况`
  },
  wholeOfDigest: () => '早报说到的',
  digest(
    prepared: Prepared,
    lines: readonly FigureLine[],
    codes: readonly string[],
    { receipts, returned, owed }: Besides,
    now: Date,
  ): string {
    const said = lines.map(({ label, n }, i) => `${amount(label, n, prepared)}（${codes[i]}）`)
    const named = returned.slice(0, MOST_NAMED).join('、')
    return [
      toldTexts.digestHead(prepared),
      ...said,
      ...(returned.length === 0
        ? []
        : [`您批示的有回音 ${returned.length} 件：${named}${returned.length > MOST_NAMED ? ' 等' : ''}`]),
      ...(receipts === null ? [] : [`回执：${receipts}`]),
      ...(owed === null ? [] : [`走访：${owed}`]),
      [
        `截至${dayAndHour(now, now)}`,
        `范围：${scope(prepared)}`,
        ...(codes[0] === undefined ? [] : [`看哪几件，回“${codes[0]}”`]),
      ].join('；'),
      ...(prepared.since === null
        ? ['没有变化的那天不发。换个时间说“早报改到7点半”，不想收说“不要早报了”。']
        : []),
    ].join('\n')
  },

  alert: (entry: LedgerEntry, now: Date, directory: Directory): string => {
    const { number, category, company, summary, unit, dueAt } = entry
    const about = [
      categoryLabels[category],
      ...(company === null ? [] : [spokenName(company.name)]),
      unit === null ? '还没派单' : `${directory.units.get(unit)?.name ?? unit}承办`,
    ]
    const short = number.slice(-4)
    return [
      `${urgencyLabels.critical}提醒：${number}（${about.join('，')}）`,
      entry.sealed ? '身份封存，内容不列。' : (summary ?? ''),
      ...(dueAt === null ? [] : [`${dayAndHour(dueAt, now)} 到期。`]),
      `要批示，直接回复这条；看办到哪一步，说“${short} 到哪一步了”。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },

  askHour: () => '早报改到几点？例如“7点半”。',
  hourNotRead: () => '没听明白是几点。直接说钟点就行，例如“7点半”；不改了说“取消”。',
  hourOutside: (earliest: number, latest: number) =>
    `早报可以定在 ${hourOf(earliest)} 到 ${hourOf(latest)} 之间，您说个钟点。`,
  hourSet: (minute: number, next: Date, now: Date) =>
    `好的，早报改到工作日 ${hourOf(minute)}，下一次${dayAndHour(next, now)}。没有变化的那天不发。`,
  switchedOff: () => '好的，早报不再发给您；特急提醒照常。想看了说“恢复早报”。',
  wasOff: () => '早报本来就停着。想看了说“恢复早报”。',
  switchedOn: (minute: number, next: Date, now: Date) =>
    `好的，早报恢复，工作日 ${hourOf(minute)} 发，下一次${dayAndHour(next, now)}。`,
  wasOn: (minute: number, next: Date, now: Date) =>
    `早报一直在发：工作日 ${hourOf(minute)}，下一次${dayAndHour(next, now)}，没有变化的那天不发。`,
  standsOff: () => '早报现在停着。要收，说“恢复早报”。',
  onlyWhole: () => '早报只能整个停，不能停几天：说“不要早报了”就停，“恢复早报”再开。现在没有改动。',
  noneToday: (next: Date, now: Date) =>
    `今天没有早报：没有变化，或者还没到时间。下一次${dayAndHour(next, now)}。想现在看，说“昨天有啥新情况”。`,
  hourKept: () => '好的，早报的时间没有改。',
}

function amount(label: string, n: number, { newlyOverdue, since }: Prepared): string {
  const isCompared = label === '超期' && since !== null
  return `${label} ${n} 件${isCompared ? (newlyOverdue > 0 ? `，其中新超期 ${newlyOverdue} 件` : '，没有新增的') : ''}`
}
