import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour, dayNumber } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { DispatchPlan, ListedPage, ListKind } from '../appeals.effects.ts'
import { PAGE_SIZE } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'

export const listNames: Readonly<Record<ListKind, string>> = {
  open: '诉求列表',
  undispatched: '待派单',
  today: '今天新来的',
  overdue: '超期的',
  resolved: '已办结',
}

export const dispatchChoices: readonly Choice[] = [
  { id: 'yes', label: '确认派单' },
  { id: 'no', label: '不派' },
]

export interface Dispatching {
  readonly number: string
  readonly summary: string
  readonly sealed: boolean
  readonly unit: string
  readonly unitName: string
  readonly days: number
}

export const staffTexts = {
  list: (kind: ListKind, { total, appeals, page }: ListedPage, now: Date, directory: Directory) => {
    const name = listNames[kind]
    if (total === 0) return `${name}：现在一件也没有。`
    if (appeals.length === 0) return `${name}一共 ${total} 件，没有第 ${page} 页。`
    const pages = Math.ceil(total / PAGE_SIZE)
    return [
      `${name}：${total} 件${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}（${dayAndHour(now, now)}）`,
      ...appeals.map((appeal) => listLine(appeal, now, directory)),
      ...(page < pages ? [`后面的说“${name} 第 ${page + 1} 页”。`] : []),
      `看一件说“看 ${shortNumber(appeals[0]?.number ?? '')}”。`,
    ].join('\n')
  },
  notForYou: () => '全部诉求只有工作人员能看。您可以说“我的诉求”，看自己反映的到哪一步了。',
  inPrivate: () => `这些内容不在群里说，${TOLD_ASIDE}。`,

  whole: (appeal: Appeal, history: readonly AppealEvent[], now: Date, directory: Directory) =>
    [
      `${appeal.number}（${appealsTexts.kind(appeal)}）${appealsTexts.standing(appeal, now, directory)}`,
      `企业：${appealsTexts.company(appeal)}`,
      `诉求人：${appeal.sealed ? '（身份封存）' : (appeal.asker?.name ?? '')}`,
      ...(appeal.leader === null || appeal.sealed
        ? []
        : [`分包领导：${directory.people.get(appeal.leader)?.name ?? appeal.leader}`]),
      `内容：${appealsTexts.excerpt(appeal.text)}`,
      ...(appeal.files.length === 0 ? [] : [`附件：${appeal.files.length} 个`]),
      ...(appeal.resolution === null ? [] : [`办理结果：${appeal.resolution}`]),
      '经过：',
      ...history.map((event) => appealsTexts.historyLine(event, now, directory, 'inside')),
    ].join('\n'),

  preview: (doing: Dispatching, plan: DispatchPlan, now: Date) =>
    [
      `请核对派单：${doing.number}（${doing.summary}）`,
      `派给：${doing.unitName}，${doing.days} 个工作日${plan.dueAt === null ? '' : `，${dayAndHour(plan.dueAt, now)} 前办结`}`,
      ...(plan.dueAt === null ? ['没有当年的工作日历，算不出具体日期，派单后请另行约定。'] : []),
      reached(plan),
      ...(doing.sealed ? ['诉求人身份已封存，派单内容里不带企业和姓名。'] : []),
      '确认派单吗？要改直接说，比如“改成5天”“给供电公司”。',
    ].join('\n'),

  dispatchNotForYou: () => '派单由工商联工作人员操作。您可以说“到哪一步了”，看自己反映的诉求。',
  whichAppeal: () => '派哪一件，请带上编号和单位，例如“派单 0012 金融办 3个工作日”。',
  whichUnit: (number: string, units: readonly string[]) =>
    `${number} 派给哪个单位？请说单位名称：${units.join('、')}。`,
  unknownUnit: (said: string, units: readonly string[]) =>
    `名册里没有“${said}”这个承办单位。现有：${units.join('、')}。派给哪一个？`,
  severalUnits: (units: readonly string[]) => `符合的有几个：${units.join('、')}。派给哪一个？`,
  daysOutOfRange: (most: number) => `时限请在 1 到 ${most} 个工作日之间。要几个工作日？`,
  notDispatchable: (appeal: Appeal) => appealsTexts.cannot(appeal.number, appeal.status, '派单'),
  notDispatched: (number: string) => `好的，${number} 没有派出。`,
  timedOut: (number: string) => `${number} 的派单放了一天没有确认，没有派出。要派请重新说一次。`,

  dispatched: (
    number: string,
    unitName: string,
    dueAt: string | null,
    handlers: readonly string[],
    unreached: readonly string[],
  ) =>
    [
      `${number} 已派给${unitName}${dueAt === null ? '' : `，${dueAt} 前办结`}。${handlers.length === 0 ? '' : `已通知 ${handlers.length} 人。`}`,
      ...(unreached.length === 0 ? [] : [`${unreached.join('、')} 还没有可用的聊天账号，请电话通知。`]),
      ...(handlers.length + unreached.length === 0 ? ['这个单位在名册里没有经办人，请电话通知。'] : []),
    ].join('\n'),
  askerDispatched: (number: string, unitName: string, dueAt: string | null) =>
    `您的诉求 ${number} 已转给${unitName}办理${dueAt === null ? '，时限由工作人员告诉您' : `，${dueAt} 前办结`}。办完我会来问您结果。`,
  otherStaffDispatched: (number: string, unitName: string, dueAt: string | null) =>
    `${number} 已派给${unitName}${dueAt === null ? '' : `，${dueAt} 前办结`}。`,
  /** To the unit that had it before. */
  takenAway: (number: string, unitName: string) => `${number} 已改派给${unitName}，您这边不用再办了。`,
}

function reached({ handlers, reachable }: DispatchPlan): string {
  if (handlers === 0) return '这个单位在名册里还没有经办人，派单后请电话通知。'
  const missing = handlers - reachable
  return `会通知 ${reachable} 位经办人。${missing === 0 ? '' : `另有 ${missing} 人没有聊天账号，请电话通知。`}`
}

function listLine(appeal: Appeal, now: Date, directory: Directory): string {
  const days = dayNumber(now) - dayNumber(appeal.filedAt)
  const age = days === 0 ? '今天' : `${days} 天`
  const urgency = appeal.urgency === 'normal' ? '' : `，${urgencyLabels[appeal.urgency]}`
  const unit = appeal.unit === null ? '' : `，${directory.units.get(appeal.unit)?.name ?? appeal.unit}`
  const late = appeal.dueAt !== null && appeal.dueAt < now && appeal.resolvedAt === null ? '，已超期' : ''
  return `${appeal.number} ${categoryLabels[appeal.category]}${urgency}，${appealsTexts.company(appeal)}，${age}${unit}${late}：${appeal.summary}`
}
