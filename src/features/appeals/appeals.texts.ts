/** Words that several dialogues of this feature share. */
import { appealStateLabels, categoryLabels, urgencyLabels } from '../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../kernel/clock.ts'
import type { Directory } from '../../kernel/directory.ts'
import { type Appeal, type AppealEvent, isLate } from './appeal.ts'

/** A text of 100,000 characters is kept whole; a letter shows its beginning. */
const SHOWN_CHARACTERS = 400

const unitName = (code: string, directory: Directory) => directory.units.get(code)?.name ?? code
const personName = (code: string, directory: Directory) => directory.people.get(code)?.name ?? code

export const appealsTexts = {
  /** 融资，紧急 */
  kind: ({ category, urgency }: Pick<Appeal, 'category' | 'urgency'>) =>
    `${categoryLabels[category]}，${urgencyLabels[urgency]}`,

  excerpt(text: string): string {
    const characters = [...text]
    if (characters.length <= SHOWN_CHARACTERS) return text
    return `${characters.slice(0, SHOWN_CHARACTERS).join('')}……（全文 ${characters.length} 字，已全部保存）`
  },

  company: (appeal: Pick<Appeal, 'sealed' | 'company'>) =>
    appeal.sealed ? '（身份封存）' : (appeal.company?.name ?? '（未说企业）'),

  /** Where it stands and by when, for whoever may know all of it. */
  standing(appeal: Appeal, now: Date, directory: Directory): string {
    const by = appeal.unit === null ? '' : `，由${unitName(appeal.unit, directory)}办理`
    return `${appealStateLabels[appeal.status]}${by}${due(appeal, now)}`
  },

  historyLine(event: AppealEvent, now: Date, directory: Directory, to: 'inside' | 'asker'): string {
    const who = to === 'asker' || event.by === null ? '' : ` ${personName(event.by, directory)}`
    const note = event.note === null ? '' : `：${event.note}`
    return `${dayAndHour(event.at, now)} ${actLabels[event.act]}${who}${note}`
  },

  noSuchNumber: (asked: string) => `没有查到 ${asked}。请核对一下编号。`,
  notYours: (asked: string) => `没有查到您名下编号 ${asked} 的诉求。请核对编号，或说“我的诉求”，我都列给您。`,
  lastYear: (number: string) => `今年没有这个编号，去年有 ${number}。如果说的是它，请带上年份再说一次。`,
  whichNumber: (what: string) => `要${what}哪一件，请带上编号，例如“${what} 0012”。`,
  /** The state changed between the preview and the yes. */
  overtaken: (number: string, state: Appeal['status']) =>
    `${number} 刚刚有了变化，现在是“${appealStateLabels[state]}”，这一步没有做。`,
  cannot: (number: string, state: Appeal['status'], what: string) =>
    `${number} 现在是“${appealStateLabels[state]}”，不能${what}。`,
  leftAlone: () => '好的，没有做任何改动。',
}

function due(appeal: Appeal, now: Date): string {
  if (
    appeal.dueAt === null ||
    ['resolved', 'closed', 'withdrawn', 'referred', 'merged'].includes(appeal.status)
  )
    return ''
  // It moves on by the pause when that ends.
  if (appeal.status === 'paused') return `，恢复后时限顺延`
  return `，时限 ${dayAndHour(appeal.dueAt, now)}${isLate(appeal, now) ? '，已超期' : ''}`
}

export const actLabels: Readonly<Record<AppealEvent['act'], string>> = {
  file: '登记',
  amend: '补充更正',
  remind: '催办',
  sourceChanged: '原话有改动',
  accept: '受理',
  dispatch: '派单',
  acknowledge: '签收',
  sendBack: '退单',
  pause: '暂停',
  resume: '恢复办理',
  resolve: '办结',
  close: '归档',
  reopen: '重办',
  withdraw: '撤回',
  refer: '转法定渠道',
  merge: '并单',
  unmerge: '撤销并单',
  contact: '已联系诉求人',
  progress: '进展',
  recategorise: '改类别',
  changeTerm: '改时限',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  support: '增加协办单位',
  nudge: '提醒催办',
  rate: '回访答复',
  meet: '上协调会',
  assign: '交办',
  visited: '走访了解',
  follow: '并入一件',
  unfollow: '分出一件',
  seal: '封存身份',
  coarsen: '改写交办内容',
  askUnsealing: '申请启封',
  unseal: '启封',
  refuseUnsealing: '不同意启封',
  askExclusion: '申请剔除',
  exclude: '剔除统计',
  refuseExclusion: '不同意剔除',
  correct: '更正台账',
}
