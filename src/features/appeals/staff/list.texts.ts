import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import { type Appeal, isLate } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { type ListedPage, type ListKind, PAGE_SIZE } from '../appeals.effects.ts'

export const listNames: Readonly<Record<ListKind | 'new', string>> = {
  open: '诉求列表',
  undispatched: '待派单',
  today: '今天新来的',
  new: '新来的',
  overdue: '超期的',
  resolved: '已办结',
  dueSoon: '快到期的',
  handled: '已派出在办的',
  paused: '已暂停的',
  sentBack: '退单的',
  awaiting: '待回访的',
  closed: '已归档的',
  withdrawn: '已撤回的',
  referred: '转法定渠道的',
  merged: '已并单的',
  all: '全部诉求',
}

const SUMMARY_CHARACTERS = 18

export const listTexts = {
  list: (
    name: string,
    { total, appeals, ages, page }: ListedPage,
    unread: readonly string[],
    now: Date,
    directory: Directory,
  ) => {
    const notUnderstood = unread.length === 0 ? [] : [listTexts.notUnderstood(unread)]
    if (total === 0) return [`${name}：现在一件也没有。`, ...notUnderstood].join('\n')
    const pages = Math.ceil(total / PAGE_SIZE)
    if (appeals.length === 0) return `${name}一共 ${total} 件，没有第 ${page} 页。`
    return [
      `${name}：${total} 件${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}（${dayAndHour(now, now)}）`,
      ...appeals.map((appeal, at) => line(appeal, ages[at] ?? null, now, directory)),
      ...notUnderstood,
      page < pages
        ? `后面的说“下一页”或“第 ${page + 1} 页”，看一件说“看 ${shortNumber(appeals[0]?.number ?? '')}”。`
        : `看一件说“看 ${shortNumber(appeals[0]?.number ?? '')}”。`,
    ].join('\n')
  },
  notUnderstood: (words: readonly string[]) =>
    `“${words.join('”“')}”没看懂，没有算进去。可以说单位、企业、商会、乡镇或类别，例如“金融办的在办”。`,
  notForYou: () => '全部诉求只有工作人员能看。您可以说“我的诉求”，看自己反映的到哪一步了。',
  whichList: () => '要翻哪个列表的页，请连名字一起说，例如“超期的 第2页”。',
}

/** Number, category, company, age in working days, unit, whether it is late: what a clerk sorts by. */
function line(appeal: Appeal, age: number | null, now: Date, directory: Directory): string {
  const company = appeal.sealed
    ? '（身份封存）'
    : appeal.company === null
      ? '（未说企业）'
      : spokenName(appeal.company.name)
  return [
    `${appeal.number} ${categoryLabels[appeal.category]}`,
    ...(appeal.urgency === 'normal' ? [] : [urgencyLabels[appeal.urgency]]),
    company,
    ...(age === null ? [] : [age === 0 ? '今天登记' : `登记 ${age} 个工作日`]),
    ...(appeal.unit === null ? [] : [directory.units.get(appeal.unit)?.name ?? appeal.unit]),
    ...(appeal.handOffs === 0 ? [] : [`退回 ${appeal.handOffs} 次`]),
    ...(appeal.followers === 0 ? [] : [`并 ${appeal.followers} 件`]),
    ...(appeal.status === 'paused' ? ['已暂停'] : []),
    ...(isLate(appeal, now) ? ['已超期'] : []),
  ]
    .join('，')
    .concat(`：${brief(appeal.summary)}`)
}

function brief(summary: string): string {
  const signs = [...summary]
  return signs.length <= SUMMARY_CHARACTERS ? summary : `${signs.slice(0, SUMMARY_CHARACTERS).join('')}…`
}
