/**
 * 诉求的封闭词表: categories, urgencies and states, with the Chinese that people read.
 * The order of `categories` is the order of the official list; ledgers and menus keep it.
 */

export const categories = [
  'financing',
  'labour',
  'land',
  'environment',
  'utilities',
  'tax',
  'permits',
  'arrears',
  'legal',
  'policy-delivery',
  'logistics',
  'inspection',
  'ip',
  'trade',
  'talent',
  'other',
] as const

export type Category = (typeof categories)[number]

export const categoryLabels: Readonly<Record<Category, string>> = {
  financing: '融资',
  labour: '用工',
  land: '用地',
  environment: '环保',
  utilities: '水电气',
  tax: '税费',
  permits: '证照',
  arrears: '拖欠账款',
  legal: '涉法',
  'policy-delivery': '政策兑现',
  logistics: '交通物流',
  inspection: '涉企检查',
  ip: '知识产权',
  trade: '外贸',
  talent: '人才',
  other: '其他',
}

/** From the most pressing to the least, so that an index compares them. */
export const urgencies = ['critical', 'urgent', 'normal'] as const

export type Urgency = (typeof urgencies)[number]

export const urgencyLabels: Readonly<Record<Urgency, string>> = {
  critical: '特急',
  urgent: '紧急',
  normal: '一般',
}

export const appealStates = [
  'filed',
  'accepted',
  'dispatched',
  'inProgress',
  'paused',
  'sentBack',
  'resolved',
  'closed',
  'withdrawn',
  'referred',
  'merged',
] as const

export type AppealState = (typeof appealStates)[number]

export const appealStateLabels: Readonly<Record<AppealState, string>> = {
  filed: '已登记',
  accepted: '已受理',
  dispatched: '已派单',
  inProgress: '办理中',
  paused: '已暂停',
  sentBack: '已退单',
  resolved: '已办结',
  closed: '已归档',
  withdrawn: '已撤回',
  referred: '转法定渠道',
  merged: '已并单',
}

/** `resolved` counts as done although the asker may still reopen it: 没办完 asks what the unit owes. */
const doneStates: ReadonlySet<AppealState> = new Set([
  'resolved',
  'closed',
  'withdrawn',
  'referred',
  'merged',
])

/** 没办完: every state that still owes somebody something. */
export function isOpen(state: AppealState): boolean {
  return !doneStates.has(state)
}

/** The category whose label is exactly this, as staff type it in commands. */
export function findCategoryByLabel(label: string): Category | undefined {
  return categories.find((category) => categoryLabels[category] === label)
}

/** 不足5件不排名: fewer matters say nothing about who is better or worse. */
export const FEWEST_TO_RANK = 5
