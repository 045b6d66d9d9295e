import { type Category, categoryLabels, FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { scopeTexts } from '../ledger/scope.texts.ts'
import type { Scope } from '../ledger/scope.ts'
import { type Rate, rateDefinitions, rateLabels } from './rate-definitions.ts'
import type {
  Grouping,
  ListSide,
  RateFigures,
  RatesFigures,
  RatesListed,
  RatesOfGroup,
  Share,
} from './rates.store.ts'

export const LISTED = 10

const groupLabels: Readonly<Record<Grouping, string>> = { unit: '单位', category: '类别', chamber: '商会' }

export function groupName(by: Grouping, code: string | null, directory: Directory): string {
  if (code === null)
    return by === 'unit' ? '没有承办单位的' : by === 'chamber' ? '没有商会或身份封存的' : '没有类别的'
  if (by === 'category') return categoryLabels[code as Category] ?? code
  return (by === 'unit' ? directory.units : directory.chambers).get(code)?.name ?? code
}

/** 93.2%（137/147） */
const shared = ({ n, of }: Share) =>
  of === 0 ? '没有可算的（0 件）' : `${((n / of) * 100).toFixed(1)}%（${n}/${of}）`

const figure = ({ raw, after }: RateFigures) =>
  raw.of === after.of ? shared(raw) : `${shared(raw)}，剔除 ${raw.of - after.of} 件后 ${shared(after)}`

const sideLabels: Readonly<Record<Rate, Readonly<Record<ListSide, string>>>> = {
  response: { for: '按时联系的', against: '没按时联系的', all: '应联系的', excluded: '剔除的' },
  resolution: { for: '解决了的', against: '没算解决的', all: '办结的', excluded: '剔除的' },
  satisfaction: { for: '满意的', against: '不满意的', all: '有评价的', excluded: '剔除的' },
}

const periodOf = ({ period }: Scope) => period ?? '到现在'

export const ratesTexts = {
  notForYou: () => '三率由工商联工作人员和审计人员查看。您可以说“我的诉求”，看自己反映的。',
  listNotForYou: () => '明细里是一件件的诉求，由工作人员和审计人员查看。您可以看三率的数。',

  told: (
    scope: Scope,
    rates: readonly Rate[],
    { apart, unanswered, ...figures }: RatesFigures,
    now: Date,
    directory: Directory,
  ): string =>
    [
      `${periodOf(scope)}，${scopeTexts.where(scope, directory)}，截至${dayAndHour(now, now)}：`,
      ...rates.flatMap((rate) => [
        `${rateLabels[rate]} ${figure(figures[rate])}`,
        `口径：${rateDefinitions[rate]}。`,
      ]),
      ...(unanswered > 0 && rates.includes('resolution')
        ? [`办结了还没有回访结果的 ${unanswered} 件，先按没解决算。`]
        : []),
      apartLine(apart),
      ...(scope.chamber === null ? [] : [scopeTexts.sealedLeftOut()]),
      `要看明细，说“${rateLabels[rates[0] ?? 'response']} ${example(scope)}${sideLabels[rates[0] ?? 'response'].against}”；要分开看，说“三率 ${example(scope)}各单位”。`,
    ].join('\n'),

  groupLine: (name: string, group: RatesOfGroup, rates: readonly Rate[]): string =>
    `${name}：${rates.map((rate) => `${rateLabels[rate]} ${figure(group[rate])}`).join('，')}`,

  /** In order where there is enough to compare, by what is left after exclusions. */
  grouped(
    scope: Scope,
    by: Grouping,
    rates: readonly Rate[],
    groups: readonly RatesOfGroup[],
    page: number,
    now: Date,
    directory: Directory,
  ): string {
    const [first = 'response'] = rates
    const head = `${periodOf(scope)}，${scopeTexts.where(scope, directory)}，各${groupLabels[by]}${rates.length === 1 ? rateLabels[first] : '三率'}，截至${dayAndHour(now, now)}：`
    const lines = rankedLines(by, first, rates, groups, directory)
    if (lines.length === 0) return `${head}\n没有可算的。`
    const pages = Math.ceil(lines.length / LISTED)
    const shown = lines.slice((page - 1) * LISTED, page * LISTED)
    return [
      head,
      ...(shown.length === 0 ? [`一共 ${pages} 页，没有第 ${page} 页。`] : shown),
      ...(page < pages
        ? [
            `第 ${page} 页，共 ${pages} 页，后面的说“三率 ${example(scope)}各${groupLabels[by]} 第${page + 1}页”。`,
          ]
        : []),
      ...(rates.length === 1
        ? [`按剔除后的${rateLabels[first]}排，不足 ${FEWEST_TO_RANK} 件的不排名。`]
        : []),
      ...rates.map((rate) => `${rateLabels[rate]}口径：${rateDefinitions[rate]}。`),
    ].join('\n')
  },

  listed(
    scope: Scope,
    rate: Rate,
    side: ListSide,
    {
      total,
      listed,
      page,
    }: { readonly total: number; readonly listed: readonly RatesListed[]; readonly page: number },
    now: Date,
    directory: Directory,
  ): string {
    const name = `${rateLabels[rate]} ${sideLabels[rate][side]}`
    const head = `${name}：${periodOf(scope)}，${scopeTexts.where(scope, directory)}，${total} 件，截至${dayAndHour(now, now)}`
    if (total === 0) return `${head}。`
    const pages = Math.ceil(total / LISTED)
    if (listed.length === 0) return `${head}，没有第 ${page} 页。`
    return [
      `${head}${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}`,
      ...listed.map(({ appeal, excluded }) => {
        const unit = appeal.unit === null ? '' : `，${directory.units.get(appeal.unit)?.name ?? appeal.unit}`
        const out =
          excluded === null
            ? ''
            : `［剔除，理由 ${excluded.code}${excluded.ratedBefore ? '，评价后剔除' : ''}］`
        return `${appeal.number} ${appealsTexts.company(appeal)}${unit}，${stood(rate, appeal, now)}${out}`
      }),
      ...(page < pages
        ? [`后面的说“${rateLabels[rate]} ${example(scope)}${sideLabels[rate][side]} 第${page + 1}页”。`]
        : []),
      `口径：${rateDefinitions[rate]}。`,
    ].join('\n')
  },
}

function apartLine({ withdrawn, referred, merged }: RatesFigures['apart']): string {
  return `不计入三率的（按登记时间）：撤回 ${withdrawn} 件，转法定渠道 ${referred} 件，并单 ${merged} 件。`
}

/** 10月 as it was said, without the days in brackets, so that it can be said again. */
const example = ({ period }: Scope) => (period === null ? '' : `${period.replace(/（.*）$/u, '')} `)

function stood(rate: Rate, appeal: Appeal, now: Date): string {
  if (rate === 'response') {
    const due = appeal.contactDueAt === null ? '' : `应在${dayAndHour(appeal.contactDueAt, now)}前联系，`
    return `${due}${appeal.contactedAt === null ? '没有联系' : `${dayAndHour(appeal.contactedAt, now)}联系`}`
  }
  if (rate === 'satisfaction') return appeal.satisfaction === 'satisfied' ? '满意' : '不满意'
  const told = { solved: '诉求人说解决了', partly: '诉求人说部分解决', unsolved: '诉求人说没解决' } as const
  return appeal.outcome === null ? '没有回访结果' : told[appeal.outcome]
}

function rankedLines(
  by: Grouping,
  first: Rate,
  rates: readonly Rate[],
  groups: readonly RatesOfGroup[],
  directory: Directory,
): readonly string[] {
  const line = (group: RatesOfGroup) =>
    ratesTexts.groupLine(groupName(by, group.code, directory), group, rates)
  // Three rates at once are no order of merit.
  if (rates.length > 1) return groups.map(line)
  const counted = groups.filter((group) => group[first].raw.of > 0)
  const many = counted.filter((group) => group[first].after.of >= FEWEST_TO_RANK)
  const few = counted.filter((group) => group[first].after.of < FEWEST_TO_RANK)
  const rate = (group: RatesOfGroup) => group[first].after.n / group[first].after.of
  return [
    ...many
      .sort((a, b) => rate(b) - rate(a) || b[first].after.of - a[first].after.of)
      .map((group, n) => `${n + 1}. ${line(group)}`),
    ...few.map((group) => `不排名：${line(group)}`),
  ]
}
