import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { DispatchPlan, UnitPlan } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { LinkGiven } from '../links/issue-link.ts'

export const dispatchChoices: readonly Choice[] = [
  { id: 'yes', label: '确认派单' },
  { id: 'no', label: '不派' },
]

export interface Dispatching {
  readonly number: string
  readonly summary: string
  readonly sealed: boolean
  /** Only helpers are added; lead and term stay. */
  readonly addsOnly: boolean
  readonly days: number
  /** What of the command nothing accounts for. */
  readonly unread: readonly string[]
}

/** A unit as staff are told of it afterwards. */
export interface UnitTold extends UnitPlan {
  /** To the unit's page, where nobody can be written to. */
  readonly link: LinkGiven | null
}

const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name).join('、')

export const dispatchTexts = {
  preview: (doing: Dispatching, plan: DispatchPlan, now: Date) => {
    const [lead, ...supporting] = plan.units
    if (doing.addsOnly)
      return [
        `请核对：${doing.number}（${doing.summary}）增加协办`,
        `主办不变：${lead?.name ?? ''}`,
        `协办：${names(supporting)}`,
        ...reachLines(supporting, plan.hasPages),
        ...unreadLine(doing.unread),
        '确认吗？',
      ].join('\n')
    return [
      `请核对派单：${doing.number}（${doing.summary}）`,
      `主办：${lead?.name ?? ''}，${doing.days} 个工作日${plan.dueAt === null ? '' : `，${dayAndHour(plan.dueAt, now)} 前办结`}`,
      ...(supporting.length === 0 ? [] : [`协办：${names(supporting)}`]),
      ...(plan.dueAt === null ? [noCalendarLine(plan.missingYear)] : []),
      ...reachLines(plan.units, plan.hasPages),
      ...(plan.sentBack === null
        ? []
        : [
            `注意：${lead?.name ?? ''}${dayAndHour(plan.sentBack.at, now)} 退回过这一件，理由：${plan.sentBack.reason}`,
          ]),
      ...(plan.before === null ? [] : [`现在由${plan.before}办理，改派后那边不用再办。`]),
      ...(plan.first === null ? [] : [`首接单位是${plan.first}。按首接负责，没有新的决定就由首接单位牵头。`]),
      ...(doing.sealed ? ['诉求人身份已封存，派单内容里不带企业和姓名。'] : []),
      ...unreadLine(doing.unread),
      '确认派单吗？要改直接说，比如“改成5天”“给供电公司”“税务局也配合”。',
    ].join('\n')
  },

  notReadBeside: (said: string, preview: string) => `“${said}”没看懂，没有改动。\n${preview}`,
  dispatchNotForYou: () => '派单由工商联工作人员操作。您可以说“到哪一步了”，看自己反映的诉求。',
  whichAppeal: () => '派哪一件，请带上编号和单位，例如“派单 0012 金融办 3个工作日”。',
  whichUnit: (number: string, units: readonly string[]) =>
    units.length <= MOST_NAMED
      ? `${number} 派给哪个单位？请说单位名称：${units.join('、')}。`
      : `${number} 派给哪个单位？请说单位名称。`,
  /** The nearest are on offer beside it; with none near, a few of all. */
  unknownUnit: (said: string, near: readonly string[], all: readonly string[]) =>
    near.length > 0
      ? `名册里没有“${said}”这个单位。是下面这个吗？不是的话请说全名。`
      : all.length <= MOST_NAMED
        ? `名册里没有“${said}”这个单位。现有：${all.join('、')}。派给哪一个？`
        : `名册里没有“${said}”这个单位，也没有名字相近的。请说单位全名。`,
  severalUnits: (said: string, role: 'lead' | 'support') =>
    `“${said}”对得上几个单位，${role === 'lead' ? '派给' : '请'}哪一个${role === 'lead' ? '' : '协办'}？`,
  daysOutOfRange: (most: number) => `时限请在 1 到 ${most} 个工作日之间。要几个工作日？`,
  notDispatchable: (appeal: Pick<Appeal, 'number' | 'status'>) =>
    appealsTexts.cannot(appeal.number, appeal.status, '派单'),
  noLeadYet: (number: string) => `${number} 还没有主办单位，请先说派给谁，例如“派给金融办，税务局配合”。`,
  notDispatched: (number: string) => `好的，${number} 没有派出。`,
  timedOut: (number: string) => `${number} 的派单放了一天没有确认，没有派出。要派请重新说一次。`,

  dispatched: (number: string, dueAt: string | null, units: readonly UnitTold[]) => {
    const [lead, ...supporting] = units
    return [
      `${number} 已派给${lead?.name ?? ''}${dueAt === null ? '' : `，${dueAt} 前办结`}。${supporting.length === 0 ? '' : `协办：${names(supporting)}。`}`,
      ...toldLines(units),
    ].join('\n')
  },
  alreadySo: (number: string, unit: string, dueAt: string | null) =>
    `${number} 已经派给${unit}${dueAt === null ? '' : `，${dueAt} 前办结`}，没有变化，没有再发。要提醒他们，说“催 ${shortNumber(number)}”。`,
  supported: (number: string, units: readonly UnitTold[]) =>
    [`${number} 已请${names(units)}协办。`, ...toldLines(units)].join('\n'),
  nothingToAdd: (number: string) => `${number} 这些单位已经在办了，没有改动。`,
  askerDispatched: (number: string, unit: string, supporting: readonly string[], dueAt: string | null) =>
    `您的诉求 ${number} 已转给${unit}办理${supporting.length === 0 ? '' : `，${supporting.join('、')}配合`}${dueAt === null ? '，时限由工作人员告诉您' : `，${dueAt} 前办结`}。办完我会来问您结果。`,
  otherStaffDispatched: (number: string, unitName: string, dueAt: string | null) =>
    `${number} 已派给${unitName}${dueAt === null ? '' : `，${dueAt} 前办结`}。`,
  /** To the unit that had it before. */
  takenAway: (number: string, unitName: string) => `${number} 已改派给${unitName}，您这边不用再办了。`,
  supportEnded: (number: string) => `${number} 不再需要您单位协办，谢谢。`,
  supportJoins: (number: string, units: readonly string[]) => `${number} 增加协办单位：${units.join('、')}。`,
}

