import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'

export const seenChoices: readonly Choice[] = [{ id: 'seen', label: '知道了' }]

export const chaseChoices: readonly Choice[] = [
  { id: 'yes', label: '确认催办' },
  { id: 'no', label: '先不催' },
]

/** A phone shows no more at a glance. */
const MOST_LINES = 10

/** In whose eyes: a unit reads what is asked of it, staff what they chase, a leader what is late. */
export type Reader = 'unit' | 'staff' | 'leader'

export interface Reminded {
  readonly appeal: Appeal
  readonly reader: Reader
  readonly isChased: boolean
  /** An earlier deadline of it had passed before this one did; said to leaders. */
  readonly isAgain?: boolean
  /** Working days since the deadline; null where a year is missing. */
  readonly daysLate: number | null
}

/** What staff are about to send, or why there is nothing to. */
export interface ChasePlan {
  readonly items: readonly { readonly number: string; readonly unitName: string; readonly late: string }[]
  readonly people: readonly string[]
  readonly unreached: readonly string[]
  /** Late, and with no unit that could be reminded. */
  readonly withoutUnit: readonly string[]
  /** Reminded by hand today already. */
  readonly chasedToday: readonly string[]
  /** In quiet hours: when it is delivered. */
  readonly postponedTo: Date | null
}

export const ladderTexts = {
  reminder(reminded: readonly Reminded[], now: Date, directory: Directory): string {
    const [only, ...others] = reminded
    if (only !== undefined && others.length === 0) return alone(only, now, directory)
    const late = reminded.filter(({ appeal }) => isLate(appeal, now)).length
    const soon = reminded.length - late
    const counts = [...(late > 0 ? [`${late} 件已超期`] : []), ...(soon > 0 ? [`${soon} 件快到期`] : [])]
    return [
      `时限提醒：${counts.join('，')}（${dayAndHour(now, now)}）`,
      ...reminded.slice(0, MOST_LINES).map((one) => line(one, now, directory)),
      ...(reminded.length > MOST_LINES ? [`另有 ${reminded.length - MOST_LINES} 件没有列出。`] : []),
      closing(reminded.find(({ appeal }) => appeal.unit !== null) ?? reminded[0]),
    ].join('\n')
  },
  seen: (numbers: readonly string[]) =>
    numbers.length === 1
      ? `好的，${numbers[0]} 记为您已看过。`
      : `好的，这 ${numbers.length} 件记为您已看过。`,
  /** Words that say more than that they were read, and that no rule took up. */
  seenOnly: (numbers: readonly string[]) =>
    `记为您已看过。刚才的话没有记到诉求里：有进展请说“${shortNumber(numbers[0] ?? '')} 进展 做了什么”。`,

  seenByLeader: () =>
    '记为您已看过。后面这句没看懂：要批示，请说交给谁、几天内回；要问数，请说全，例如“超期的是谁在办”。',

  chasePreview: (plan: ChasePlan, now: Date) =>
    [
      `要催办的 ${plan.items.length} 件：`,
      ...plan.items
        .slice(0, MOST_LINES)
        .map(({ number, unitName, late }) => `${number} ${unitName}，${late}`),
      ...(plan.items.length > MOST_LINES ? [`另有 ${plan.items.length - MOST_LINES} 件。`] : []),
      `会发给 ${plan.people.length} 位经办人，每人一条：${plan.people.slice(0, 12).join('、')}${plan.people.length > 12 ? '等' : ''}。`,
      ...unreached(plan.unreached),
      ...leftOut(plan),
      ...(plan.postponedTo === null
        ? []
        : [`现在是静默时段，${dayAndHour(plan.postponedTo, now)} 送达；特急的马上送。`]),
      '确认催办吗？',
    ].join('\n'),
  nothingToChase: (plan: ChasePlan) =>
    [
      plan.chasedToday.length + plan.withoutUnit.length + plan.unreached.length === 0
        ? '现在没有超期的诉求，不用催。'
        : '这次没有可以发的催办。',
      ...leftOut(plan),
      ...unreached(plan.unreached),
    ].join('\n'),
  chased: (items: number, people: number, postponedTo: string | null) =>
    postponedTo === null
      ? `已催办 ${items} 件，通知 ${people} 位经办人。`
      : `已安排催办 ${items} 件，${people} 位经办人 ${postponedTo} 收到。`,
  notChased: () => '好的，没有催。',
  chaseTimedOut: () => '催办放了一天没有确认，没有发出。',
  chaseNotForYou: () => '催办由工商联工作人员操作。催自己的事，说“我那件事到哪一步了”。',
  notRunning: (number: string) => `${number} 不在办理中，不用催。`,
  unread: (words: readonly string[]) => `这几个字没看懂：${words.join('、')}。可以说“催 超期”或“催 0312”。`,

  /** Kept in the history. */
  note: (stage: string) => notes[stage] ?? '提醒',
}

