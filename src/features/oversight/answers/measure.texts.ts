/** 数怎么说: the name, the sentence and the definition of each measure. */
import { FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import type { Counted, Measure, Rate } from '../asking/question.ts'
import { isRate } from '../measures/measure-kinds.ts'
import type { Measured, Share } from '../measures/measures.store.ts'

const COUNTED_NAMES: Readonly<Record<Counted, string>> = {
  open: '没办完',
  backlog: '期末没办完',
  overdue: '超期',
  due: '要到时限',
  pressing: '特急紧急',
  unassigned: '没派单',
  sentBack: '退单',
  paused: '暂停',
  fresh: '新增',
  done: '办结',
  satisfied: '满意',
  unsatisfied: '不满意',
  unsolved: '没解决',
  excluded: '剔除',
  referred: '转法定渠道',
  withdrawn: '撤回',
  merged: '并单',
  all: '诉求',
}

const RATE_NAMES: Readonly<Record<Rate, string>> = {
  response: '响应率',
  resolution: '解决率',
  satisfaction: '满意率',
  onTime: '按时办结率',
  days: '平均用时',
}

type Headline = (n: number, when: string) => string

/** The number first. `when` is the period's label, empty without one. */
const HEADLINES: Readonly<Record<Counted, Headline>> = {
  open: (n, when) => (n === 0 ? `${when}目前没有未办完的` : `${when}还有 ${n} 件没办完`),
  backlog: (n, when) => (n === 0 ? `${when}末没有没办完的` : `${when}末还有 ${n} 件没办完`),
  overdue: (n, when) => (n === 0 ? `${when}没有超期的` : `${when}有 ${n} 件超期没办完`),
  due: (n, when) => (n === 0 ? `${when}没有要到时限的` : `${when}有 ${n} 件要到时限`),
  pressing: (n, when) => (n === 0 ? `${when}没有特急、紧急的未办件` : `${when}有 ${n} 件特急、紧急的没办完`),
  unassigned: (n, when) => (n === 0 ? `${when}没有等着派单的` : `${when}有 ${n} 件还没派单`),
  sentBack: (n, when) => (n === 0 ? `${when}没有被退单的` : `${when}有 ${n} 件被退单`),
  paused: (n, when) => (n === 0 ? `${when}没有暂停的` : `${when}有 ${n} 件暂停`),
  fresh: (n, when) => (n === 0 ? `${when}没有新增` : `${when}新增 ${n} 件`),
  done: (n, when) => (n === 0 ? `${when}没有办结的` : `${when}办结 ${n} 件`),
  satisfied: (n, when) => (n === 0 ? `${when}没有评为满意的` : `${when}有 ${n} 件企业满意`),
  unsatisfied: (n, when) => (n === 0 ? `${when}没有不满意的` : `${when}有 ${n} 件企业不满意`),
  unsolved: (n, when) =>
    n === 0 ? `${when}办结的没有企业说没解决的` : `${when}有 ${n} 件办结了企业说没解决或只解决一部分`,
  excluded: (n, when) => (n === 0 ? `${when}没有剔除的` : `${when}剔除 ${n} 件`),
  referred: (n, when) => (n === 0 ? `${when}没有转法定渠道的` : `${when}转法定渠道 ${n} 件`),
  withdrawn: (n, when) => (n === 0 ? `${when}没有撤回的` : `${when}撤回 ${n} 件`),
  merged: (n, when) => (n === 0 ? `${when}没有并单的` : `${when}并单 ${n} 件`),
  all: (n, when) => (n === 0 ? `${when}一件也没有` : `${when}一共 ${n} 件`),
}

const DEFINITIONS: Readonly<Record<Measure, string>> = {
  open: '没办完＝不含已办结、撤回、转出、并单的',
  backlog: '期末没办完＝那天结束时还没办结、撤回、转出或并单的',
  overdue: '超期＝没办完、没暂停且已过时限',
  due: '到时限＝没办完、时限在这段时间里',
  pressing: '没办完的特急和紧急件',
  unassigned: '没派单＝没办完、还没交给承办单位',
  sentBack: '退单＝承办单位退回的，按退单时间算',
  paused: '暂停＝暂停计时、等材料或批复',
  fresh: '新增＝按登记时间算，不论办到哪一步',
  done: '办结＝已办结和已归档，按办结时间算',
  satisfied: '满意＝这段时间办结、企业评为满意',
  unsatisfied: '不满意＝这段时间办结、企业评为不满意',
  unsolved: '没解决＝这段时间办结、企业说没解决或只解决一部分',
  excluded: '剔除＝这段时间批准不计入某个率的',
  referred: '转法定渠道，按转出时间算',
  withdrawn: '撤回，按撤回时间算',
  merged: '并单，按并单时间算',
  all: '全部＝不论办到哪一步',
  response: '响应率＝联系时限在这段时间且已到的，时限前联系了企业的占比',
  resolution: '解决率＝这段时间办结的，企业说解决了的占比，没回访的先按没解决算',
  satisfaction: '满意率＝这段时间办结且有评价的，评为满意的占比',
  onTime: '按时办结率＝这段时间办结的，在时限前办结的占比',
  days: '平均用时＝这段时间办结的，从登记到办结的自然日',
}

/** Those that a period narrows by the day of filing, although their name does not say so. */
const BY_FILING: ReadonlySet<Measure> = new Set([
  'open',
  'overdue',
  'pressing',
  'unassigned',
  'paused',
  'all',
])

export const percent = ({ n, of }: Share): string => (of === 0 ? '—' : `${((n / of) * 100).toFixed(1)}%`)

/** 80.0%（12/15） */
const shared = (share: Share) =>
  share.of === 0 ? '没有可算的（0 件）' : `${percent(share)}（${share.n}/${share.of}）`

const days = (mean: number) => mean.toFixed(1).replace(/\.0$/u, '')

export const measureTexts = {
  name: (of: Measure): string => (isRate(of) ? RATE_NAMES[of] : COUNTED_NAMES[of]),

  /** Without a full stop. */
  headline: (of: Counted, n: number, when: string): string => HEADLINES[of](n, when),

  definition: (of: Measure, hasPeriod: boolean): string =>
    `${DEFINITIONS[of]}${hasPeriod && BY_FILING.has(of) ? '，时间按登记算' : ''}`,

  /** The number with what it is out of: 12 件, 80.0%（12/15）, 6.5 天（12 件）. */
  value(value: Measured): string {
    switch (value.kind) {
      case 'count':
        return `${value.n} 件`
      case 'rate':
        return value.raw.of === value.after.of
          ? shared(value.raw)
          : `${shared(value.raw)}，剔除 ${value.raw.of - value.after.of} 件后 ${shared(value.after)}`
      case 'days':
        return value.mean === null ? '没有可算的（0 件）' : `${days(value.mean)} 天（${value.of} 件）`
    }
  },

  /** In a sentence, where there is nothing to count from: 还没有能算解决率的（0 件）. */
  none: (of: Measure) => `还没有能算${measureTexts.name(of)}的（0 件）`,

  /** Before anything was granted out of it. */
  raw: (value: Measured): string =>
    measureTexts.value(value.kind === 'rate' ? { ...value, after: value.raw } : value),

  /** How far one is from the other, in the measure's own terms: 多 3 件, 升 5.0 个百分点, 慢 2 天. */
  change(of: Measure, now: Measured, before: Measured): string {
    const a = sizeOf(now)
    const b = sizeOf(before)
    if (a === null || b === null) return '没法比'
    const by = a - b
    if (Math.abs(by) < 0.05) return '持平'
    if (now.kind === 'count') {
      const share = b >= FEWEST_TO_RANK ? `（${by > 0 ? '+' : ''}${((by / b) * 100).toFixed(0)}%）` : ''
      return `${by > 0 ? '多' : '少'} ${Math.abs(by)} 件${share}`
    }
    if (of === 'days') return `${by > 0 ? '慢' : '快'} ${days(Math.abs(by))} 天`
    return `${by > 0 ? '升' : '降'} ${Math.abs(by).toFixed(1)} 个百分点`
  },

  /** The same after what was granted out of a rate; empty where nothing was. */
  changeAfter(of: Measure, now: Measured, before: Measured): string {
    if (now.kind !== 'rate' || before.kind !== 'rate') return ''
    if (now.raw.of === now.after.of && before.raw.of === before.after.of) return ''
    const after = (value: typeof now) => ({ ...value, raw: value.after })
    return `，剔除后${measureTexts.change(of, after(now), after(before))}`
  },
}

/** What is compared and drawn: pieces, per cent, days; null where nothing could be counted. */
export function sizeOf(value: Measured): number | null {
  switch (value.kind) {
    case 'count':
      return value.n
    case 'rate':
      return value.raw.of === 0 ? null : (value.raw.n / value.raw.of) * 100
    case 'days':
      return value.mean
  }
}

/** Of how many matters the value speaks. */
export function weightOf(value: Measured): number {
  return value.kind === 'count' ? value.n : value.kind === 'rate' ? value.raw.of : value.of
}
