import { appealStateLabels, categoryLabels } from '../../kernel/appeal-terms.ts'
import { type Directory, spokenName } from '../../kernel/directory.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import { type LedgerEntry, type LedgerEvent, TOLD_ACTS } from './ledger-entry.ts'
import { actLabels, ledgerLines } from './ledger-lines.texts.ts'
import type { News } from './oversight.store.ts'
import type { Counted } from './question.ts'

type Headline = (n: number, when: string) => string

/** The number first. `when` is the period's label, empty without one. */
const HEADLINES: Readonly<Record<Counted, Headline>> = {
  open: (n, when) => (n === 0 ? `${when}目前没有未办完的` : `${when}还有 ${n} 件没办完`),
  overdue: (n, when) => (n === 0 ? `${when}没有超期的` : `${when}有 ${n} 件超期没办完`),
  due: (n, when) => (n === 0 ? `${when}没有要到时限的` : `${when}有 ${n} 件要到时限`),
  pressing: (n, when) => (n === 0 ? `${when}没有特急、紧急的未办件` : `${when}有 ${n} 件特急、紧急的没办完`),
  unassigned: (n, when) => (n === 0 ? `${when}没有等着派单的` : `${when}有 ${n} 件还没派单`),
  sentBack: (n, when) => (n === 0 ? `${when}没有被退单的` : `${when}有 ${n} 件被退单`),
  paused: (n, when) => (n === 0 ? `${when}没有暂停的` : `${when}有 ${n} 件暂停`),
  fresh: (n, when) => (n === 0 ? `${when}没有新增` : `${when}新增 ${n} 件`),
  done: (n, when) => (n === 0 ? `${when}没有办结的` : `${when}办结 ${n} 件`),
  unsatisfied: (n, when) => (n === 0 ? `${when}没有不满意的` : `${when}有 ${n} 件企业不满意`),
  all: (n, when) => (n === 0 ? `${when}一件也没有` : `${when}一共 ${n} 件`),
}

function lateOf(total: number, overdue: number): string {
  if (overdue === 0) return ''
  if (overdue < total) return `，其中 ${overdue} 件超期`
  return total === 1 ? '，已经超期' : '，都已超期'
}

/** Names at most so many firms before it is cut. */
const NAMED_FIRMS = 12

export const oversightTexts = {
  headline(counted: Counted, total: number, overdue: number, when: string): string {
    const late = counted === 'open' || counted === 'pressing' ? lateOf(total, overdue) : ''
    return `${HEADLINES[counted](total, when)}${late}。`
  },

  rest: (left: number) => `还有 ${left} 件没列，说“继续”看其余。`,
  goesOn: (from: number, to: number, total: number) =>
    `第 ${from === to ? from : `${from} 到 ${to}`} 件，共 ${total} 件：`,
  noMore: () => '已经列完了。',

  news(news: News, when: string): string {
    const parts = TOLD_ACTS.flatMap((act) => {
      const n = news.touched[act] ?? 0
      return n === 0 ? [] : [`${actLabels[act]} ${n} 件`]
    })
    if (news.fellOverdue > 0) parts.push(`到了时限没办完 ${news.fellOverdue} 件`)
    return parts.length === 0 ? `${when}没有新情况。` : `${when}：${parts.join('，')}。`
  },

  entry(entry: LedgerEntry, now: Date, directory: Directory): string {
    const unit = entry.unit === null ? '' : `，由${ledgerLines.unit(entry.unit, directory)}办理`
    const result = entry.resolution === null ? '' : `，结果：${ledgerLines.result(entry.resolution)}`
    const route = entry.route === null || entry.status !== 'referred' ? '' : `：${entry.route}`
    const head = `${entry.number} ${ledgerLines.fullCompany(entry)}${ledgerLines.summary(entry)}（${categoryLabels[entry.category]}）`
    return `${head}：${appealStateLabels[entry.status]}${route}${unit}，${ledgerLines.age(entry, now)}${result}。`
  },

  history: (events: readonly LedgerEvent[], now: Date) =>
    events.map((event) => ledgerLines.history(event, now)),

  scope(chambers: readonly string[], companies: readonly string[]): string {
    const firms = companies.map(spokenName)
    const named =
      firms.length <= NAMED_FIRMS ? firms.join('、') : `${firms.slice(0, NAMED_FIRMS).join('、')}等`
    const first =
      chambers.length === 0
        ? `您包联 ${companies.length} 家企业`
        : `您包联 ${chambers.length} 家商会、${companies.length} 家企业`
    return [
      `${first}。`,
      ...(chambers.length === 0 ? [] : [`商会：${chambers.join('、')}`]),
      `企业：${named}`,
    ].join('\n')
  },
  seesAll: () => '您能看全部商会和企业的事项，没有单独的包联范围。',

  whichCompany: () => '您问的是哪一家：',
  whichMatter: () => '有几件都对得上，您问的是哪一件：',
  noneFits: () => '没有完全对得上的，现有这几件，您问的是哪一件：',
  option: (entry: LedgerEntry) =>
    `${entry.number} ${ledgerLines.company(entry)} ${categoryLabels[entry.category]} ${appealStateLabels[entry.status]}`,

  unread: (words: string) => `“${words}”没有认出来，下面没有按它筛选。`,
  inPrivate: () => `这类情况只在私聊里说，${TOLD_ASIDE}。`,
  ended: () => '好的。',
  thanks: () => '不客气，随时问。',

  /** The same whether there is anything or not. */
  outside: (name: string, leader: string | undefined) =>
    `${name}不在您包联的范围内，有没有诉求、办得怎样，我不能在这里说。可以问${leader === undefined ? '' : `包联它的${leader}，或者`}工商联工作人员。`,
  othersLeader: (name: string) =>
    `${name}包联的事项，我不能在这里说。可以直接问${name}，或者工商联工作人员。`,
  /** The same whether the number exists or not. */
  numberNotFound: (number: string, seesAll: boolean) =>
    seesAll
      ? `没有编号 ${number} 的事项，请核对一下编号。`
      : `您能看的范围里没有编号 ${number} 的事项。请核对编号；如果是别的领导包联的，可以请工商联工作人员查。`,
  matterNotFound: (seesAll: boolean) =>
    seesAll
      ? '没有查到说的这件事。可以带上编号，或者企业名称加一两个字的事由再问。'
      : '您能看的范围里没有查到说的这件事。可以带上编号或企业名称再问；如果是别的领导包联的，可以请工商联工作人员查。',
  nobody: () => '名册里今天没有登记您包联的商会或企业，所以查不出数来。请让工商联工作人员核对一下包联名单。',

  notAllowed: () =>
    '别家的诉求和汇总数只对包联领导和工商联工作人员开放，这里不能说。您可以问“我的诉求到哪一步了”，也可以直接说自己遇到的困难，我来登记。',
  unclear: (examples: readonly string[]) =>
    `这句话我没看明白，怕答错数。您可以这样问：\n${examples.map((one) => `“${one}”`).join('\n')}`,
}