const notes: Readonly<Record<string, string>> = {
  'handlers-before': '快到期，提醒承办人',
  'handlers-after': '超期，提醒承办人',
  'head-before': '快到期，告知单位负责人',
  'head-after': '超期，告知单位负责人',
  'staff-before': '快到期，告知工作人员',
  'staff-after': '超期，告知工作人员',
  'leader-before': '快到期，告知分包领导',
  'leader-after': '超期，告知分包领导',
  chase: '工作人员催办',
}

const isLate = ({ dueAt }: Appeal, now: Date) => dueAt !== null && dueAt <= now

/** Whether it is the word with the asker that is owed, not the resolution. */
const owesContact = ({ contactDueAt, contactedAt, dueAt }: Appeal) =>
  contactedAt === null && contactDueAt !== null && dueAt?.getTime() === contactDueAt.getTime()

function when({ appeal, daysLate, isAgain }: Reminded, now: Date): string {
  if (appeal.dueAt === null) return ''
  const by = dayAndHour(appeal.dueAt, now)
  if (!isLate(appeal, now)) return `${by} 到期`
  const late = daysLate === null || daysLate < 1 ? '已超期' : `已超期 ${daysLate} 个工作日`
  return `${by} 到期，${late}${isAgain ? '，这是换过期限后再次超期' : ''}`
}

function what(one: Reminded, directory: Directory): string {
  const { appeal, reader } = one
  const kind = `${categoryLabels[appeal.category]}${appeal.urgency === 'normal' ? '' : `，${urgencyLabels[appeal.urgency]}`}`
  const unit =
    appeal.unit === null ? '还没派单' : `${directory.units.get(appeal.unit)?.name ?? appeal.unit}承办`
  const who = reader === 'unit' ? '' : `，${unit}`
  const company =
    reader === 'leader' && !appeal.sealed && appeal.company !== null
      ? `，${spokenName(appeal.company.name)}`
      : ''
  return `${appeal.number}（${kind}${company}${who}）`
}

/** A leader reads no word of a sealed matter: its words may give the company away. */
const summaryFor = ({ appeal, reader }: Reminded) =>
  reader === 'leader' && appeal.sealed ? '身份封存，内容不列' : appeal.summary

const line = (one: Reminded, now: Date, directory: Directory) =>
  `${what(one, directory)}${when(one, now)}${owesContact(one.appeal) ? '，还没联系诉求人' : ''}：${summaryFor(one)}`

function alone(one: Reminded, now: Date, directory: Directory): string {
  const { appeal } = one
  const head = one.isChased ? '催办' : isLate(appeal, now) ? '超期提醒' : '到期提醒'
  return [
    `${head}：${what(one, directory)}${summaryFor(one)}`,
    `${when(one, now)}${owesContact(appeal) ? '，还没有人联系诉求人' : ''}。`,
    closing(one),
  ].join('\n')
}

function closing(one: Reminded | undefined): string {
  if (one === undefined) return ''
  const short = shortNumber(one.appeal.number)
  switch (one.reader) {
    case 'unit':
      return `办完回“${short} 已办结 做了什么”；一时办不完，请说“申请延期 ${short} 几天 理由”。看过请回“知道了”。`
    case 'staff':
      return one.appeal.unit === null
        ? `看一件说“看 ${short}”，派单说“派单 ${short} 承办单位 几个工作日”。看过请回“知道了”。`
        : `看一件说“看 ${short}”，催承办单位说“催 ${short}”。看过请回“知道了”。`
    case 'leader':
      return '看过请回“知道了”；要批示，直接回复这条。'
  }
}

const unreached = (names: readonly string[]) =>
  names.length === 0 ? [] : [`${names.join('、')} 没有可用的聊天账号，请电话催。`]

function leftOut({ withoutUnit, chasedToday }: ChasePlan): string[] {
  return [
    ...(withoutUnit.length === 0 ? [] : [`还没派单、催不到单位的：${list(withoutUnit)}。`]),
    ...(chasedToday.length === 0 ? [] : [`今天已经催过、不重复发的：${list(chasedToday)}。`]),
  ]
}

const list = (numbers: readonly string[]) =>
  `${numbers.slice(0, 5).join('、')}${numbers.length > 5 ? ` 等 ${numbers.length} 件` : ''}`