/** More names than these nobody reads in a chat. */
const MOST_NAMED = 8

const noCalendarLine = (year: number | undefined) =>
  year === undefined
    ? '没有工作日历，算不出具体日期，派单后请另行约定。'
    : `没有 ${year} 年的工作日历，算不出具体日期；装好以后我会补上，并告诉诉求人和承办单位。装日历说“工作日历 ${year}”加放假通知正文。`

const unreadLine = (unread: readonly string[]) =>
  unread.length === 0 ? [] : [`这几个字没看懂：${unread.join('、')}`]

function reachLines(units: readonly UnitPlan[], hasPages: boolean): readonly string[] {
  const told = units.filter((unit) => unit.told.length > 0)
  const partly = units.filter((unit) => unit.told.length > 0 && unit.unreached.length > 0)
  const silent = units.filter((unit) => unit.told.length === 0)
  return [
    ...(told.length === 0
      ? []
      : [`会通知：${told.map((unit) => `${unit.name} ${unit.told.join('、')}`).join('；')}`]),
    ...(partly.length === 0
      ? []
      : [
          `通知不到：${partly.map((unit) => `${unit.name} ${unit.unreached.join('、')}`).join('；')}（没有聊天账号）`,
        ]),
    ...(silent.length === 0
      ? []
      : [
          `${names(silent)}没有能通知到的人，派单后${hasPages ? '会给您一个链接，请转给对方经办人' : '请电话通知'}。`,
        ]),
  ]
}

function toldLines(units: readonly UnitTold[]): readonly string[] {
  return units.flatMap((unit) => [
    ...(unit.told.length === 0 ? [] : [`${unit.name}：已通知 ${unit.told.join('、')}。`]),
    ...(unit.told.length === 0 || unit.unreached.length === 0
      ? []
      : [`${unit.name}：${unit.unreached.join('、')} 没有聊天账号，请电话说一声。`]),
    ...(unit.told.length > 0 ? [] : [silentLine(unit)]),
  ])
}

function silentLine({ name, link }: UnitTold): string {
  if (link === null)
    return `${name}没有能通知到的人，请电话通知。要用网页办理，请管理员设好 NIANGJIA_PUBLIC_URL（对方打得开的网址），再说“链接 编号”。`
  if (link.kind === 'kept') return `${name}没有能通知到的人，原来的链接还能用，请电话提醒对方打开看。`
  return `${name}没有能通知到的人，办理链接在下一条，请单独转给对方经办人。`
}
