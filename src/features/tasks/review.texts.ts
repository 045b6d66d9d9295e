import { dayAndHour } from '../../kernel/clock.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import type { FoundTask } from './tasks.effects.ts'
import { taskTexts } from './tasks.texts.ts'

/** By this a reply to the letter knows what it answers. */
export const YOUR_WORDS = '您的原话'

export const reviewChoices: readonly Choice[] = [
  { id: 'yes', label: '可以，办结' },
  { id: 'no', label: '再办' },
]
export const declinedChoices: readonly Choice[] = [
  { id: 'return', label: '还是请他办' },
  { id: 'cancel', label: '不用办了' },
]
export const sureChoices: readonly Choice[] = [
  { id: 'yes', label: '确认' },
  { id: 'no', label: '先不' },
]

/** What the giver reads of what came back, and what becomes of it. */
export const reviewTexts = {
  ...taskTexts,

  /** What the giver gets back. */
  report: (found: FoundTask) =>
    [
      `${found.task.number} ${found.who}回复：“${found.task.report ?? ''}”`,
      `${YOUR_WORDS}：“${found.task.text}”`,
      '可以就回“可以”，这件办结；还要再办，直接说要怎么办。',
    ].join('\n'),
  refusal: (found: FoundTask) =>
    [
      `${found.task.number} ${found.who}说不归他办：“${found.task.report ?? ''}”`,
      `${YOUR_WORDS}：“${found.task.text}”`,
      '改交别的单位，直接说“给某某”；还是请他办，或者不用办了，也请说一声。',
    ].join('\n'),
  reportAgain: (number: string) => `另外，${number} 等您回话：可以就回“可以”，再办就说怎么办。`,
  refusalAgain: (number: string) => `另外，${number} 等您安排：改交给谁，或者还是请他办，或者不用办了。`,
  howAgain: (number: string) => `${number} 还要怎么办？您说一句，我原样转过去；要改期限一起说。`,
  /** `other`: somebody else whom the words name; a report that came back is no reason to take the task away. */
  previewReturn: (number: string, who: string, words: string, due: string, other?: string) =>
    `${number} 退回${who}再办：“${words}”\n期限：${due}。确认吗？要改直接重说。${other === undefined ? '' : `\n要另外交给${other}，先回“先不”，再带上诉求编号说一遍。`}`,
  previewReassign: (number: string, who: string, due: string) =>
    `${number} 改交${who}，您的原话和期限（${due}）一并转去。确认吗？`,
  previewCancel: (number: string, who: string) => `${number} 不用${who}办了，会告诉他。确认吗？`,
  asBefore: (dueAt: Date | null, now: Date) =>
    dueAt === null ? '没有定' : `还是 ${dayAndHour(dueAt, now)} 前`,
  dueNow: (dueAt: Date, now: Date) => `${dayAndHour(dueAt, now)} 前`,
  closed: (number: string) => `${number} 办结了。`,
  addresseeClosed: (number: string, giver: string) => `${number} ${giver}同意，这件办结了，辛苦。`,
  cancelled: (number: string, who: string) => `${number} 已取消，告诉${who}了。`,
  addresseeCancelled: (number: string, giver: string) => `${number} ${giver}说不用办了，这件取消。`,
  taken: (number: string) => `${number} 改交别人了，您不用办了。`,
  returned: (number: string, who: string) => `${number} 已退回${who}再办。`,
  reassigned: (number: string, who: string) => `${number} 已改交${who}。`,
  nudged: (number: string, who: string, reached: boolean) =>
    reached ? `${number} 已替您问${who}。` : `${number} 的${who}还联系不上，请工作人员转告。`,
  nudge: (number: string, giver: string, due: string | null) =>
    `${number} ${giver}在问办得怎样了。${due === null ? '' : `期限 ${due}。`}有结果请回“${number} 已办”加一两句。`,
  leftOpen: () => '好的，先放着。',
  staffStep: (number: string, who: string, step: string) => `${number} ${who}：${step}`,
}
